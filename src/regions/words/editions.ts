/** Words of editions: what changed, why it is held to be so, what was decided, faults of a file. */
import type { Words } from '../../kit/words.ts';

export const editionWords = {
  'regions.change.added': { zh: '新增', en: 'Added' },
  'regions.change.gone': { zh: '撤销', en: 'Gone' },
  'regions.change.renamed': { zh: '更名', en: 'Renamed' },
  'regions.change.corrected': { zh: '名称更正', en: 'Name corrected' },
  'regions.change.rekinded': { zh: '改变类别', en: 'Changed kind' },
  'regions.change.recoded': { zh: '换代码', en: 'New code' },
  'regions.change.moved': { zh: '改变隶属', en: 'Moved' },
  'regions.change.merged': { zh: '并入', en: 'Merged' },

  'regions.name_change.ending_only': { zh: '只是后缀不同', en: 'Only the ending' },
  'regions.name_change.words_around': {
    zh: '只是附带的地名、机构字样不同',
    en: 'Only the words of place or office around it',
  },
  'regions.name_change.broken': { zh: '缺字补正', en: 'A broken character put right' },
  'regions.name_change.characters': { zh: '用字更正', en: 'A character put right' },
  'regions.name_change.other_name': { zh: '换了名称', en: 'Another name' },

  'regions.confidence.certain': { zh: '确定', en: 'Certain' },
  'regions.confidence.likely': { zh: '很可能', en: 'Likely' },
  'regions.confidence.uncertain': { zh: '待人工确认', en: 'To be confirmed' },
  'regions.confidence.confirmed': { zh: '已人工确认', en: 'Confirmed by a person' },

  'regions.evidence.same_code': { zh: '代码没有变', en: 'The code is the same' },
  'regions.evidence.same_code_old_name_elsewhere': {
    zh: '代码没有变，但原名称出现在 {elsewhere}',
    en: 'The code is the same, but the old name is now at {elsewhere}',
  },
  'regions.evidence.children_pass_on': {
    zh: '所辖 {of} 个单位有 {matched} 个随之转入',
    en: '{matched} of its {of} units went there',
  },
  'regions.evidence.same_name_same_place': {
    zh: '同一上级下名称相同',
    en: 'The same name under the same place',
  },
  'regions.evidence.same_name_in_county': {
    zh: '本县内只有一个同名的新单位',
    en: 'The only new unit of that name in the county',
  },
  'regions.evidence.same_stem_same_place': {
    zh: '同一上级下名称只差后缀',
    en: 'The same name but for its ending, under the same place',
  },
  'regions.evidence.similar_name_same_place': {
    zh: '同一上级下名称相近',
    en: 'A similar name under the same place',
  },
  'regions.evidence.name_lives_on_in_village': {
    zh: '名称由那里新设的“{village}”沿用',
    en: 'Its name lives on in the new unit “{village}” there',
  },
  'regions.evidence.no_successor': { zh: '新版里没有对应单位', en: 'No unit follows it' },
  'regions.evidence.no_predecessor': { zh: '旧版里没有对应单位', en: 'No unit came before it' },
  'regions.evidence.parent_rekeyed': {
    zh: '上级单位改变隶属，随之转入',
    en: 'It went with the place above it',
  },

  'regions.warning.broken_character': {
    zh: '名称缺字',
    en: 'A character of the name is missing',
  },
  'regions.warning.programme_place': {
    zh: '帮扶项目树自设，统计区划没有这个代码',
    en: "Of the programme's tree only; the registry has no such code",
  },
  'regions.warning.made_up': { zh: '演示数据，虚构', en: 'Made up for the demonstration' },

  'regions.file.workbook': {
    zh: '这是 Excel 工作簿，不是 CSV。在电子表格里另存为“CSV UTF-8（逗号分隔）”再载入',
    en: 'This is an Excel workbook, not CSV. Save it as “CSV UTF-8 (comma delimited)” and load that',
  },
  'regions.file.not_utf8': {
    zh: '从这一行起有 {lines} 行不是 UTF-8 编码，多半是 GBK。在电子表格里另存为“CSV UTF-8（逗号分隔）”再载入',
    en: '{lines} {lines|line|lines} from here on {lines|is|are} not UTF-8, most likely GBK. Save the file as “CSV UTF-8 (comma delimited)” and load that',
  },
  'regions.file.empty': { zh: '文件是空的', en: 'The file is empty' },
  'regions.file.separator': {
    zh: '各列要用英文逗号分隔',
    en: 'Columns are to be separated by commas',
  },
  'regions.file.unreadable': {
    zh: '引号没有配对，这一行读不了',
    en: 'A quotation mark does not fit; this line cannot be read',
  },
  'regions.file.no_rows': { zh: '文件里没有数据行', en: 'The file has no rows' },
  'regions.file.column_missing': { zh: '缺少“{column}”这一列', en: 'Column {column} is missing' },
  'regions.file.bad_code': {
    zh: '代码“{code}”不是 12 位的区划代码',
    en: 'Code “{code}” is not a division code of twelve digits',
  },
  'regions.file.code_as_number': {
    zh: '代码“{code}”被电子表格当成了数字，末几位已经丢失。把这一列设为文本，从原始文件重新导出',
    en: 'A spreadsheet took code “{code}” for a number and lost its last digits. Make the column text and export from the original again',
  },
  'regions.file.duplicate_code': {
    zh: '代码 {code} 与第 {first} 行重复',
    en: 'Code {code} is already in line {first}',
  },
  'regions.file.unknown_level': {
    zh: '级别“{level}”不认识，应为 province、city、county、town、village 之一',
    en: 'Level “{level}” is unknown: province, city, county, town or village is meant',
  },
  'regions.file.level_not_of_code': {
    zh: '代码 {code} 的位数不是 {level} 级的',
    en: 'The digits of code {code} are not of level {level}',
  },
  'regions.file.name_empty': { zh: '代码 {code} 没有名称', en: 'Code {code} has no name' },
  'regions.file.parent_missing': {
    zh: '代码 {code} 没有写上级代码',
    en: 'Code {code} names no place above it',
  },
  'regions.file.parent_absent': {
    zh: '代码 {code} 的上级 {parent} 不在文件里',
    en: 'The place above {code}, {parent}, is not in the file',
  },
  'regions.file.parent_of_wrong_level': {
    zh: '代码 {code} 的上级 {parent} 级别不对',
    en: 'The place above {code}, {parent}, is of the wrong level',
  },
  'regions.file.parent_prefix': {
    zh: '代码 {code} 的前几位与上级 {parent} 不一致',
    en: 'The first digits of code {code} are not those of the place above, {parent}',
  },
  'regions.file.broken_character': {
    zh: '名称“{name}”有字没有显示出来（代码 {code}）',
    en: 'A character of the name “{name}” is missing (code {code})',
  },
  'regions.file.spaces_around': {
    zh: '名称“{name}”前后的空格已去掉（代码 {code}）',
    en: 'Spaces around the name “{name}” were left out (code {code})',
  },

  'regions.verdict.accept': { zh: '已确认', en: 'Accepted' },
  'regions.verdict.reject': { zh: '已否定', en: 'Rejected' },

  'regions.decided_by.person': { zh: '人工确认', en: 'by a person' },
  'regions.decided_by.command': { zh: '由升级命令一并确认', en: 'by the upgrade command' },
  'regions.decided_by.first_start': { zh: '首次启动时一并确认', en: 'by the first start' },
  'regions.decided_by.demonstration': { zh: '由演示数据确认', en: 'by the demonstration' },

  'regions.refusal.edition_not_loaded': {
    zh: '{edition} 年版区划还没有载入。',
    en: 'Edition {edition} of the registry is not loaded.',
  },
  'regions.refusal.edition_not_loaded.todo': {
    zh: '先用 zhuzhen divisions load 载入这一版，再来确认。',
    en: 'Load it with zhuzhen divisions load, then decide.',
  },
  'regions.refusal.edition_applied': {
    zh: '{edition} 年版已经启用，它的变更不能再确认或否定。',
    en: 'Edition {edition} is in force already; its changes can no longer be decided.',
  },
  'regions.refusal.edition_applied.todo': {
    zh: '地方如有差错，由下一版区划更正；下一版载入后再确认。',
    en: 'The next edition puts right what is wrong; decide its changes once it is loaded.',
  },
  'regions.refusal.edition_not_newer': {
    zh: '{edition} 年版不比现行版本新，不会启用，没有要确认的变更。',
    en: 'Edition {edition} is not newer than the one in force and will not follow it; there is nothing to decide.',
  },
  'regions.refusal.edition_not_newer.todo': {
    zh: '选一个比现行版本新、还没有启用的版本。',
    en: 'Choose an edition that is newer than the one in force.',
  },
  'regions.refusal.change_absent': {
    zh: '{older} 年版到 {edition} 年版之间没有这处变更。',
    en: 'There is no such change between the editions {older} and {edition}.',
  },
  'regions.refusal.change_absent.todo': {
    zh: '刷新页面，从列表里重新选。',
    en: 'Load the page again and choose from its list.',
  },
  'regions.refusal.change_not_uncertain': {
    zh: '这处变更有确定的依据，不用人工确认。',
    en: 'This change rests on firm evidence; nobody has to decide it.',
  },
  'regions.refusal.change_not_uncertain.todo': {
    zh: '只确认标着“待人工确认”的变更。',
    en: 'Decide only what is marked as to be confirmed.',
  },
  'regions.refusal.id_taken': {
    zh: '这个编号已经用过。',
    en: 'This id has been used before.',
  },
  'regions.refusal.id_taken.todo': {
    zh: '刷新页面后再提交一次。',
    en: 'Load the page again and send once more.',
  },
} satisfies Words;

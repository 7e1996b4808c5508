/** Words of the places: kinds, tiers, flags, changes, faults of a file. */
import type { Words } from '../kit/words.ts';

export const words = {
  'regions.level.province': { zh: '省', en: 'Province' },
  'regions.level.city': { zh: '市', en: 'City' },
  'regions.level.county': { zh: '县（市、区）', en: 'County' },
  'regions.level.town': { zh: '镇级', en: 'Town level' },
  'regions.level.village': { zh: '村级', en: 'Village level' },

  'regions.kind.province': { zh: '省', en: 'Province' },
  'regions.kind.city': { zh: '地级市', en: 'City' },
  'regions.kind.county': { zh: '县（市、区）', en: 'County' },
  'regions.kind.street': { zh: '街道', en: 'Street' },
  'regions.kind.town': { zh: '镇', en: 'Town' },
  'regions.kind.township': { zh: '乡', en: 'Township' },
  'regions.kind.ethnic_township': { zh: '民族乡', en: 'Ethnic township' },
  'regions.kind.farm': { zh: '农场', en: 'Farm' },
  'regions.kind.forest_farm': { zh: '林场', en: 'Forest farm' },
  'regions.kind.zone': { zh: '开发区、园区', en: 'Development zone' },
  'regions.kind.prison': { zh: '监狱', en: 'Prison' },
  'regions.kind.other_unit': { zh: '其他镇级单位', en: 'Other unit of town level' },
  'regions.kind.administrative_village': { zh: '行政村', en: 'Administrative village' },
  'regions.kind.residents_committee': { zh: '社区居委会', en: "Residents' committee" },
  'regions.kind.other_village_unit': { zh: '其他村级单位', en: 'Other unit of village level' },

  'regions.tier_name.key_assistance': { zh: '重点帮扶镇', en: 'Key assistance' },
  'regions.tier_name.consolidation': { zh: '巩固提升镇', en: 'Consolidation' },
  'regions.tier_name.demonstration': { zh: '先行示范镇', en: 'Demonstration' },
  'regions.tier_name.self_included': { zh: '自行纳入', en: 'Self-included' },

  'regions.flag_name.old_revolutionary_base': { zh: '老区苏区', en: 'Old revolutionary base' },
  'regions.flag_name.ethnic_area': { zh: '民族地区', en: 'Ethnic area' },
  'regions.flag_name.provincial_border': { zh: '省际边界', en: 'Provincial border' },
  'regions.flag_name.model_village': { zh: '示范村', en: 'Model village' },
  'regions.flag_name.red_village': { zh: '红色村', en: 'Red village' },
  'regions.flag_name.weak_collective_economy': {
    zh: '集体经济薄弱村',
    en: 'Weak collective economy',
  },
  'regions.flag_name.weak_organisation': { zh: '软弱涣散村', en: 'Weak party organisation' },
  'regions.flag_name.formerly_poor_village': { zh: '原省定贫困村', en: 'Formerly poor village' },

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

  'regions.file.unreadable': {
    zh: '引号没有配对，从这一行起读不了',
    en: 'A quotation mark is never closed; nothing can be read from here on',
  },
  'regions.file.no_rows': { zh: '文件里没有数据行', en: 'The file has no rows' },
  'regions.file.column_missing': { zh: '缺少“{column}”这一列', en: 'Column {column} is missing' },
  'regions.file.bad_code': {
    zh: '代码“{code}”不是 12 位数字',
    en: 'Code “{code}” is not twelve digits',
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

  'regions.finding.tier_sum': {
    zh: '三类镇相加与引用数差 {gap} 个',
    en: 'The tiers and the number quoted are {gap} apart',
  },
  'regions.finding.tier_sum.text': {
    zh: '访谈说三类镇 {key} + {consolidation} + {demonstration} = {sum} 个，又说全覆盖 {quoted} 个，差 {gap} 个。各数的日期不同：引用数是 {on} 的，后来有的镇改了街道，有的地方新设了镇，深汕的四个镇算不算也不一样。下面按版本和日期列出。',
    en: 'The interview gives three tiers, {key} + {consolidation} + {demonstration} = {sum}, and {quoted} towns in all: {gap} apart. The numbers are of different days: the one quoted is of {on}; later some towns became streets, one was founded, and the four towns of Shenshan are counted or not. Each edition and day is listed below.',
  },
  'regions.finding.line.towns_of_edition': {
    zh: '{edition} 年版区划：13 市 {others} + 珠三角七市 {delta} = {sum} 个镇和乡；另有深汕 {programme} 个',
    en: 'Edition {edition}: {others} in the 13 cities + {delta} in the seven delta cities = {sum} towns and townships; {programme} more in Shenshan',
  },
  'regions.finding.line.tiers_on': {
    zh: '{on} 的名单：重点帮扶 {key} + 巩固提升 {consolidation} + 先行示范 {demonstration} = {sum} 个',
    en: 'Lists on {on}: key assistance {key} + consolidation {consolidation} + demonstration {demonstration} = {sum}',
  },
  'regions.finding.self_included': {
    zh: '自行纳入的单位在区划里核不出来',
    en: 'The self-included units cannot be confirmed by the registry',
  },
  'regions.finding.self_included.text': {
    zh: '自行纳入名单现有 {count} 个单位，以各市文件为准。区划里有行政村、又不是镇和乡的单位数目与名单不同；名单中有 {without} 个单位在区划里没有行政村，列在下面，请核对文件。',
    en: "The list of self-included units has {count}; the cities' documents decide. The registry has another number of units that hold villages and are neither town nor township; {without} listed units hold no village in the registry. They are named below: check the documents.",
  },
  'regions.finding.line.units_of_edition': {
    zh: '{edition} 年版区划里有行政村的街道、农场、林场等：13 市 {thirteen} 个，加上惠州共 {huizhou} 个，再加上江门共 {jiangmen} 个',
    en: 'Edition {edition}, streets, farms and other units with villages: {thirteen} in the 13 cities, {huizhou} with Huizhou, {jiangmen} with Jiangmen too',
  },
  'regions.finding.line.units_in_scope': {
    zh: '{edition} 年版区划里，本辖区有行政村的街道、农场、林场等 {units} 个',
    en: 'Edition {edition}: {units} streets, farms and other units with villages in this area',
  },
  'regions.finding.broken_name': { zh: '区划名称缺字', en: 'Names with a missing character' },
  'regions.finding.broken_name.text': {
    zh: '有 {count} 个名称在公布的文件里缺字。后面的版本有全名的，列在右边。',
    en: '{count} names lack a character in the published file. Where a later edition has the whole name, it is shown beside.',
  },

  'regions.page.nav': { zh: '区划', en: 'Places' },
  'regions.page.places': { zh: '辖区地方', en: 'Places' },
  'regions.page.places.question': {
    zh: '{place}下面有哪些地方？',
    en: 'Which places are in {place}?',
  },
  'regions.page.place.question': { zh: '{place}有过哪些变化？', en: 'What became of {place}?' },
  'regions.page.search': { zh: '查地方', en: 'Find a place' },
  'regions.page.search.hint': {
    zh: '名称、代码、拼音或首字母',
    en: 'Name, code, pinyin or initials',
  },
  'regions.page.search.none': {
    zh: '辖区里没有找到“{q}”',
    en: 'Nothing in your area is like “{q}”',
  },
  'regions.page.search.todo': {
    zh: '少写几个字，或用首字母试试，例如“swz”。',
    en: 'Type fewer characters, or initials such as “swz”.',
  },
  'regions.page.editions': { zh: '区划版本与变更', en: 'Editions and changes' },
  'regions.page.editions.question': {
    zh: '两版区划之间变了什么？',
    en: 'What changed between two editions?',
  },
  'regions.page.editions.only_one': {
    zh: '只载入了一版区划，没有可比的。',
    en: 'Only one edition is loaded; there is nothing to compare.',
  },
  'regions.page.findings': { zh: '区划疑点', en: 'Findings of the registry' },
  'regions.page.findings.question': {
    zh: '区划和名单哪里对不上？',
    en: 'Where do registry and lists not agree?',
  },
  'regions.page.no_children': { zh: '下面没有再分的地方。', en: 'There is nothing below it.' },
  'regions.page.codes': { zh: '各版代码和名称', en: 'Codes and names by edition' },
  'regions.page.tiers': { zh: '帮扶分类', en: 'Tiers' },
  'regions.page.flags': { zh: '标识', en: 'Flags' },
  'regions.page.lineage': { zh: '沿革', en: 'Lineage' },
  'regions.page.on': { zh: '{on} 的区划', en: 'The tree of {on}' },
  'regions.page.ended': { zh: '{until} 起不再存在', en: 'Does not exist from {until} on' },
  'regions.page.no_code': { zh: '没有统计代码', en: 'No published code' },
  'regions.page.made_up': { zh: '演示数据', en: 'Made up for the demonstration' },
  'regions.page.compare': {
    zh: '从 {older} 年版到 {newer} 年版',
    en: 'From edition {older} to {newer}',
  },
  'regions.page.all_changes': { zh: '全部变更', en: 'All changes' },
  'regions.page.matched': { zh: '曾用“{matched}”', en: 'formerly “{matched}”' },
  'regions.page.choose': { zh: '选择地方', en: 'Choose a place' },

  'regions.column.name': { zh: '名称', en: 'Name' },
  'regions.column.code': { zh: '代码', en: 'Code' },
  'regions.column.level': { zh: '级别', en: 'Level' },
  'regions.column.kind': { zh: '类别', en: 'Kind' },
  'regions.column.tier': { zh: '帮扶分类', en: 'Tier' },
  'regions.column.flags': { zh: '标识', en: 'Flags' },
  'regions.column.children': { zh: '下级数', en: 'Places below' },
  'regions.column.above': { zh: '上级', en: 'Above' },
  'regions.column.edition': { zh: '版本', en: 'Edition' },
  'regions.column.from': { zh: '起', en: 'From' },
  'regions.column.until': { zh: '止', en: 'Until' },
  'regions.column.document': { zh: '依据文件', en: 'Document' },
  'regions.column.change': { zh: '变更', en: 'Change' },
  'regions.column.name_change': { zh: '名称差别', en: 'Difference of names' },
  'regions.column.old': { zh: '原名称和代码', en: 'Old name and code' },
  'regions.column.new': { zh: '新名称和代码', en: 'New name and code' },
  'regions.column.other': { zh: '相关地方', en: 'Other place' },
  'regions.column.evidence': { zh: '依据', en: 'Evidence' },
  'regions.column.confidence': { zh: '把握', en: 'Confidence' },
  'regions.column.count': { zh: '个数', en: 'Count' },
  'regions.column.cut_off': { zh: '截止日', en: 'Cut-off' },
  'regions.column.rows': { zh: '行数', en: 'Rows' },
  'regions.column.active_from': { zh: '启用日', en: 'In force from' },
  'regions.column.source': { zh: '来源', en: 'Source' },
  'regions.column.warnings': { zh: '提示', en: 'Notes' },
  'regions.column.note': { zh: '说明', en: 'Note' },
  'regions.page.not_active': { zh: '只供比较', en: 'For comparison only' },

  'regions.key_facts.kind': { zh: '类别', en: 'Kind' },
  'regions.key_facts.key': { zh: '本系统编号', en: 'Key in this system' },
} satisfies Words;

/** What may be wrong with a sheet, its cells and its lines; what is refused of a job. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const problemWords = {
  'imports.problem.needed': say('没有填写。', 'Nothing is filled in.'),
  'imports.problem.differs': say(
    '与同一对象首行（第 {n} 行）不一致；填成一致，或留空。',
    'Differs from the first line of the same thing (line {n}); make it the same or leave it empty.',
  ),
  'imports.problem.formula': say(
    '公式没有算出结果；请复制后“粘贴为数值”。',
    'The formula has no value; copy it and paste the value.',
  ),
  'imports.problem.error': say(
    '单元格显示的是表格错误（如 #REF、#VALUE）；请改填数值。',
    'The cell shows an error of the spreadsheet (like #REF or #VALUE); write the value.',
  ),
  'imports.problem.digits_lost': say(
    '数字超过 15 位，表格软件已经丢掉末几位；请把单元格设为文本后重新填写。',
    'The number has more than 15 digits and the spreadsheet lost its last ones; set the cell to text and write it again.',
  ),
  'imports.problem.signs': say(
    '含有不能显示的字符；请删掉重填。',
    'Holds characters that cannot be shown; write it again.',
  ),
  'imports.problem.too_long': say(
    '超过 {most} 个字；请缩短。',
    'Longer than {most} characters; shorten it.',
  ),
  'imports.problem.too_much': say('超过 {most}；请核对。', 'More than {most}; check it.'),
  'imports.problem.whole': say('应为不小于 0 的整数。', 'A whole number from 0 on is expected.'),
  'imports.problem.hundredths': say(
    '应为大于 0 的数，最多两位小数。',
    'A number above 0 with two decimals at most is expected.',
  ),
  'imports.problem.yuan': say(
    '应为大于 0 的金额，单位元，最多两位小数。',
    'An amount above 0 in yuan with two decimals at most is expected.',
  ),
  'imports.problem.day': say('应为日期，如 2022-07-28。', 'A day is expected, like 2022-07-28.'),
  'imports.problem.choice': say(
    '“{said}”不在可选范围内；请从下拉中选。',
    '“{said}” is none of the list; choose from the drop-down.',
  ),
  'imports.problem.yes_no': say('应填“是”或“否”。', 'Yes or No is expected.'),
  'imports.problem.shape': say(
    '内容不符合要求；请对照“说明”页核对。',
    'Does not fit; compare it with the sheet of explanations.',
  ),
  'imports.problem.twice': say(
    '同一张表里出现两次；请删掉重复的行。',
    'Stands twice in this sheet; remove one.',
  ),
  'imports.problem.older': say(
    '这份表不是在现在的内容上填的：下载模板之后又有人改过，或者表里没有下载时的标记；照它导入会盖掉别人的改动，没有写入。',
    'This sheet was not filled in over what stands now: that was changed after the template was downloaded, or the sheet does not say when it was. It would write over the change, so nothing was written.',
  ),
  'imports.problem.older.todo': say(
    '请重新下载模板，里面是现在的内容，把你的改动填进去再上传；现在的内容和你这份表都没有动。',
    'Download the template again: it has what stands now. Put your changes into it and send that; what stands now and your file are as they were.',
  ),
  'imports.problem.absent': say(
    '没有这一项，或不在你的数据权限内。',
    'There is none, or it is outside your scope.',
  ),

  'imports.refusal.no_workbook': say('这不是 xlsx 表格。', 'This is no xlsx workbook.'),
  'imports.refusal.no_workbook.todo': say(
    '请下载模板填写，另存为 xlsx 后上传。',
    'Fill in the template and save it as xlsx.',
  ),
  'imports.refusal.encrypted': say(
    '表格设了密码，读不了。',
    'The workbook has a password and cannot be read.',
  ),
  'imports.refusal.encrypted.todo': say(
    '请去掉密码后上传。',
    'Take the password off and send it again.',
  ),
  'imports.refusal.old_format': say(
    '这是旧版 xls 或加了密码的表格。',
    'This is an old xls file or one with a password.',
  ),
  'imports.refusal.old_format.todo': say(
    '请去掉密码，另存为 xlsx 后上传。',
    'Take the password off and save it as xlsx.',
  ),
  'imports.refusal.broken': say(
    '表格已损坏，读不全。',
    'The workbook is damaged and cannot be read to its end.',
  ),
  'imports.refusal.broken.todo': say(
    '请用表格软件打开，另存一份后上传。',
    'Open it with a spreadsheet program, save it anew and send it again.',
  ),
  'imports.refusal.too_large': say(
    '表格展开后太大，没有读完。',
    'The workbook is too large when unpacked; reading it was stopped.',
  ),
  'imports.refusal.too_large.todo': say(
    '请只留要导入的数据，分成几份上传。',
    'Keep only what is to be taken in, in several files.',
  ),
  'imports.refusal.too_many_lines': say('超过 {most} 行。', 'More than {most} lines.'),
  'imports.refusal.too_many_lines.todo': say('请分成几份上传。', 'Send it in several files.'),
  'imports.refusal.merged': say(
    '表里有合并单元格，说不清每行填的是什么。',
    'There are merged cells: what each line says cannot be told.',
  ),
  'imports.refusal.merged.todo': say(
    '请取消合并，把每行填全后上传。',
    'Unmerge them, fill in each line and send it again.',
  ),
  'imports.refusal.no_heads': say('第一张表是空的。', 'The first sheet is empty.'),
  'imports.refusal.no_heads.todo': say('请下载模板填写。', 'Fill in the template.'),
  'imports.refusal.dates_1904': say(
    '表格用的是 1904 日期系统，日期会差四年。',
    'The workbook counts days from 1904: they would be four years off.',
  ),
  'imports.refusal.dates_1904.todo': say(
    '请把数据粘贴到新下载的模板里上传。',
    'Paste the data into a new template.',
  ),
  'imports.refusal.no_template': say(
    '这份表不是用系统模板填的。',
    'This was not filled into a template of the system.',
  ),
  'imports.refusal.no_template.todo': say(
    '请下载模板，把数据粘贴进去后上传。',
    'Download the template and paste the data into it.',
  ),
  'imports.refusal.other_kind': say(
    '这份表用的是另一种模板。',
    'This is the template of another sheet.',
  ),
  'imports.refusal.other_kind.todo': say(
    '请选对导入内容，或换成对应的模板。',
    'Choose what it is for, or use the right template.',
  ),
  'imports.refusal.other_version': say('模板版本旧了。', 'The template is of an older version.'),
  'imports.refusal.other_version.todo': say(
    '请下载新模板，把数据粘贴进去后上传。',
    'Download the new one and paste the data into it.',
  ),
  'imports.refusal.heads_missing': say(
    '缺少这些列：{heads}。',
    'These columns are missing: {heads}.',
  ),
  'imports.refusal.heads_missing.todo': say(
    '请照模板补上列名。',
    'Put their heads back as the template has them.',
  ),
  'imports.refusal.heads_strange': say(
    '有不认识的列：{heads}。',
    'These columns are not known: {heads}.',
  ),
  'imports.refusal.heads_strange.todo': say(
    '请删掉，或改成模板里的列名。',
    'Remove them, or use the heads of the template.',
  ),
  'imports.refusal.no_lines': say('表里没有数据行。', 'There is no line below the heads.'),
  'imports.refusal.no_lines.todo': say('请从第 2 行起填写。', 'Fill it in from line 2 on.'),
  'imports.refusal.too_many': say(
    '一次最多导入 {most} 项，这份表有 {count} 项。',
    'At most {most} at a time; this sheet has {count}.',
  ),
  'imports.refusal.too_many.todo': say('请分成几份上传。', 'Send it in several files.'),
  'imports.refusal.other_office': say('这是其他单位的导入。', 'This import is another office’s.'),
  'imports.refusal.other_office.todo': say(
    '请由上传单位办理。',
    'The office that sent it goes on with it.',
  ),
  'imports.refusal.other_form': say('你的岗位不办这种表。', 'This sheet is not for your role.'),
  'imports.refusal.other_form.todo': say(
    '请由办理这项业务的同事导入。',
    'Ask the colleague who does this work.',
  ),
  'imports.refusal.state': say('这次导入已经办到别的步骤。', 'The import has moved on meanwhile.'),
  'imports.refusal.state.todo': say(
    '请刷新页面看现在的状态。',
    'Reload the page to see where it stands.',
  ),
  'imports.refusal.not_as_checked': say(
    '检查之后，数据又有变动，有的内容现在不能写入；一项都没有写入。',
    'Since the check something changed and part of it cannot be written now; nothing was written.',
  ),
  'imports.refusal.not_as_checked.todo': say(
    '请重新检查，看哪些行要改。',
    'Check again to see which lines to correct.',
  ),
  'imports.refusal.depends': say(
    '共 {count} 项，第 {n} 项导入后已被修改、已往下办理、已有公示或材料，或导入前是退回件，不能整批撤销；一项都没有撤销。',
    'Of {count} {count|thing|things} number {n} was changed, moved on or has notices or papers since, or had been returned before; nothing was taken back.',
  ),
  'imports.refusal.depends.todo': say('请逐项作废或修改。', 'Discard or amend them one by one.'),
  'imports.refusal.undo_other': say(
    '这类导入由导入人以外、有审核权限的同事撤销。',
    'Another person than who took it in takes this back, one who may decide.',
  ),
  'imports.refusal.undo_other.todo': say(
    '请本单位有审核权限的同事打开这次导入办理。',
    'Ask a colleague of the office who may decide to open this import.',
  ),
  'imports.refusal.id_taken': say(
    '这次上传的编号已经用过。',
    'The number of this upload was used before.',
  ),
  'imports.refusal.id_taken.todo': say('请重新上传。', 'Send it again.'),
} satisfies Words;

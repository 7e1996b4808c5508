/** What the pages of papers say. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const paperPageWords = {
  'funds.page.papers': say('资金单据', 'Papers'),
  'funds.page.papers.question': say(
    '哪些单据在登记，哪些等人复核？',
    'Which papers are being registered, and which wait to be checked?',
  ),
  'funds.page.paper_new.question': say('登记一份资金单据', 'Register a paper of money'),
  'funds.page.paper_new.note': say(
    '照着手里的文件登记：指标文件、拨款函或到位通知。提交后由本单位另一人复核，复核后才入账。这里只登记，不办理款项。',
    'Enter the document in hand: a fiscal document, a remittance or a quota notice. A second person of the office checks it before it is posted. This records; it moves no money.',
  ),
  'funds.page.paper_amend.question': say('修改资金单据', 'Amend a paper of money'),
  'funds.page.closings': say('月度结账', 'Closed months'),
  'funds.page.closings.question': say('哪些月份已经结账？', 'Which months are closed?'),
  'funds.page.closings.note': say(
    '结账后的月份不再入账，更正用冲红记在以后的月份。',
    'Nothing is posted into a closed month; corrections are reversals in a later one.',
  ),

  'funds.page.due': say('应配测算', 'Due by rule'),
  'funds.page.due.question': say(
    '按规则各方一年该出多少，规则变了又是多少？',
    'What does each payer owe a year, and what if the rule were another?',
  ),
  'funds.page.due.time': say('{day} 有效的规则，一年', 'Rule in force on {day}, a year'),
  'funds.page.due.note': say(
    '每镇按现行规则逐一分摊，精确到分。下面填试算的平均额或比例，只算所选地方，不改规则、不入账。',
    'Each town is split by its own rule, exact to the fen. Try another average or other shares for the place chosen; nothing is changed or booked.',
  ),
  'funds.due.average': say('每镇每年平均（万元）', 'A town and year, in ten thousand yuan'),
  'funds.due.average.help': say('不填按现行规则', 'Left empty: as the rule has it'),
  'funds.due.share': say('{payer}比例（%）', '{payer}, %'),
  'funds.due.share.help': say('四方都填，合计 100', 'All four, 100 together'),
  'funds.due.sum': say(
    '四方比例合计要等于 100，最多一位小数。',
    'The four shares must add up to 100, with one decimal at most.',
  ),
  'funds.due.try': say('试算', 'Try'),
  'funds.due.by_payer': say('各出资方一年应配', 'Due a year by payer'),
  'funds.due.towns': say('{count} 个镇', '{count} {count|town|towns}'),
  'funds.due.unruled': say(
    '，另有 {count} 个镇没有规则',
    '; {count} {count|town|towns} without a rule',
  ),
  'funds.due.none': say(
    '这里没有专项资金的镇，或没有分担规则。',
    'No town of the special fund here, or no rule.',
  ),
  'funds.due.none.todo': say('换一个地方或日期。', 'Choose another place or day.'),
  'funds.due.total': say('合计', 'In all'),
  'funds.due.column.towns': say('镇数', 'Towns'),
  'funds.due.column.now': say('现行应配', 'By the rule'),
  'funds.due.column.trial': say('试算应配', 'By the trial'),
  'funds.due.column.more': say('增减', 'Difference'),

  'funds.column.state': say('状态', 'State'),
  'funds.column.payerPlace': say('出资地', 'Paying place'),
  'funds.column.dated': say('文件日期', 'Date'),
  'funds.column.functionCode': say('功能科目', 'Budget function'),
  'funds.column.budgetCode': say('预算项目编码', 'Budget project code'),
  'funds.column.office': say('登记单位', 'Office'),
  'funds.column.people': say('登记 → 复核', 'Registered → checked'),
  'funds.column.task': say('任务', 'Task'),
  'funds.column.binding': say('是否约束性', 'Binding'),
  'funds.column.target': say('绩效目标', 'Target'),
  'funds.column.month': say('月份', 'Month'),
  'funds.column.closed_by': say('结账人', 'Closed by'),
  'funds.column.closed_at': say('结账时间', 'Closed on'),

  'funds.paper.none': say('没有这类单据。', 'There is no such paper.'),
  'funds.paper.none.todo': say(
    '收到指标文件后，点「登记单据」。',
    'Register one when a document arrives.',
  ),
  'funds.paper.none.reader': say(
    '单据由县级以上单位登记；入账的看指标文件。',
    'Offices from the county up register papers; what is posted stands among the documents.',
  ),
  'funds.paper.reverses_measure': say('冲红{measure}', 'Reversal: {measure}'),
  'funds.paper.without': say('未填', 'Not given'),
  'funds.paper.explained': say('登记人说明：{text}', 'Explanation: {text}'),
  'funds.paper.lines': say('明细', 'Lines'),
  'funds.paper.no_lines': say('还没有明细。', 'There is no line yet.'),
  'funds.paper.no_lines.todo': say(
    '点「修改」补上各县各镇的金额。',
    'Amend the paper to enter the amounts.',
  ),
  'funds.document.tasks.note': say(
    '★ 为约束性任务，必须有项目对应；按任务名称对应项目，不限年度',
    '★ is binding and must have a project; projects answer by the name of the task, of any year',
  ),
  'funds.document.tasks.none': say('无项目对应', 'No project'),
  'funds.document.tasks.more': say('另有 {count} 个', 'and {count} more'),
  'funds.column.task_projects': say('对应项目', 'Projects'),
  'funds.paper.tasks': say('任务清单', 'Task list'),
  'funds.paper.binding': say('约束性任务', 'Binding'),
  'funds.paper.not_binding': say('一般任务', 'Not binding'),
  'funds.paper.history': say('办理过程', 'What was done'),
  'funds.paper.because': say('：{text}', ': {text}'),
  'funds.paper.not_to_amend': say('这份单据现在不能改。', 'This paper cannot be amended now.'),
  'funds.paper.not_to_amend.todo': say(
    '待复核的先撤回；已入账的用冲红更正。',
    'Withdraw it first if it was handed in; correct by reversal if it is posted.',
  ),

  'funds.form.paper.add': say('登记单据', 'Register a paper'),
  'funds.form.paper.register': say('保存草稿', 'Save as draft'),
  'funds.form.paper.amend': say('保存修改', 'Save changes'),
  'funds.form.choose': say('请选择', 'Choose'),
  'funds.form.needed': say('这一项要填。', 'This is needed.'),
  'funds.form.number.help': say(
    '填本单位文件的文号，如 遂财农〔2022〕12号',
    'The number of the document of your own office',
  ),
  'funds.form.payerPlace.help': say('先选环节和出资方', 'Choose measure and payer first'),
  'funds.form.dated.help': say(
    '入账日期，已结账的月份不能用',
    'The day it is posted; not in a closed month',
  ),
  'funds.form.year_form': say('填四位年度，2021 年起。', 'Four digits, from 2021.'),
  'funds.form.unit': say('金额单位', 'Unit of amounts'),
  'funds.form.unit.wan': say('万元', 'Ten thousand yuan'),
  'funds.form.unit.yuan': say('元', 'Yuan'),
  'funds.form.source_form': say(
    '来源与资金类别不符。',
    'The source does not go with the programme.',
  ),
  'funds.form.reverse': say('冲红', 'Reverse'),
  'funds.form.reverse.about': say(
    '起草一份冲红单，由另一人复核后入账；已支出的不能冲。',
    'Drafts a reversal that a second person checks; what is spent cannot be taken back.',
  ),
  'funds.form.reverse.day': say('冲红日期', 'Date of the reversal'),
  'funds.paper.reversed_document': say('冲红的单据', 'Paper taken back'),
  'funds.form.amount': say('文件总金额', 'Amount of the document'),
  'funds.form.amount_form': say(
    '填大于零的金额，元最多两位小数，万元最多六位。',
    'An amount above zero; two decimals of yuan, six of ten thousand yuan.',
  ),
  'funds.form.lines': say('明细', 'Lines'),
  'funds.form.lines.help': say(
    '每行一个县或镇：区划代码、名称、金额，可从电子表格粘贴；没有金额的行不登记',
    'One county or town a line: code, name, amount; paste from a spreadsheet. Lines without an amount are left out',
  ),
  'funds.form.lines.fill': say('填入下辖地方', 'Fill in the places below'),
  'funds.form.lines.count': say('{count} 行，合计', '{count} {count|line|lines}, in all'),
  'funds.form.lines.short': say('还差', 'short by'),
  'funds.form.lines.over': say('超出', 'over by'),
  'funds.form.lines.no_code': say(
    '第 {line} 行开头不是区划代码（6、9 或 12 位）。',
    'Line {line} does not begin with a division code of 6, 9 or 12 digits.',
  ),
  'funds.form.lines.no_amount': say(
    '第 {line} 行的金额读不懂。',
    'The amount of line {line} cannot be read.',
  ),
  'funds.form.tasks': say('任务清单', 'Task list'),
  'funds.form.tasks.help': say(
    '每行一项；约束性任务前加 ★；绩效目标写在竖线后',
    'One a line; ★ before a binding one; its target after a bar',
  ),
  'funds.form.check.about': say(
    '复核后立即入账，各地各级的数同时更新；更正只能冲红。',
    'It is posted at once and every figure follows; it can only be corrected by reversal.',
  ),
  'funds.form.explanation': say('对提示的说明', 'What you say to the hints'),
  'funds.form.reason': say('原因', 'Reason'),
  'funds.form.close_month': say('结账', 'Close a month'),
  'funds.form.close_month.about': say(
    '{place}的账，结账后不能撤销。',
    'The books of {place}; it cannot be undone.',
  ),
  'funds.form.month.help': say('如 2022-06', 'Such as 2022-06'),
  'funds.form.month_form': say('写成 2022-06 的样子。', 'Write it as 2022-06.'),
  'funds.closing.none': say('还没有结账的月份。', 'No month is closed yet.'),
  'funds.closing.none.todo': say(
    '对完账后点「结账」。',
    'Close a month when its books are reconciled.',
  ),
  'funds.closing.none.town': say(
    '结账按县办理，镇一级不单独列出。',
    'Counties close their months; nothing is listed for a town.',
  ),
  'funds.closing.none.town.todo': say(
    '已结账的月份不能再记账，有错在以后月份冲红。',
    'Nothing is booked into a closed month; what is wrong is taken back in a later one.',
  ),
  'funds.closing.none.reader': say('由县级财政结账。', 'Counties close their months.'),
} satisfies Words;

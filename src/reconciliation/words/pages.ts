/** What the pages of reconciliation say. */
import type { Words } from '../../kit/words.ts';
import { takingInWords } from './taking-in.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const pageWords = {
  ...takingInWords,
  'reconciliation.page.runs': say('对账', 'Reconciliation'),
  'reconciliation.page.runs.question': say(
    '账对上了没有，还差什么',
    'Do the books agree, and what is left open',
  ),
  'reconciliation.page.runs.note': say(
    '把一体化、国库、银行导出的明细与本系统总账逐笔勾对。支出以国库回单为准，已送审未付另列。',
    'What the budget system, the treasury and banks export is held against the ledger line by line. Spent is what the treasury paid; what waits for payment stands apart.',
  ),
  'reconciliation.page.run.question': say(
    '与“{source}”对上了没有',
    'Does it agree with “{source}”',
  ),
  'reconciliation.column.state': say('状态', 'State'),
  'reconciliation.column.source': say('来源', 'Source'),
  'reconciliation.column.period': say('期间', 'Period'),
  'reconciliation.column.open': say('未说明', 'Not explained'),
  'reconciliation.column.office': say('单位', 'Office'),
  'reconciliation.column.people': say('完成 → 复核', 'Finished → confirmed'),
  'reconciliation.column.from': say('起日', 'First day'),
  'reconciliation.column.to': say('止日', 'Last day'),
  'reconciliation.column.choose': say('选', 'Choose'),
  'reconciliation.column.result': say('结果', 'Result'),
  'reconciliation.column.ours': say('我方', 'Ours'),
  'reconciliation.column.ours_on': say('我方日期', 'Our day'),
  'reconciliation.column.ours_amount': say('我方金额', 'Our amount'),
  'reconciliation.column.theirs': say('对方', 'Theirs'),
  'reconciliation.column.theirs_on': say('对方日期', 'Their day'),
  'reconciliation.column.theirs_amount': say('对方金额', 'Their amount'),
  'reconciliation.column.difference': say('差额', 'Difference'),
  'reconciliation.column.said': say('说明', 'Explanation'),
  'reconciliation.run.none': say('这里还没有对账。', 'There is no run here yet.'),
  'reconciliation.run.none.todo': say(
    '先导入对方的明细，再发起对账。',
    'Take an export in, then open a run.',
  ),
  'reconciliation.run.none.town': say(
    '对账按县进行，镇一级不单独列出。',
    'Counties reconcile; nothing is listed for a town.',
  ),
  'reconciliation.run.none.town.todo': say(
    '本镇每笔到账和支出看「明细账」。',
    'What came in and was paid for the town is in the ledger.',
  ),
  'reconciliation.run.none.reader': say(
    '由财政部门发起，这里随时可看。',
    'Finance offices open them; they can be read here.',
  ),
  'reconciliation.run.about': say(
    '{office} · {programme} · 没有共同号码的，项目或收款人、金额相同且相差不超过 {days} 天才算对上。',
    '{office} · {programme} · without a number in common, project or payee and amount must agree and lie at most {days} {days|day|days} apart.',
  ),
  'reconciliation.run.stale': say(
    '勾对之后，总账或导入又有变动，表没有调平。请重新勾对。',
    'Ledger or imports moved since the last matching; the statement does not close. Match again.',
  ),
  'reconciliation.run.stale_fixed': say(
    '完成对账之后，总账又有变动，下表已不平。需要时退回或重新打开。',
    'The ledger moved after this was finished; the statement does not close any more. Return or reopen it where needed.',
  ),
  'reconciliation.source.none': say('还没有对账来源。', 'There is no source yet.'),
  'reconciliation.source.none.todo': say(
    '先导入一份明细，来源随之登记。',
    'Take an export in first; its source comes with it.',
  ),
  'reconciliation.matching': say('正在勾对……', 'Matching…'),
  'reconciliation.print': say('打印', 'Print'),
  'reconciliation.history': say('办理经过', 'What was done'),
  'reconciliation.items': say('对账明细', 'Rows'),
  'reconciliation.items.open': say(
    '每一处都要说明或更正，才能完成。',
    'Each is explained or corrected before the run is finished.',
  ),
  'reconciliation.result.differences': say('全部差异', 'All differences'),
  'reconciliation.items.differences': say(
    '每一处差异和对它的说明。',
    'Every difference and what is said to it.',
  ),
  'reconciliation.items.differences.none': say('没有差异。', 'Nothing differs.'),
  'reconciliation.statement.signed': say(
    '完成：{finished}　　复核：{confirmed}',
    'Finished by: {finished}  Confirmed by: {confirmed}',
  ),
  'reconciliation.items.matched': say(
    '号码或其他要素一致，金额相同。',
    'Number or other marks agree, and so does the amount.',
  ),
  'reconciliation.items.amount_differs': say(
    '是同一笔，金额不同。',
    'The same payment, another amount.',
  ),
  'reconciliation.items.ours_only': say('本系统有，对方没有。', 'In our books and not in theirs.'),
  'reconciliation.items.theirs_only': say(
    '对方有，本系统没有。',
    'In their books and not in ours.',
  ),
  'reconciliation.items.ambiguous': say(
    '几笔都可能是同一笔，或只有金额和日期相合。选我方、对方各一笔勾对，或判为单边。',
    'Several might be the same, or only amount and day agree. Choose one of each side and pair them, or leave one apart.',
  ),
  'reconciliation.items.open.none': say('差异都已说明。', 'Every difference is explained.'),
  'reconciliation.items.matched.none': say('没有对上的。', 'Nothing matched.'),
  'reconciliation.items.amount_differs.none': say('没有金额不符的。', 'No amount differs.'),
  'reconciliation.items.ours_only.none': say('没有我有他无的。', 'Nothing is in ours only.'),
  'reconciliation.items.theirs_only.none': say('没有他有我无的。', 'Nothing is in theirs only.'),
  'reconciliation.items.ambiguous.none': say('没有待判断的。', 'Nothing is to be judged.'),
  'reconciliation.items.chosen': say('已选 {count} 行', '{count} chosen'),
  'reconciliation.items.choose': say('选 {number}', 'Choose {number}'),
  'reconciliation.items.entries': say('{count} 笔合计', '{count} together'),
  'reconciliation.items.no_number': say('无号码', 'no number'),
  'reconciliation.items.by': say('按{basis}', 'by {basis}'),
  'reconciliation.items.fits_several': say('待判断', 'To be judged'),
  'reconciliation.items.unsaid': say('未说明', 'Not explained'),
  'reconciliation.items.to_reverse': say(
    '看这笔账，点凭证号到单据或项目页冲红',
    'See the entry; its number leads to the paper or project it is taken back from',
  ),
  'reconciliation.items.ours': say(
    '我方 {number}，{day}，{amount}',
    'Ours {number}, {day}, {amount}',
  ),
  'reconciliation.items.theirs': say(
    '对方 {number}，{day}，{amount}',
    'Theirs {number}, {day}, {amount}',
  ),
  'reconciliation.items.and_more': say('还有 {count} 行', 'and {count} more'),
  'reconciliation.form.needed': say('这一项要填。', 'This is needed.'),
  'reconciliation.form.choose': say('请选', 'Choose'),
  'reconciliation.form.to_form': say('止日不能早于起日。', 'The last day is not before the first.'),
  'reconciliation.form.days': say('日期最多相差几天', 'Days apart at most'),
  'reconciliation.form.days.help': say(
    '只用于没有共同号码的笔，0 到 31。',
    'For lines without a number in common, 0 to 31.',
  ),
  'reconciliation.form.days_form': say('填 0 到 31 的整数。', 'A whole number from 0 to 31.'),
  'reconciliation.form.reason': say('理由', 'Reason'),
  'reconciliation.form.reason.help': say(
    '凭什么这样判断，留给复核的人看。',
    'What this rests on, for whoever confirms.',
  ),
  'reconciliation.form.note_needed': say('写明情况，才算说明。', 'This reason needs a note.'),
  'reconciliation.form.note.help': say(
    '选填；“有误”和“其他”要写明。',
    'Needed where something is wrong, and for “other”.',
  ),
  'reconciliation.form.note.recorded_wrongly': say(
    '写明错在哪、由哪份冲红更正。更正在明细账里冲红后重记，再重新勾对。',
    'Say what is wrong and which reversal corrects it. Reverse it in the ledger, book it anew, then match again.',
  ),
  'reconciliation.form.leave_apart': say('判为单边', 'Leave apart'),
  'reconciliation.form.finish.about': say(
    '完成前再勾对一遍。完成后由本单位另一人复核，期间内不能再导入或撤销。',
    'It is matched once more. Another person of the office then confirms it; its period takes no import and gives none back.',
  ),
  'reconciliation.form.confirm.about': say(
    '逐条看过差异和说明再确认，确认后固定。',
    'Look at every difference and what is said to it; once confirmed it is fixed.',
  ),
  'reconciliation.statement.note': say(
    '本系统账面 ＋ 他有我无 － 我有他无 ± 金额不符 ＝ 对方账面',
    'Ours + theirs only − ours only ± differences = theirs',
  ),
  'reconciliation.statement.item': say('项目', 'Item'),
  'reconciliation.statement.count': say('笔数', 'Count'),
  'reconciliation.statement.of_which': say('其中：{name}', 'of which: {name}'),
  'reconciliation.statement.closes': say('已调平。', 'It closes.'),
  'reconciliation.statement.open': say('没有调平。', 'It does not close.'),
  'reconciliation.statement.requested': say(
    '另有已送审未付 {count} 笔，不计入支出（元）：',
    'Beside it {count} {count|request|requests} not yet paid and so not spent (yuan):',
  ),
} satisfies Words;

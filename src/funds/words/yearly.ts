/** Words of carrying over at the end of a year, and of execution month by month. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const yearlyWords = {
  'funds.page.carry_overs': say('年终结转', 'Carrying over'),
  'funds.page.carry_overs.question': say(
    '年底剩的钱，哪些结转，哪些是结余',
    'What was left at the end of the year: bound by contracts, or free',
  ),
  'funds.page.carry_overs.note': say(
    '合同占用而未支付的结转下年，其余为结余。结转不动钱：每行仍是原预算年度，钱龄从首次到位算起。',
    'What contracts bind is carried over, the rest is surplus. No money moves: a line keeps its budget year, and its age counts from the first receipt.',
  ),
  'funds.carry.draft': say('起草年终结转', 'Draft for a year'),
  'funds.carry.of_year': say('{year} 年终结转', 'End of {year}'),
  'funds.carry.into': say('结转到 {year} 年', 'Carried into {year}'),
  'funds.carry.year_end': say('年度（12 月 31 日）', 'Year (31 December)'),
  'funds.carry.take_again': say('按现有账重新取数', 'Take from the ledger anew'),
  'funds.carry.lines': say('各行', 'Line by line'),
  'funds.carry.left': say('年末剩余', 'Left at the end'),
  'funds.carry.carried': say('结转', 'Carried over'),
  'funds.carry.surplus': say('结余', 'Surplus'),
  'funds.carry.office': say('县（市、区）', 'County'),
  'funds.carry.none': say('还没有年终结转。', 'Nothing was carried over yet.'),
  'funds.carry.none.town': say(
    '年终结转按县办理，镇一级不单独列出。',
    'Counties carry over; nothing is listed for a town.',
  ),
  'funds.carry.none.town.todo': say(
    '本镇结转了多少，看「指标台账」。',
    'What was carried over of the town’s money is in the quota book.',
  ),
  'funds.carry.none.reader': say(
    '由县级财政在年度结束后起草。',
    'Finance offices of counties draft it when the year is over.',
  ),
  'funds.carry.none.todo': say(
    '年度结束后起草，由另一人批准。',
    'Draft it when the year is over; another person approves it.',
  ),
  'funds.column.carried_surplus': say('结转／结余', 'Carried / surplus'),
  'funds.column.carried': say('年终结转（元）', 'Carried over (yuan)'),
  'funds.column.surplus': say('年终结余（元）', 'Surplus at year’s end (yuan)'),
  'funds.column.carriedInto': say('结转到年度', 'Carried into'),
  'funds.refusal.carry_county': say(
    '年终结转由县级办理。',
    'Counties carry over what is left of their quota.',
  ),
  'funds.refusal.carry_county.todo': say('请县级财政起草。', 'Ask the county’s finance office.'),
  'funds.refusal.carry_year_runs': say('{year} 年还没过完。', '{year} is not over.'),
  'funds.refusal.carry_year_runs.todo': say(
    '次年 1 月 1 日起办理。',
    'Do it from 1 January of the next year on.',
  ),
  'funds.refusal.carry_nothing': say(
    '{year} 年末没有剩余的财政资金。',
    'No fiscal money was left at the end of {year}.',
  ),
  'funds.refusal.carry_nothing.todo': say('不用结转。', 'Nothing is to be carried over.'),
  'funds.refusal.carry_once': say(
    '这个年度已经有年终结转。',
    'There is a carrying over of this year already.',
  ),
  'funds.refusal.carry_once.todo': say(
    '打开已有的那一份修改，或作废后重做。',
    'Open and amend it, or discard it first.',
  ),
  'funds.refusal.carry_open': say(
    '{month} 还没有结账，批准后账还会变。',
    '{month} is not closed: the ledger could still change under what is approved.',
  ),
  'funds.refusal.carry_open.todo': say(
    '先在结账页把到年末的各月结账，再批准。',
    'Close every month up to the end of the year first, then approve.',
  ),
  'funds.refusal.carry_changed': say(
    '账上的数在取数以后变了。',
    'The ledger says something else than when the lines were taken.',
  ),
  'funds.refusal.carry_changed.todo': say(
    '退回后按现有账重新取数。',
    'Return it and take the lines anew.',
  ),

  'funds.page.execution': say('执行进度', 'Execution'),
  'funds.page.execution.question': say(
    '每个月到位多少、花了多少，差进度多少',
    'What was received and spent month by month, and what is missing to the target',
  ),
  'funds.page.execution.note': say(
    '一个预算年度的财政资金，从年初累计到月末。进度要求来自带文号的规则；没有规则就不比。',
    'Fiscal money of a budget year, from its beginning to the end of each month. Targets come from a rule with its document; without one nothing is compared.',
  ),
  'funds.execution.months': say('按月', 'Month by month'),
  'funds.execution.places': say('各地 {month} 月末', 'Places at the end of {month}'),
  'funds.execution.own': say('{place}本级', '{place} itself'),
  'funds.execution.month': say('月份', 'Month'),
  'funds.execution.rate': say('支出／到位', 'Spent / received'),
  'funds.execution.target': say('进度要求', 'Target'),
  'funds.execution.short': say('差进度', 'Short of it'),
  'funds.execution.no_target': say('未设', 'None set'),
  'funds.execution.none': say('这个年度还没有记账。', 'Nothing is booked of this year yet.'),
  'funds.execution.none.todo': say('换一个预算年度。', 'Choose another budget year.'),
  'funds.execution.no_places': say('下面没有县镇。', 'There are no counties or towns below.'),
  'funds.execution.no_places.todo': say(
    '上表就是本地的数。',
    'The table above is the place itself.',
  ),
  'funds.execution.booked': say('{year} 年内记的账', 'Booked within {year}'),
  'funds.execution.booked.note': say(
    '驾驶舱的支出进度按记账日期算，不分是哪个预算年度的资金；上表只算 {year} 预算年度。差在哪里，看这里：合计就是驾驶舱 {from} 至 {to} 的数。',
    'Execution in the cockpit goes by the day of booking, whichever budget year the money is of; the table above is budget year {year} alone. What lies between them stands here: the total is what the cockpit shows from {from} to {to}.',
  ),
  'funds.execution.booked.none': say('这一年没有记账。', 'Nothing was booked within this year.'),
  'funds.column.progressTarget': say('进度要求（%）', 'Target (%)'),
  'funds.column.targetDocument': say('进度依据', 'By which document'),
  'funds.column.short': say('差进度（元）', 'Short of it (yuan)'),
} satisfies Words;

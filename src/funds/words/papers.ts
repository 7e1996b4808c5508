/** Words of papers: their states, verbs, hints and refusals. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const paperWords = {
  'funds.paper_kind.booking': say('入账', 'Booking'),
  'funds.paper_kind.reversal': say('冲红', 'Reversal'),
  'funds.paper_state.drafted': say('草稿', 'Draft'),
  'funds.paper_state.submitted': say('待复核', 'To be checked'),
  'funds.paper_state.returned': say('退回修改', 'Returned'),
  'funds.paper_state.posted': say('已入账', 'Posted'),
  'funds.paper_state.discarded': say('已作废', 'Discarded'),
  'funds.paper_verb.register': say('登记', 'Register'),
  'funds.paper_verb.amend': say('修改', 'Amend'),
  'funds.paper_verb.submit': say('提交复核', 'Hand in'),
  'funds.paper_verb.withdraw': say('撤回', 'Withdraw'),
  'funds.paper_verb.return': say('退回修改', 'Return'),
  'funds.paper_verb.check': say('复核入账', 'Check and post'),
  'funds.paper_verb.discard': say('作废', 'Discard'),

  'funds.hint.above_before': say(
    '{count} 个地方到位数超过出资方已下达（拨付）数，如{place}超 {amount}。',
    'In {count} {count|place|places} more is received than the payer has issued or remitted; {place} by {amount}.',
  ),
  'funds.hint.above_due': say(
    '{count} 个地方累计超过历年应配，如{place}超 {amount}。补以前年度的，请写明。',
    'In {count} {count|place|places} the sum is above what is due of all years so far; {place} by {amount}. Say so if it makes up an earlier year.',
  ),
  'funds.hint.no_due': say(
    '{count} 个地方这类资金没有应配数，如{place}。',
    'Nothing of this fund is due to {count} {count|place|places}, such as {place}.',
  ),
  'funds.hint.same_again': say(
    '{count} 个地方前后三十天内已有同额同类入账，如{place} {amount}，可能重复。',
    '{count} {count|place|places} {count|was|were} booked the same amount within thirty days, {place} {amount}: perhaps twice.',
  ),

  'funds.refusal.paper_state': say(
    '这份单据的状态已经变了。',
    'The state of this paper has changed.',
  ),
  'funds.refusal.paper_state.todo': say(
    '刷新页面，看现在能做什么。',
    'Reload the page to see what may be done now.',
  ),
  'funds.refusal.other_office': say(
    '这份单据由别的单位登记，只有登记单位能办。',
    'Another office registered this paper; only that office deals with it.',
  ),
  'funds.refusal.other_office.todo': say(
    '请联系登记单位。',
    'Turn to the office that registered it.',
  ),
  'funds.refusal.same_person': say(
    '登记或修改过这份单据的人不能自己复核。',
    'Whoever had a hand in a paper does not check it.',
  ),
  'funds.refusal.same_person.todo': say(
    '请本单位另一位同事复核。',
    'Ask a colleague of the office to check it.',
  ),
  'funds.refusal.not_maker': say(
    '只有经手登记的人能撤回。',
    'Only somebody who had a hand in it withdraws it.',
  ),
  'funds.refusal.not_maker.todo': say(
    '需要改的，点「退回修改」。',
    'Return it if it must be changed.',
  ),
  'funds.refusal.no_right': say('你的岗位不能办这一步。', 'Your role does not take this step.'),
  'funds.refusal.no_right.todo': say('请有复核权限的同事办理。', 'Ask a colleague who may.'),
  'funds.refusal.changed_since': say(
    '你打开以后，别人改过这份单据。',
    'Somebody has changed this paper since you opened it.',
  ),
  'funds.refusal.changed_since.todo': say(
    '刷新页面，对照着再改。',
    'Reload the page and compare before you change it.',
  ),
  'funds.refusal.payer_of_measure': say(
    '这个出资方没有这个环节：下达用于中央、省和本市，拨付用于帮扶市。',
    'This payer has no such measure: the centre, the province and the own city issue, an assisting city remits.',
  ),
  'funds.refusal.payer_of_measure.todo': say(
    '改环节或出资方。',
    'Change the measure or the payer.',
  ),
  'funds.refusal.source_of_programme': say(
    '财政资金与自筹、捐赠、信贷资金分账登记，来源和资金类别不能混。',
    'Fiscal money and self-raised, donated or borrowed money have books of their own.',
  ),
  'funds.refusal.source_of_programme.todo': say(
    '改来源或资金类别。',
    'Change the source or the programme.',
  ),
  'funds.refusal.payer_place': say(
    '出资地的级别与出资方不符。',
    'The paying place is not of the payer’s level.',
  ),
  'funds.refusal.payer_place.todo': say(
    '重新选出资的省、市或县。',
    'Choose the paying province, city or county.',
  ),
  'funds.refusal.payer_registers': say(
    '下达和拨付由出资方自己登记。',
    'A payer registers itself what it issues or remits.',
  ),
  'funds.refusal.payer_registers.todo': say(
    '本单位收到的，登记为到位。',
    'Register what your office received as received.',
  ),
  'funds.refusal.lines_elsewhere': say(
    '这份单据有你看不到的明细。',
    'Some lines of this paper are out of your sight.',
  ),
  'funds.refusal.lines_elsewhere.todo': say(
    '请能看到全部明细的同事办理，或作废重登。',
    'Ask a colleague who sees all of them, or discard it and register it anew.',
  ),
  'funds.refusal.before_entry': say(
    '冲红日期早于原分录的入账日 {day}。',
    'The reversal is dated before the entry of {day}.',
  ),
  'funds.refusal.before_entry.todo': say('改用 {day} 或以后的日期。', 'Take {day} or a later day.'),
  'funds.refusal.payer_area': say(
    '{place}不在出资方的辖区内。',
    '{place} is not in the payer’s area.',
  ),
  'funds.refusal.payer_area.todo': say(
    '去掉这一行，或改出资方。',
    'Take the line out or change the payer.',
  ),
  'funds.refusal.line_place': say(
    '第 {line} 行的地方不在你的数据权限内。',
    'The place of line {line} is not in your scope.',
  ),
  'funds.refusal.line_place.todo': say('去掉这一行。', 'Take the line out.'),
  'funds.refusal.line_level': say('明细行要落到县或镇。', 'A line is for a county or a town.'),
  'funds.refusal.line_level.todo': say(
    '把村一级的行并到所在镇。',
    'Put lines of villages under their town.',
  ),
  'funds.refusal.place_twice': say('{place}出现了两行。', '{place} has two lines.'),
  'funds.refusal.place_twice.todo': say('合并成一行。', 'Make them one.'),
  'funds.refusal.task_twice': say('任务清单里有同名任务。', 'Two tasks have the same name.'),
  'funds.refusal.task_twice.todo': say('合并或改名。', 'Make them one or rename.'),
  'funds.refusal.no_lines': say('还没有明细。', 'There is no line yet.'),
  'funds.refusal.no_lines.todo': say(
    '至少登记一个县或镇的金额，再提交。',
    'Enter the amount of one county or town at least.',
  ),
  'funds.refusal.lines_below': say(
    '明细合计比文件金额少 {gap} 元。',
    'The lines are {gap} yuan below the paper’s amount.',
  ),
  'funds.refusal.lines_below.todo': say(
    '补齐明细或核对文件金额，合计相等才能提交。',
    'Complete the lines or compare the amount; both must be equal.',
  ),
  'funds.refusal.lines_above': say(
    '明细合计比文件金额多 {gap} 元。',
    'The lines are {gap} yuan above the paper’s amount.',
  ),
  'funds.refusal.lines_above.todo': say(
    '核对明细和文件金额，合计相等才能提交。',
    'Compare lines and amount; both must be equal.',
  ),
  'funds.refusal.day_to_come': say(
    '日期还没到（今天 {today}）。',
    'The day has not come yet (today is {today}).',
  ),
  'funds.refusal.day_to_come.todo': say('核对文件日期。', 'Compare the date of the document.'),
  'funds.refusal.month_closed': say('{place} {month} 已结账。', '{month} is closed in {place}.'),
  'funds.refusal.month_closed.todo': say(
    '改用未结账月份的日期；更正用冲红。',
    'Take a day of an open month; correct by reversal.',
  ),
  'funds.refusal.month_closed_now': say('这个月刚刚结账。', 'The month has just been closed.'),
  'funds.refusal.month_closed_now.todo': say(
    '退回修改日期；更正用冲红。',
    'Return it to change the day; correct by reversal.',
  ),
  'funds.refusal.number_known': say('{number} 已经入账。', '{number} has been posted already.'),
  'funds.refusal.number_known.todo': say(
    '在指标文件里查这个文号；重登更正的，文号后加注（更正）。',
    'Look the number up among the documents; mark a corrected one after its number.',
  ),
  'funds.refusal.sheet_sum': say(
    '与各行金额合计 {sum} 元不一致。',
    'Differs from the sum of its lines, {sum} yuan.',
  ),
  'funds.refusal.sheet_sum.todo': say(
    '请核对文件总额和各行金额。',
    'Check the whole and the lines.',
  ),
  'funds.refusal.number_taken': say('这个文号已经登记过。', 'This number is registered already.'),
  'funds.refusal.number_taken.todo': say(
    '在单据和指标文件里查这个文号；重登更正的，文号后加注（更正）。',
    'Look it up among papers and documents; mark a corrected one after its number.',
  ),
  'funds.refusal.id_taken': say('这个编号已经用过。', 'This id has been used before.'),
  'funds.refusal.id_taken.todo': say('刷新页面再提交。', 'Reload the page and send again.'),
  'funds.refusal.explain_first': say(
    '有 {count} 处提示，要先说明。',
    '{count} {count|hint|hints} {count|asks|ask} for an explanation.',
  ),
  'funds.refusal.explain_first.todo': say(
    '看提示，写上说明再提交。',
    'Read them, write why, and hand it in again.',
  ),
  'funds.refusal.reversal_fixed': say(
    '冲红单的金额来自原分录，不能改。',
    'The amounts of a reversal come from the entries.',
  ),
  'funds.refusal.reversal_fixed.todo': say(
    '作废后重新发起冲红。',
    'Discard it and begin a new one.',
  ),
  'funds.refusal.nothing_to_reverse': say(
    '这份文件在你的辖区没有可冲红的分录。',
    'No entry of this document in your area can be taken back.',
  ),
  'funds.refusal.nothing_to_reverse.todo': say(
    '看文件明细里哪些已冲红。',
    'See in its lines which are reversed already.',
  ),
  'funds.refusal.entry_reversed': say('有的分录已经冲红。', 'Some entries are taken back already.'),
  'funds.refusal.entry_reversed.todo': say(
    '刷新文件明细再选。',
    'Reload the lines and choose again.',
  ),
  'funds.refusal.several_sources': say(
    '这份文件有几种来源，要分来源冲红。',
    'The document has several sources; take them back one by one.',
  ),
  'funds.refusal.several_sources.todo': say(
    '只选同一来源的分录。',
    'Choose entries of one source.',
  ),
  'funds.refusal.spent_already': say(
    '这笔到位资金已有支出，冲红后余额会小于零。',
    'Part of this money is spent; the balance would fall below zero.',
  ),
  'funds.refusal.spent_already.todo': say(
    '先冲红对应的支出，或只冲未支出的部分。',
    'Take back the spending first, or only what is unspent.',
  ),
  'funds.refusal.month_runs': say('{month} 还没过完。', '{month} is not over.'),
  'funds.refusal.month_runs.todo': say('下个月再结账。', 'Close it when it is over.'),
  'funds.refusal.month_skipped': say('{month} 还没有结账。', '{month} is not closed yet.'),
  'funds.refusal.month_skipped.todo': say(
    '按月依次结账：先结 {month}。',
    'Months are closed one after another: close {month} first.',
  ),
  'funds.refusal.papers_wait': say(
    '{month} 还有 {count} 份单据待复核。',
    '{count} {count|paper|papers} of {month} {count|waits|wait} to be checked.',
  ),
  'funds.refusal.contracts_wait': say(
    '{month} 还有 {count} 份合同（含变更、结算、解除）待复核。',
    '{count} {count|contract|contracts} of {month}, with changes and endings, {count|waits|wait} to be checked.',
  ),
  'funds.refusal.contracts_wait.todo': say(
    '先在项目库复核或退回；支付申请按国库回单日期入账，不影响结账。',
    'Check or return them under projects first; requests are booked by the day of their receipt and do not matter here.',
  ),
  'funds.refusal.papers_wait.todo': say('先复核或退回这些单据。', 'Check or return them first.'),
  'funds.refusal.closed_already': say('这个月已经结账。', 'The month is closed already.'),
  'funds.refusal.closed_already.todo': say('不用再结。', 'Nothing more is to be done.'),
  'funds.refusal.closes_county': say(
    '月度结账由县级单位自己办。',
    'A county closes its own books.',
  ),
  'funds.refusal.closes_county.todo': say(
    '请县级财政办理，不设县的市由市级办理。',
    'Ask the county, or the city where it has no counties.',
  ),

  'funds.refusal.held_by_projects': say(
    '{place}的这笔到位资金已被年度计划中的项目占用，冲红后不够。',
    'Projects in the year’s plan of {place} hold this money; not enough would be left.',
  ),
  'funds.refusal.held_by_projects.todo': say(
    '先终止或调整占用它的项目，再冲红。',
    'Terminate or change the projects that hold it first.',
  ),
} satisfies Words;

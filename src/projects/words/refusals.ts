/** Words of refusals of projects, each with what to do next. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const refusalWords = {
  'projects.refusal.state': say(
    '这一步现在办不了，状态已经变了。',
    'This step is not possible any more: the state has changed.',
  ),
  'projects.refusal.state.todo': say(
    '请刷新页面，看清现在的状态再办。',
    'Reload the page and look at the state it is in now.',
  ),
  'projects.refusal.other_office': say(
    '这一步不归本单位办理。',
    'This step is not for your office.',
  ),
  'projects.refusal.other_office.todo': say(
    '请由项目所在镇或上级主管单位办理。',
    'It is for the office of the town, or the one above it.',
  ),
  'projects.refusal.no_right': say('你的岗位不能办理这一步。', 'Your role may not take this step.'),
  'projects.refusal.no_right.todo': say(
    '请由有审核权限的同事办理。',
    'Ask a colleague who may decide.',
  ),
  'projects.refusal.same_person': say(
    '经办人不能审核自己经办的事项。',
    'Who had a hand in it does not decide on it.',
  ),
  'projects.refusal.same_person.todo': say(
    '请由没有经办过的同事审核。',
    'Ask a colleague who had no hand in it.',
  ),
  'projects.refusal.not_maker': say(
    '只有经办人可以撤回。',
    'Only who had a hand in it may withdraw it.',
  ),
  'projects.refusal.not_maker.todo': say(
    '请由经办人撤回，或由审核人退回。',
    'Let one of them withdraw it, or let the other person return it.',
  ),
  'projects.refusal.changed_since': say(
    '你打开页面之后，别人改过这一项。',
    'Somebody changed it after you opened the page.',
  ),
  'projects.refusal.changed_since.todo': say(
    '请刷新页面，看过新的内容再办。',
    'Reload the page and look at it again.',
  ),
  'projects.refusal.reason_needed': say('请写明理由。', 'A reason is needed.'),
  'projects.refusal.reason_needed.todo': say(
    '写一句理由再提交。',
    'Write a sentence and send it again.',
  ),
  'projects.refusal.day_needed': say('请填写办理日期。', 'The day is missing.'),
  'projects.refusal.day_needed.todo': say('填写日期再提交。', 'Enter the day and send it again.'),
  'projects.refusal.progress_needed': say(
    '请填写进度百分比。',
    'The per cent of the work is missing.',
  ),
  'projects.refusal.progress_needed.todo': say(
    '填写 0 到 100 的整数。',
    'Enter a whole number from 0 to 100.',
  ),
  'projects.refusal.progress_back': say(
    '进度不能比上次报的 {progress}% 低。',
    'The progress may not be below the {progress} per cent reported before.',
  ),
  'projects.refusal.progress_back.todo': say(
    '如上次报错，请先由上级退回。',
    'If that was wrong, let the office above return it.',
  ),
  'projects.refusal.day_to_come': say(
    '日期不能晚于今天（{today}）。',
    'The day lies after today ({today}).',
  ),
  'projects.refusal.day_to_come.todo': say('请改成实际发生的日期。', 'Enter the day it happened.'),
  'projects.refusal.day_before': say('日期不能早于 {day}。', 'The day lies before {day}.'),
  'projects.refusal.day_before.todo': say(
    '请核对前一步的日期。',
    'Check the day of the step before.',
  ),
  'projects.refusal.town_registers': say(
    '只能登记本镇的项目。',
    'Only the town’s own office registers here.',
  ),
  'projects.refusal.town_registers.todo': say(
    '请由项目所在镇登记。',
    'Let the office of the town do it.',
  ),
  'projects.refusal.people_of_people': say(
    '其中脱贫人口、监测对象不能超过受益人数。',
    'Lifted-out and monitored people are more than all who benefit.',
  ),
  'projects.refusal.people_of_people.todo': say('请核对受益人数。', 'Check the numbers of people.'),
  'projects.refusal.village_elsewhere': say(
    '所选的村不在本镇。',
    'A village chosen does not lie in this town.',
  ),
  'projects.refusal.village_elsewhere.todo': say(
    '请从本镇的村里选择。',
    'Choose villages of the town.',
  ),
  'projects.refusal.shortfall_taken': say(
    '所选短板已由其他项目补齐或不在本镇。',
    'A shortfall chosen is filled by another project or not of this town.',
  ),
  'projects.refusal.shortfall_taken.todo': say(
    '请刷新后重新选择短板。',
    'Reload and choose again.',
  ),
  'projects.refusal.shortfall_twice': say(
    '本镇已有同名短板。',
    'The town has a shortfall of this name.',
  ),
  'projects.refusal.shortfall_twice.todo': say(
    '请改用已有的短板，或换一个名称。',
    'Use the one there is, or another name.',
  ),
  'projects.refusal.source_of_programme': say(
    '资金来源与资金类别不相符。',
    'The source does not belong to the programme.',
  ),
  'projects.refusal.source_of_programme.todo': say(
    '请重新选择来源或类别。',
    'Choose another source or programme.',
  ),
  'projects.refusal.payer_place': say(
    '出资地与出资方不相符。',
    'The place does not fit the payer.',
  ),
  'projects.refusal.payer_place.todo': say(
    '省、市、县资金要填本镇上级的省、市、县。',
    'Money of province, city or county comes from the one above the town; an assisting city is a city.',
  ),
  'projects.refusal.source_twice': say('同一来源写了两行。', 'A source is entered twice.'),
  'projects.refusal.source_twice.todo': say('请合并成一行。', 'Put both lines together.'),
  'projects.refusal.planned_days': say(
    '计划完工日期早于计划开工日期。',
    'The planned end lies before the planned beginning.',
  ),
  'projects.refusal.planned_days.todo': say('请核对计划日期。', 'Check the planned days.'),
  'projects.refusal.id_taken': say('这一项已经登记过。', 'It is registered already.'),
  'projects.refusal.id_taken.todo': say('请刷新页面查看。', 'Reload the page.'),
  'projects.refusal.notice_days': say(
    '公示截止日必须晚于张贴日。',
    'The notice must end after the day it was posted.',
  ),
  'projects.refusal.notice_days.todo': say('请核对公示起止日期。', 'Check its days.'),
  'projects.refusal.answered_already': say(
    '这条异议已经答复。',
    'This objection is answered already.',
  ),
  'projects.refusal.answered_already.todo': say('请刷新页面查看。', 'Reload the page.'),
  'projects.refusal.changes_which': say(
    '请选择已生效的合同作为变更或结算对象。',
    'Choose the contract in force that is changed or settled.',
  ),
  'projects.refusal.changes_which.todo': say(
    '先让原合同复核生效，再登记变更。',
    'Let the contract be checked first.',
  ),
  'projects.refusal.settles_accepted': say(
    '项目验收后才能登记结算。',
    'A settlement comes after acceptance.',
  ),
  'projects.refusal.settles_accepted.todo': say('请先办理验收。', 'Accept the project first.'),
  'projects.refusal.number_taken': say(
    '本县已有同号合同。',
    'The county has a contract with this number.',
  ),
  'projects.refusal.number_taken.todo': say('请核对合同编号。', 'Check the number.'),
  'projects.refusal.above_budget': say(
    '合同总额超过项目预算。',
    'All contracts together are above the budget of the project.',
  ),
  'projects.refusal.above_budget.todo': say(
    '请核对合同金额，或先调整项目预算。',
    'Check the amount, or have the budget changed first.',
  ),
  'projects.refusal.below_asked': say(
    '变更后的合同额低于已申请的款项。',
    'The contract would be worth less than was asked for already.',
  ),
  'projects.refusal.below_asked.todo': say(
    '请先撤回未付的申请，或核对金额。',
    'Take open requests back first, or check the amount.',
  ),
  'projects.refusal.above_contract': say(
    '申请金额超过合同可申请余额（已扣质量保证金）。',
    'More is asked for than the contract leaves, less the retained part.',
  ),
  'projects.refusal.above_contract.todo': say(
    '请核对金额；质量保证金到期后另行申请。',
    'Check the amount; the retained part is asked for on its own when it is due.',
  ),
  'projects.refusal.before_acceptance': say(
    '项目验收后才能申请结算款和质量保证金。',
    'Final payment and retained part come after acceptance.',
  ),
  'projects.refusal.before_acceptance.todo': say(
    '请先办理验收，或改为进度款。',
    'Accept the project first, or ask for a progress payment.',
  ),
  'projects.refusal.quota_spent': say(
    '来源指标的余额不够。',
    'The quota it is drawn from has not enough left.',
  ),
  'projects.refusal.quota_spent.todo': say(
    '请查看指标台账，等资金到位或调整来源。',
    'Look at the quota book; wait for the money or change the source.',
  ),
  'projects.refusal.explain_first': say(
    '有 {count} 处提示需要先说明。',
    '{count} {count|hint|hints} {count|asks|ask} for an explanation first.',
  ),
  'projects.refusal.explain_first.todo': say(
    '请撤回后写明情况再提交。',
    'Hand it in again with an explanation.',
  ),
  'projects.refusal.receipt_needed': say(
    '请填写国库支付回单号。',
    'The number of the treasury’s receipt is missing.',
  ),
  'projects.refusal.receipt_needed.todo': say(
    '按回单填写编号和日期。',
    'Enter number and day as the receipt has them.',
  ),
  'projects.refusal.receipt_taken': say(
    '这张回单已经登记过。',
    'This receipt is registered already.',
  ),
  'projects.refusal.receipt_of_batch': say(
    '这是奖补第 {number} 批的支付申请。',
    'The request is of batch {number} of the subsidies.',
  ),
  'projects.refusal.receipt_of_batch.todo': say(
    '请到奖补发放里该批次登记回单，只按发放成功的金额计支出。',
    'Register the receipt on that batch: it spends what was paid alone.',
  ),
  'projects.refusal.receipt_taken.todo': say('请核对回单号。', 'Check its number.'),
  'projects.refusal.month_closed': say('这个月份已经结账。', 'The month is closed.'),
  'projects.refusal.month_closed.todo': say(
    '请记入未结账的月份。',
    'Book it into a month that is open.',
  ),
  'projects.refusal.contract_first': say(
    '支付申请必须对应已生效的合同。',
    'A request needs a contract in force.',
  ),
  'projects.refusal.contract_first.todo': say(
    '请先登记合同并由他人复核。',
    'Register the contract and let it be checked first.',
  ),
  'projects.refusal.month_shut': say(
    '{month} 已经结账，不能再入账。',
    '{month} is closed; nothing is booked into it any more.',
  ),
  'projects.refusal.month_shut.todo': say(
    '业务日期不变，把入账日期填在未结账的月份，最早 {day}。',
    'Keep the day it happened and enter a booking day in an open month, {day} at the earliest.',
  ),
  'projects.refusal.before_settlement': say(
    '合同还没有结算，不能申请结算款。',
    'The contract is not settled: there is no final payment yet.',
  ),
  'projects.refusal.before_settlement.todo': say(
    '先登记结算并复核；之前按进度款申请。',
    'Register the settlement and let it be checked; until then ask for a progress payment.',
  ),
  'projects.refusal.invoice_used': say(
    '本县另一笔支付申请已经用了这张发票。',
    'Another request of the county rests on this invoice already.',
  ),
  'projects.refusal.invoice_used.todo': say(
    '核对发票号；那一笔退回或作废后才能再用。',
    'Check its number; it is free again when the other request is returned or discarded.',
  ),
  'projects.refusal.notice_state': say(
    '项目现在的环节不做这种公示。',
    'A notice of this stage does not fit the state of the project.',
  ),
  'projects.refusal.notice_state.todo': say(
    '请选现在环节的公示；早先的公示应在当时登记。',
    'Choose the one that fits; earlier ones belong to their own time.',
  ),
  'projects.refusal.ends_main': say(
    '变更和结算不能单独解除。',
    'A change or a settlement is not ended on its own.',
  ),
  'projects.refusal.ends_main.todo': say('请解除原合同。', 'End the contract itself.'),
  'projects.refusal.contract_ended': say(
    '这份合同已经解除，或正在办理解除。',
    'This contract was ended, or is about to be.',
  ),
  'projects.refusal.contract_ended.todo': say(
    '不能再申请付款；解除有误的先退回。',
    'Nothing more is asked for under it; return the ending if it is wrong.',
  ),
  'projects.refusal.not_in_charge': say(
    '只有经办人或有审核权限的同事可以移交。',
    'Whoever is in charge, or a colleague who may decide, transfers it.',
  ),
  'projects.refusal.not_in_charge.todo': say(
    '请由现在的经办人移交；已办结的项目不用移交。',
    'Let the one in charge do it; what is over needs nobody.',
  ),
  'projects.refusal.handler_of_town': say(
    '接手人不是本镇可以办理项目的账户。',
    'That is no account of the town that may write projects.',
  ),
  'projects.refusal.handler_of_town.todo': say('请从列表里选择。', 'Choose one of the list.'),
  'projects.refusal.adjustment_waits': say(
    '本项目已有一项预算调整等审定。',
    'An adjustment of this budget waits to be decided already.',
  ),
  'projects.refusal.adjustment_waits.todo': say(
    '先由县审定，或撤回后重新提出。',
    'Let the county decide it, or withdraw it.',
  ),
  'projects.refusal.adjusts_nothing': say(
    '调整后的预算和原来一样。',
    'The budget would be what it is.',
  ),
  'projects.refusal.adjusts_nothing.todo': say(
    '改动来源或金额再提交。',
    'Change a source or an amount.',
  ),
  'projects.refusal.below_committed': say(
    '有来源调整后低于已签合同占用的金额。',
    'A source would have less than contracts commit of it.',
  ),
  'projects.refusal.below_committed.todo': say(
    '先变更或解除合同，或把这一来源留够合同占用。',
    'Change or end a contract first, or leave the source what is committed.',
  ),
  'projects.refusal.asset_after_acceptance': say(
    '项目验收后才能登记资产。',
    'Assets are registered after acceptance.',
  ),
  'projects.refusal.asset_after_acceptance.todo': say(
    '请先办理验收。',
    'Accept the project first.',
  ),
  'projects.refusal.upkeep_needed': say(
    '公益性资产必须写明管护安排。',
    'A public asset needs an upkeep arrangement.',
  ),
  'projects.refusal.upkeep_needed.todo': say(
    '写明管护人、频次和经费来源。',
    'Say who keeps it, how often, with what money.',
  ),
  'projects.refusal.asset_twice': say(
    '本项目已有同名资产。',
    'The project has an asset of this name.',
  ),
  'projects.refusal.asset_twice.todo': say('请换一个名称。', 'Use another name.'),
  'projects.refusal.income_operating': say(
    '只有经营性资产登记收益。',
    'Only operating assets have an income.',
  ),
  'projects.refusal.income_operating.todo': say('请核对资产类别。', 'Check the kind of the asset.'),
  'projects.refusal.distributed_of_income': say(
    '分配金额不能超过收益。',
    'More is distributed than was earned.',
  ),
  'projects.refusal.distributed_of_income.todo': say(
    '请核对收益和分配金额。',
    'Check both amounts.',
  ),
  'projects.refusal.income_twice': say(
    '这一年的收益已经登记。',
    'The income of this year is entered already.',
  ),
  'projects.refusal.income_twice.todo': say('请核对年度。', 'Check the year.'),
  'projects.refusal.settled_already': say('这份合同已经结算。', 'This contract is settled.'),
  'projects.refusal.settled_already.todo': say(
    '结算后不再变更；有误的请由财政部门处理。',
    'Nothing changes it after that; ask the finance office if it is wrong.',
  ),
  'projects.refusal.still_retained': say(
    '质量保证金还没有到期。',
    'The retained part is not due yet.',
  ),
  'projects.refusal.still_retained.todo': say('到期后再申请。', 'Ask for it when it is due.'),
  'projects.refusal.light_self_raised': say(
    '简易登记只用于自筹资金的小项目。',
    'The short form is for small projects of self-raised money alone.',
  ),
  'projects.refusal.light_self_raised.todo': say(
    '去掉财政资金来源，或按一般项目登记。',
    'Take the other sources off, or register it as any other project.',
  ),
} satisfies Words;

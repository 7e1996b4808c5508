/** Words of what a step still waits for, each with what to do. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const missingWords = {
  'projects.missing.shortfall': say(
    '还没有选择要补的短板。',
    'No shortfall is chosen that it fills.',
  ),
  'projects.missing.shortfall.todo': say(
    '在修改页选择本镇的短板。',
    'Choose one of the town on the page to amend.',
  ),
  'projects.missing.budget': say('还没有分来源的预算。', 'There is no budget by source.'),
  'projects.missing.budget.todo': say('在修改页填写各来源金额。', 'Enter it on the page to amend.'),
  'projects.missing.benefit_link': say(
    '经营性项目还没有写联农带农方式。',
    'An operating project needs a benefit link.',
  ),
  'projects.missing.benefit_link.todo': say(
    '在修改页选择联农带农方式。',
    'Choose one on the page to amend.',
  ),
  'projects.missing.quota': say(
    '来源指标还没有足够的到位余额。',
    'The quotas have not enough that was received and nobody holds.',
  ),
  'projects.missing.quota.todo': say(
    '等资金到位，或调整来源后再列入计划。',
    'Wait for the money, or change the sources.',
  ),
  'projects.missing.notice_proposal': say(
    '申报公示没有做完，或还有异议没有答复。',
    'The notice of the proposal is not over, or an objection waits for an answer.',
  ),
  'projects.missing.notice_proposal.todo': say(
    '登记公示；期满且异议答复后再办。',
    'Post the notice; go on when it is over and objections are answered.',
  ),
  'projects.missing.notice_plan': say(
    '年度计划公示没有做完，或还有异议没有答复。',
    'The notice of the year’s plan is not over, or an objection waits for an answer.',
  ),
  'projects.missing.notice_plan.todo': say(
    '登记公示；期满且异议答复后再办。',
    'Post the notice; go on when it is over and objections are answered.',
  ),
  'projects.missing.notice_award': say(
    '采购结果公示没有做完，或还有异议没有答复。',
    'The notice of the award is not over, or an objection waits for an answer.',
  ),
  'projects.missing.notice_award.todo': say(
    '登记公示；期满且异议答复后再办。',
    'Post the notice; go on when it is over and objections are answered.',
  ),
  'projects.missing.notice_acceptance': say(
    '竣工公示没有做完，或还有异议没有答复。',
    'The notice of completion is not over, or an objection waits for an answer.',
  ),
  'projects.missing.notice_acceptance.todo': say(
    '登记公示；期满且异议答复后再办。',
    'Post the notice; go on when it is over and objections are answered.',
  ),
  'projects.missing.contract_in_force': say('还没有生效的合同。', 'No contract is in force.'),
  'projects.missing.contract_in_force.todo': say(
    '登记合同并由他人复核。',
    'Register the contract and let it be checked.',
  ),
  'projects.missing.contract_open': say(
    '还有合同或变更没有复核。',
    'A contract or a change of one is not checked yet.',
  ),
  'projects.missing.contract_open.todo': say(
    '先复核、退回或作废。',
    'Check, return or discard it first.',
  ),
  'projects.missing.contract_running': say('还有已生效的合同。', 'A contract is still in force.'),
  'projects.missing.contract_running.todo': say(
    '先解除合同，释放没有支付的合同占用。',
    'End it first, so that what was not paid is released.',
  ),
  'projects.missing.adjustment_open': say(
    '还有一项预算调整等审定。',
    'An adjustment of the budget waits to be decided.',
  ),
  'projects.missing.adjustment_open.todo': say(
    '先审定、退回或撤回。',
    'Approve, return or withdraw it first.',
  ),
  'projects.missing.progress_full': say(
    '进度还没有报到 100%。',
    'The work is not reported as done to 100 per cent.',
  ),
  'projects.missing.progress_full.todo': say('先报进度。', 'Report the progress first.'),
  'projects.missing.settlement': say('合同还没有结算。', 'A contract is not settled yet.'),
  'projects.missing.settlement.todo': say(
    '登记结算并由他人复核。',
    'Register the settlement and let it be checked.',
  ),
  'projects.missing.requests_open': say(
    '还有没办完的支付申请。',
    'Requests for payment are still open.',
  ),
  'projects.missing.requests_open.todo': say(
    '先办结、退回或作废。',
    'Finish, return or discard them first.',
  ),
  'projects.missing.asset': say('还没有登记形成的资产。', 'The asset it left is not registered.'),
  'projects.missing.asset.todo': say('登记资产的权属和管护。', 'Register who owns and keeps it.'),
  'projects.missing.paper_minutes': say(
    '还缺材料：会议纪要。',
    'A paper is missing: minutes of the meeting.',
  ),
  'projects.missing.paper_minutes.todo': say('在材料栏登记后再办。', 'Add it under papers first.'),
  'projects.missing.paper_plan': say('还缺材料：实施方案。', 'A paper is missing: plan of work.'),
  'projects.missing.paper_plan.todo': say('在材料栏登记后再办。', 'Add it under papers first.'),
  'projects.missing.paper_review': say('还缺材料：论证评审意见。', 'A paper is missing: review.'),
  'projects.missing.paper_review.todo': say('在材料栏登记后再办。', 'Add it under papers first.'),
  'projects.missing.paper_tender': say(
    '还缺材料：采购招标文件。',
    'A paper is missing: tender papers.',
  ),
  'projects.missing.paper_tender.todo': say('在材料栏登记后再办。', 'Add it under papers first.'),
  'projects.missing.paper_contract': say('还缺材料：合同。', 'A paper is missing: contract.'),
  'projects.missing.paper_contract.todo': say('在材料栏登记后再办。', 'Add it under papers first.'),
  'projects.missing.dossier': say(
    '还没有生成送审资料，或复核后有改动。',
    'Its dossier is not put together, or was before it was last checked.',
  ),
  'projects.missing.dossier.todo': say(
    '打开这笔申请的送审资料，补齐扫描件，生成后再送审。',
    'Open the dossier of this request, add what is missing, put it together, then send.',
  ),
  'projects.missing.paper_invoice': say('还缺材料：发票。', 'A paper is missing: invoice.'),
  'projects.missing.paper_invoice.todo': say('在材料栏登记后再办。', 'Add it under papers first.'),
  'projects.missing.paper_progress': say(
    '还缺材料：进度证明。',
    'A paper is missing: proof of progress.',
  ),
  'projects.missing.paper_progress.todo': say('在材料栏登记后再办。', 'Add it under papers first.'),
  'projects.missing.paper_acceptance': say(
    '还缺材料：验收报告。',
    'A paper is missing: acceptance report.',
  ),
  'projects.missing.paper_acceptance.todo': say(
    '在材料栏登记后再办。',
    'Add it under papers first.',
  ),
  'projects.missing.paper_audit': say(
    '还缺材料：结算审核报告。',
    'A paper is missing: audit of the settlement.',
  ),
  'projects.missing.paper_audit.todo': say('在材料栏登记后再办。', 'Add it under papers first.'),
  'projects.missing.paper_handover': say(
    '还缺材料：移交书。',
    'A paper is missing: hand-over paper.',
  ),
  'projects.missing.paper_handover.todo': say('在材料栏登记后再办。', 'Add it under papers first.'),
  'projects.missing.paper_notice': say(
    '还缺材料：公示照片。',
    'A paper is missing: photograph of the notice.',
  ),
  'projects.missing.paper_notice.todo': say('在材料栏登记后再办。', 'Add it under papers first.'),
  'projects.missing.paper_other': say('还缺材料：其他材料。', 'A paper is missing: other paper.'),
  'projects.missing.paper_other.todo': say('在材料栏登记后再办。', 'Add it under papers first.'),
  'projects.hint.ahead_of_progress': say(
    '付款超过已报进度（{about}）',
    'More would be paid than was done ({about})',
  ),
  'projects.hint.same_invoice': say(
    '同一发票号已用于“{about}”',
    'The invoice was used for “{about}” already',
  ),
  'projects.hint.same_amount': say(
    '三十天内同一收款人有同额申请（{about}）',
    'The same payee was asked the same amount within thirty days ({about})',
  ),
} satisfies Words;

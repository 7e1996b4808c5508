/** Words of refusals of projects that come in by spreadsheets. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const sheetWords = {
  'projects.sheet.receipts_left_out': say(
    '等待回单的支付申请共 {count} 笔，本表只带出申请最早的 {most} 笔，一次最多导入这么多。要其余的：先导入这份，登记了回单的不再带出，再下载模板就轮到后面的；或者到“项目库”导出支付申请，把已有回单的按合同编号、发票号、收款人、金额填进来。',
    '{count} requests wait for their receipts; this sheet brings the {most} that were asked for first, as many as are taken in at a time. For the rest: take this one in and download the template again, it then goes on with the next; or export the requests from the library of projects and fill in contract, invoice, payee and amount of those that have a receipt.',
  ),
  'projects.refusal.sheet_number': say(
    '本镇没有编号为 {number} 的项目。',
    'The town has no project with the number {number}.',
  ),
  'projects.refusal.sheet_number.todo': say(
    '请核对编号；登记新项目的，编号留空。',
    'Check the number; leave it empty for a new project.',
  ),
  'projects.refusal.sheet_invoice': say(
    '这份合同已有同一发票号的支付申请。',
    'The contract has a request with this invoice already.',
  ),
  'projects.refusal.sheet_invoice.todo': say('请核对发票号。', 'Check the invoice.'),
  'projects.refusal.sheet_request': say(
    '本单位办理范围内没有这笔支付申请。',
    'There is no such request among those this office deals with.',
  ),
  'projects.refusal.sheet_request.todo': say(
    '请核对合同编号、发票号和收款人。',
    'Check contract, invoice and payee.',
  ),
  'projects.refusal.sheet_which_request': say(
    '这份合同有 {count} 笔这样的申请，分不清是哪一笔。',
    'The contract has {count} such {count|request|requests}: which is meant cannot be told.',
  ),
  'projects.refusal.sheet_which_request.todo': say(
    '请填写发票号和收款人；仍分不清的，到项目页逐笔登记。',
    'Fill in invoice and payee; where they are alike, register the receipts on the project’s page.',
  ),
  'projects.refusal.sheet_paid': say(
    '这笔申请已登记回单“{receipt}”。',
    'The request has a receipt already: “{receipt}”.',
  ),
  'projects.refusal.sheet_paid.todo': say(
    '请删掉这一行；登记错的，先到项目页冲红原回单。',
    'Remove the line; where that one was wrong, reverse it on the project’s page first.',
  ),
  'projects.refusal.sheet_not_sent': say(
    '这笔申请还没有送审，或已退回。',
    'The request was not sent yet, or was returned.',
  ),
  'projects.refusal.sheet_not_sent.todo': say(
    '请镇里复核、送审后，再登记回单。',
    'Register the receipt once the town has had it checked and sent it.',
  ),
  'projects.refusal.sheet_amount': say(
    '回单金额与申请金额 {amount} 元不一致。',
    'The receipt’s amount is not that of the request, {amount} yuan.',
  ),
  'projects.refusal.sheet_amount.todo': say(
    '请核对回单；确实少付的，撤回送审、改好金额后再登记。',
    'Check the receipt; where less was paid, have the request recalled and amended first.',
  ),
  'projects.sheet.receipts': say('用表格登记回单', 'Receipts by spreadsheet'),
  'projects.refusal.sheet_known': say(
    '本镇当年已有同名项目，编号 {number}。',
    'The town has a project of this name and year already: {number}.',
  ),
  'projects.refusal.sheet_known.todo': say(
    '要修改它，请填写编号；另有项目，请改名称。',
    'Give its number to change it, or another name to a new one.',
  ),
} satisfies Words;

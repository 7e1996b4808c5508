/** Words of refusals of projects that come in by spreadsheets. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const sheetWords = {
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
  'projects.refusal.sheet_known': say(
    '本镇当年已有同名项目，编号 {number}。',
    'The town has a project of this name and year already: {number}.',
  ),
  'projects.refusal.sheet_known.todo': say(
    '要修改它，请填写编号；另有项目，请改名称。',
    'Give its number to change it, or another name to a new one.',
  ),
} satisfies Words;

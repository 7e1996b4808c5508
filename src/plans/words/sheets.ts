/** Words of refusals of plans that come in by spreadsheets. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const sheetWords = {
  'plans.refusal.sheet_lines': say('一份方案最多 {most} 行。', 'A plan has {most} lines at most.'),
  'plans.refusal.sheet_lines.todo': say(
    '请把同一文件、来源、镇、项目和任务的行合并。',
    'Put lines of the same document, source, town, project and task together.',
  ),
  'plans.refusal.sheet_submitted': say(
    '这份方案已提交审定，现在不能改。',
    'The plan is handed in and cannot be changed now.',
  ),
  'plans.refusal.sheet_submitted.todo': say(
    '请先在方案页撤回，或由审定人退回修改。',
    'Withdraw it on its page, or ask who approves it to return it.',
  ),
  'plans.refusal.sheet_document': say(
    '本年度、本类资金没有文号“{document}”的到位资金。',
    'No money of this programme and year was received by “{document}”.',
  ),
  'plans.refusal.sheet_document.todo': say(
    '请核对文号、资金类别和预算年度；资金未到位的，到位后再列入。',
    'Check number, programme and year; money is laid out once it is received.',
  ),
  'plans.refusal.sheet_money': say(
    '“{document}”没有这种出资方、出资地和来源的到位资金。',
    'Nothing was received by “{document}” from this payer, place and source.',
  ),
  'plans.refusal.sheet_money.todo': say(
    '请对照方案页上的到位资金填写；只有一种来源的可以不填。',
    'Fill them in as the receipts on the plan’s page have them, or leave them out where there is one only.',
  ),
  'plans.refusal.sheet_which_money': say(
    '“{document}”到位的资金不止一种来源，分不清用的是哪一种。',
    'Money of more than one source was received by “{document}”: which is meant cannot be told.',
  ),
  'plans.refusal.sheet_which_money.todo': say(
    '请填写出资方、出资地和资金来源。',
    'Fill in payer, its place and source.',
  ),
  'plans.refusal.sheet_project': say(
    '这个镇没有“{project}”，或它没有本年度、本类资金的预算。',
    'The town has no “{project}”, or that has no budget of this programme and year.',
  ),
  'plans.refusal.sheet_project.todo': say(
    '请核对镇、项目名称或编号；还没有项目的，留空列入待安排。',
    'Check town, name or number; leave it empty to hold the money in reserve.',
  ),
  'plans.refusal.sheet_which_project': say(
    '这个镇不止一个“{project}”。',
    'The town has more than one “{project}”.',
  ),
  'plans.refusal.sheet_which_project.todo': say('请填写项目编号。', 'Give its number.'),
  'plans.sheet.fill': say('用表格填报', 'Fill in by spreadsheet'),
} satisfies Words;

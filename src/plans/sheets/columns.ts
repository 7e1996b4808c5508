/** Columns of the sheet of a use plan: whose plan it is, and a line of it in each. Pure. */
import { ofMoney } from '../../funds/sheets/of-money.ts';
import type { Word } from '../../kit/words.ts';
import type { SheetColumn } from '../../platform/sheets/description.ts';

const say = (zh: string, en: string): Word => ({ zh, en });

export const columns: readonly SheetColumn[] = [
  {
    ...ofMoney.programme,
    help: say(
      '资金类别、预算年度相同的各行是一份方案，每行都要填。已有草稿（含退回修改、调整方案草稿）的，按本表改写其全部行；没有的，起草新方案。',
      'Lines of one programme and budget year are one plan; fill in both in each line. All lines of its draft (one returned and a drafted adjustment too) are rewritten; where there is none, one is drafted.',
    ),
    needed: true,
  },
  { key: 'year', title: say('预算年度', 'Budget year'), type: 'whole', most: 2099, needed: true },
  {
    key: 'title',
    title: say('方案名称', 'Title of the plan'),
    help: say('首行填写。', 'In the first line.'),
    type: 'text',
    most: 150,
    needed: true,
    width: 32,
  },
  {
    key: 'basis',
    title: say('编制依据', 'Basis'),
    help: say(
      '首行填写；留空的，草稿原有依据不变。',
      'In the first line; left empty, that of the draft stays.',
    ),
    type: 'text',
    most: 500,
    width: 24,
  },
  {
    key: 'document',
    title: say('指标文件文号', 'Document number'),
    help: say(
      '已到位资金的文号，方括号、六角括号都可以。',
      'Number of a document money was received by.',
    ),
    type: 'text',
    choices: 'documents',
    needed: true,
    line: true,
    width: 26,
  },
  {
    ...ofMoney.payer,
    help: say(
      '一份文件只有一种来源的，出资方、出资地、资金来源可以不填。',
      'Payer, its place and source may be left out where the document has one source of money.',
    ),
    line: true,
  },
  { ...ofMoney.payerPlace, line: true },
  { ...ofMoney.source, line: true },
  {
    key: 'task',
    title: say('任务', 'Task'),
    help: say(
      '任务清单里的任务；清单之外的，先在方案页加上。',
      'A task of the plan’s list; others are added on the page of the plan first.',
    ),
    type: 'text',
    choices: 'tasks',
    line: true,
    width: 24,
  },
  {
    key: 'place',
    title: say('镇', 'Town'),
    help: say(
      '本县的镇；钱还留在县里待安排的，填本县。',
      'A town of the county, or the county for money still held there.',
    ),
    type: 'choice',
    choices: 'places',
    needed: true,
    line: true,
    width: 26,
  },
  {
    key: 'project',
    title: say('项目（名称或编号）', 'Project (name or number)'),
    help: say(
      '这个镇有本年度、本类资金预算的项目；留空为待安排。',
      'A project of the town with a budget of this programme and year; left empty, the money is held in reserve.',
    ),
    type: 'text',
    most: 160,
    choices: 'projects',
    line: true,
    width: 34,
  },
  {
    key: 'amount',
    title: say('金额（元）', 'Amount (yuan)'),
    type: 'yuan',
    needed: true,
    line: true,
    width: 18,
  },
  { key: 'note', title: say('备注', 'Note'), type: 'text', line: true, width: 24 },
];

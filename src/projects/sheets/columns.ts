/** Columns of the sheet of projects: the form's fields, in its order. Pure. */
import { choices, ofMoney } from '../../funds/sheets/of-money.ts';
import type { Word } from '../../kit/words.ts';
import type { SheetColumn } from '../../platform/sheets/description.ts';
import { benefitLinks, clearances, tasks } from '../codes.ts';
import { words } from '../words.ts';

const say = (zh: string, en: string): Word => ({ zh, en });

export const budgetColumns = ['payer', 'payerPlace', 'source', 'programme', 'quotaYear', 'amount'];

export const columns: readonly SheetColumn[] = [
  {
    key: 'number',
    title: say('项目编号（修改已有项目时填）', 'Number (of a project to be changed)'),
    help: say(
      '留空登记新项目；填本镇已有编号，则按本表改写该项目（仅限未申报或已退回的项目）。',
      'Empty for a new project; with the number of one of the town it is rewritten as this sheet has it, while it is an idea or was returned.',
    ),
    type: 'text',
    most: 40,
    width: 20,
  },
  {
    key: 'name',
    title: words['projects.field.name'],
    help: say(
      '一个项目有几笔资金的，占几行，各行项目名称、年度相同；其他各列只须在首行填写。',
      'A project with several sources of money takes several lines with the same name and year; the rest is needed in the first only.',
    ),
    type: 'text',
    needed: true,
    width: 30,
  },
  {
    key: 'year',
    title: words['projects.field.year'],
    type: 'whole',
    most: 2099,
    needed: true,
    width: 8,
  },
  {
    key: 'task',
    title: say('任务类别', 'Task'),
    type: 'choice',
    choices: choices(tasks, (code) => words[`projects.task.${code}`]),
    needed: true,
  },
  { key: 'category', title: say('项目类型', 'Category'), type: 'text' },
  {
    key: 'bindingTask',
    title: words['projects.field.bindingTask'],
    help: words['projects.field.bindingTask.help'],
    type: 'text',
  },
  {
    key: 'content',
    title: words['projects.field.content'],
    type: 'text',
    most: 2_000,
    needed: true,
    width: 40,
  },
  {
    key: 'implementer',
    title: words['projects.field.implementer'],
    type: 'text',
    needed: true,
    width: 24,
  },
  {
    key: 'operating',
    title: words['projects.field.operating.yes'],
    help: words['projects.field.operating.help'],
    type: 'yes_no',
    needed: true,
  },
  {
    key: 'light',
    title: words['projects.field.light.yes'],
    help: words['projects.field.light.help'],
    type: 'yes_no',
    needed: true,
  },
  {
    key: 'villages',
    title: say('受益村（居）', 'Villages served'),
    help: words['projects.field.villages.help'],
    type: 'many',
    choices: 'villages',
    width: 30,
  },
  { key: 'households', title: words['projects.field.households'], type: 'whole', needed: true },
  { key: 'people', title: words['projects.field.people'], type: 'whole', needed: true },
  { key: 'lifted', title: words['projects.field.lifted'], type: 'whole', needed: true },
  { key: 'monitored', title: words['projects.field.monitored'], type: 'whole', needed: true },
  {
    key: 'benefitLink',
    title: say('联农带农方式', 'Benefit link'),
    type: 'choice',
    choices: choices(benefitLinks, (code) => words[`projects.benefit_link.${code}`]),
  },
  { key: 'benefitNote', title: words['projects.field.benefitNote'], type: 'text', most: 500 },
  {
    key: 'land',
    title: words['projects.field.land'],
    type: 'choice',
    choices: choices(clearances, (code) => words[`projects.clearance.${code}`]),
    needed: true,
  },
  {
    key: 'environment',
    title: words['projects.field.environment'],
    type: 'choice',
    choices: choices(clearances, (code) => words[`projects.clearance.${code}`]),
    needed: true,
  },
  { key: 'target', title: words['projects.field.target'], type: 'text', most: 500, width: 30 },
  { key: 'result', title: words['projects.field.result'], type: 'text', most: 500 },
  { key: 'plannedFrom', title: words['projects.field.plannedFrom'], type: 'day' },
  { key: 'plannedTo', title: words['projects.field.plannedTo'], type: 'day' },
  {
    key: 'shortfalls',
    title: say('补哪些短板', 'Shortfalls it fills'),
    help: words['projects.field.shortfalls.help'],
    type: 'many',
    choices: 'shortfalls',
    width: 24,
  },
  {
    ...ofMoney.payer,
    help: say(
      '出资方、出资地、资金来源、资金类别、指标年度、金额是一笔预算，要么都填，要么都不填。',
      'Payer, its place, source, programme, budget year and amount are one line of the budget: all of them or none.',
    ),
    line: true,
  },
  { ...ofMoney.payerPlace, line: true },
  { ...ofMoney.source, line: true },
  { ...ofMoney.programme, line: true },
  {
    key: 'quotaYear',
    title: words['projects.field.quotaYear'],
    type: 'whole',
    most: 2099,
    line: true,
  },
  { key: 'amount', title: say('预算金额（元）', 'Budget (yuan)'), type: 'yuan', line: true },
];

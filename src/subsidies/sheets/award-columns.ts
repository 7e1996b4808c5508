/** Columns of the sheet of households: the form's fields, and the project they are applied for. Pure. */
import type { Word } from '../../kit/words.ts';
import type { SheetColumn } from '../../platform/sheets/description.ts';
import { words } from '../words.ts';

const say = (zh: string, en: string): Word => ({ zh, en });

export const awardColumns: readonly SheetColumn[] = [
  {
    key: 'project',
    title: say('项目（名称或编号）', 'Project (name or number)'),
    help: say(
      '本镇已签约、未完工的项目；重名的填编号。',
      'A project of the town between contract and completion; its number where two have one name.',
    ),
    type: 'choice',
    choices: 'projects',
    needed: true,
    width: 34,
  },
  {
    key: 'village',
    title: words['subsidies.column.village'],
    help: say('本镇的村（居）。', 'A village of the town.'),
    type: 'choice',
    choices: 'villages',
    needed: true,
    width: 26,
  },
  {
    key: 'head',
    title: words['subsidies.column.head'],
    help: say(
      '按身份证件原样填写，含生僻字；不要带逗号、引号，中间最多一个空格。不填身份证号。',
      'As the identity card has it, rare characters too; no commas or quotes, one space between parts at most. No identity number.',
    ),
    type: 'text',
    most: 60,
    needed: true,
    width: 18,
  },
  {
    key: 'item',
    title: words['subsidies.column.item'],
    help: say(
      '一户有几个事项的，每个事项一行。',
      'A household with several items takes a line for each.',
    ),
    type: 'text',
    needed: true,
    width: 24,
  },
  {
    key: 'standard',
    title: words['subsidies.form.standard'],
    help: say(
      '每单位多少元；金额由系统按标准乘数量计算。',
      'Yuan for one unit; the amount is standard by quantity.',
    ),
    type: 'yuan',
    needed: true,
    line: true,
  },
  {
    key: 'quantity',
    title: words['subsidies.column.quantity'],
    type: 'hundredths',
    needed: true,
    line: true,
  },
  {
    key: 'accountTail',
    title: words['subsidies.column.accountTail'],
    help: say(
      '正好四位数字，前面的 0 也要有；不要填整个账号。同村同名的户靠它区分。',
      'Exactly four digits, a 0 in front too; never the whole account. It tells two of one name in one village apart.',
    ),
    type: 'text',
    most: 4,
    needed: true,
  },
];

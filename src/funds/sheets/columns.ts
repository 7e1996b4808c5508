/** Columns of the sheet of papers: the head of the document on its first line, a county or town on each. Pure. */

import type { Word } from '../../kit/words.ts';
import type { SheetColumn } from '../../platform/sheets/description.ts';
import { paperMeasures } from '../codes-papers.ts';
import { words } from '../words.ts';
import { choices, ofMoney } from './of-money.ts';

const say = (zh: string, en: string): Word => ({ zh, en });

export const columns: readonly SheetColumn[] = [
  {
    key: 'number',
    title: say('文号', 'Document number'),
    help: say(
      '同一文号的各行是一份文件；其他文件头各列只须在首行填写。文号与本单位草稿相同的，按本表改写该草稿。',
      'Lines of one number are one document; the rest of its head is needed in the first line only. A draft of the office with this number is rewritten.',
    ),
    type: 'text',
    needed: true,
    width: 26,
  },
  {
    key: 'title',
    title: say('文件标题', 'Title'),
    type: 'text',
    most: 150,
    needed: true,
    width: 36,
  },
  {
    key: 'measure',
    title: say('资金环节', 'Measure'),
    type: 'choice',
    choices: choices(paperMeasures, (code) => words[`funds.measure.${code}`]),
    needed: true,
  },
  { ...ofMoney.payer, needed: true },
  { ...ofMoney.payerPlace, needed: true },
  { ...ofMoney.source, needed: true },
  { ...ofMoney.programme, needed: true },
  { key: 'year', title: say('预算年度', 'Budget year'), type: 'whole', most: 2099, needed: true },
  { key: 'functionCode', title: say('功能科目', 'Function code'), type: 'text', most: 40 },
  { key: 'budgetCode', title: say('预算项目编码', 'Budget code'), type: 'text', most: 40 },
  { key: 'dated', title: say('文件日期', 'Dated'), type: 'day', needed: true },
  {
    key: 'total',
    title: say('文件总额（元）', 'Whole document (yuan)'),
    help: say('与各行金额合计核对。', 'Held against the sum of its lines.'),
    type: 'yuan',
    needed: true,
    width: 18,
  },
  {
    key: 'place',
    title: say('用款地', 'Place'),
    help: say(
      '县或镇的地名或 12 位区划代码；重名的填代码。',
      'Name or code of twelve digits of a county or town; the code where two have one name.',
    ),
    type: 'choice',
    choices: 'places',
    needed: true,
    line: true,
    width: 26,
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

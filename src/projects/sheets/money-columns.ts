/** Columns of the sheets of contracts and of requests for payment. Pure. */
import type { Word } from '../../kit/words.ts';
import type { SheetColumn } from '../../platform/sheets/description.ts';
import { requestKinds } from '../codes.ts';
import { words } from '../words.ts';

const say = (zh: string, en: string): Word => ({ zh, en });

export const contractColumns: readonly SheetColumn[] = [
  {
    key: 'project',
    title: say('项目（名称或编号）', 'Project (name or number)'),
    help: say(
      '本镇的项目；重名的填编号。',
      'A project of the town; its number where two have one name.',
    ),
    type: 'choice',
    choices: 'projects',
    needed: true,
    width: 34,
  },
  {
    key: 'number',
    title: words['projects.column.contract_number'],
    help: say(
      '编号与本镇草稿合同相同的，按本表改写该草稿。',
      'A draft of the town with this number is rewritten.',
    ),
    type: 'text',
    needed: true,
    width: 26,
  },
  {
    key: 'contractor',
    title: words['projects.column.contractor'],
    type: 'text',
    needed: true,
    width: 26,
  },
  {
    key: 'contractorCode',
    title: words['projects.form.contractorCode'],
    help: words['projects.form.credit_code'],
    type: 'text',
    most: 18,
    width: 22,
  },
  { key: 'signedOn', title: words['projects.column.signedOn'], type: 'day', needed: true },
  {
    key: 'amount',
    title: words['projects.form.amount_yuan'],
    type: 'yuan',
    needed: true,
    width: 18,
  },
  {
    key: 'retention',
    title: words['projects.form.retention_percent'],
    help: words['projects.form.retention'],
    type: 'text',
    most: 5,
    needed: true,
  },
  { key: 'retainedTo', title: words['projects.form.retainedTo'], type: 'day' },
  {
    key: 'contractorFounded',
    title: words['projects.form.contractorFounded'],
    help: words['projects.form.contractorFounded.help'],
    type: 'day',
  },
];

export const requestColumns: readonly SheetColumn[] = [
  {
    key: 'contract',
    title: words['projects.column.contract_number'],
    help: say('本镇已生效的合同。', 'A contract in force of the town.'),
    type: 'choice',
    choices: 'contracts',
    needed: true,
    width: 30,
  },
  {
    key: 'kind',
    title: say('款项', 'Kind of payment'),
    type: 'choice',
    choices: requestKinds.map((value) => ({
      value,
      word: words[`projects.request_kind.${value}`],
    })),
    needed: true,
  },
  {
    key: 'amount',
    title: words['projects.form.amount_yuan'],
    type: 'yuan',
    needed: true,
    width: 18,
  },
  {
    key: 'invoice',
    title: words['projects.column.invoice'],
    help: say('同一合同的发票号不重复登记。', 'An invoice of a contract is registered once.'),
    type: 'text',
    needed: true,
    width: 22,
  },
  { key: 'payee', title: words['projects.column.payee'], type: 'text', needed: true, width: 24 },
  {
    key: 'accountTail',
    title: words['projects.form.accountTail'],
    help: words['projects.form.accountTail.help'],
    type: 'text',
    most: 4,
  },
  { key: 'askedOn', title: words['projects.column.askedOn'], type: 'day', needed: true },
];

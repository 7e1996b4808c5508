/** Columns of the sheet of treasury receipts: which request, and what the receipt says. Pure. */
import type { Word } from '../../kit/words.ts';
import type { SheetColumn } from '../../platform/sheets/description.ts';
import { words } from '../words.ts';

const say = (zh: string, en: string): Word => ({ zh, en });

export const receiptColumns: readonly SheetColumn[] = [
  {
    key: 'contract',
    title: words['projects.column.contract_number'],
    help: say(
      '支付申请所属的合同；已送审、等待回单的申请。',
      'The contract of the request; one that was sent and waits for its receipt.',
    ),
    type: 'text',
    choices: 'contracts',
    needed: true,
    line: true,
    width: 30,
  },
  {
    key: 'invoice',
    title: words['projects.column.invoice'],
    help: say(
      '同一合同有几笔等待回单的，填发票号；只有一笔的可以不填。',
      'Where several requests of the contract wait; it may be left out where there is one.',
    ),
    type: 'text',
    line: true,
    width: 22,
  },
  {
    key: 'payee',
    title: words['projects.column.payee'],
    help: say('填写的，与申请核对。', 'Held against the request where it is filled in.'),
    type: 'text',
    line: true,
    width: 24,
  },
  {
    key: 'amount',
    title: say('回单金额（元）', 'Amount of the receipt (yuan)'),
    help: say(
      '与申请金额一致；不一致的先查明。',
      'That of the request; find out first where it is not.',
    ),
    type: 'yuan',
    needed: true,
    line: true,
    width: 18,
  },
  {
    key: 'receipt',
    title: words['projects.form.receipt'],
    help: words['projects.form.receipt.help'],
    type: 'text',
    needed: true,
    width: 26,
  },
  {
    key: 'day',
    title: words['projects.form.paid_on'],
    type: 'day',
    needed: true,
    line: true,
  },
  {
    key: 'bookedOn',
    title: words['projects.form.booked_on'],
    help: words['projects.form.booked_on.help'],
    type: 'day',
    line: true,
  },
];

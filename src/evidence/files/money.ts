/** The books: accounts, entries, documents and the papers they came by. */
import {
  coded,
  day,
  type File,
  id,
  instant,
  number,
  person,
  text,
  where,
  yesNo,
  yuan,
} from './file.ts';

const money = [
  coded('t.payer', 'funds.payer.', '出资方类别', 'Kind of payer'),
  text('(select p.name from regions.place p where p.key = t.payer_key)', '出资方', 'Payer'),
  coded('t.source', 'funds.source.', '资金来源', 'Source'),
];
const programme = coded('t.programme', 'funds.programme.', '资金类别', 'Programme');
const measure = coded('t.measure', 'funds.measure.', '口径', 'Measure');

const placed = { place: 't.place_key', permission: 'funds.read' } as const;

export const moneyFiles: readonly File[] = [
  {
    code: 'accounts',
    title: { zh: '账簿（科目余额）', en: 'Books: accounts with their balances' },
    ...{ table: 'funds.account t', ...placed, order: 't.county, t.place_key, t.id' },
    columns: [
      id('t.id', '账户标识', 'Account id'),
      ...where(),
      coded('t.holder', 'funds.holder.', '账户方', 'Holder'),
      text('(select p.name from regions.place p where p.key = t.payer_key)', '出资方', 'Payer'),
      ...[coded('t.source', 'funds.source.', '资金来源', 'Source'), programme, measure],
      number('t.year', '预算年度', 'Budget year'),
      yuan('t.balance', '余额', 'Balance'),
    ],
  },
  {
    code: 'entries',
    title: { zh: '凭证分录', en: 'Vouchers: double entries' },
    ...{ table: 'funds.entry t', ...placed, order: 't.county, t.booked_on, t.id' },
    columns: [
      id('t.id', '分录标识', 'Entry id'),
      ...where(),
      day('t.booked_on', '业务日期', 'Booked on'),
      text('t.document_number', '文号或凭证号', 'Document or voucher number'),
      measure,
      id('t.debit_account', '借方账户标识', 'Debit account id'),
      id('t.credit_account', '贷方账户标识', 'Credit account id'),
      yuan('t.amount', '金额', 'Amount'),
      ...money,
      coded('t.level', 'funds.level.', '账套级次', 'Books of'),
      programme,
      coded('t.instrument', 'funds.instrument.', '凭据类型', 'Instrument'),
      number('t.year', '预算年度', 'Budget year'),
      id('t.reverses', '冲红的分录标识', 'Reverses entry id'),
      text('t.note', '摘要', 'Note'),
      person('t.recorded_by', '登记人', 'Recorded by'),
      instant('t.recorded_at', '登记时间', 'Recorded at'),
      yesNo('t.made_up', '演示数据', 'Made up'),
    ],
  },
  {
    code: 'documents',
    title: { zh: '指标和拨款文件', en: 'Fiscal and remittance documents' },
    table: `(select distinct on (d.id) d.*, e.place_key from funds.document d join funds.entry e on e.document_number = d.number
      where e.place_key between $1::bigint and $2::bigint order by d.id, e.place_key) t`,
    ...{ ...placed, order: 't.issued_on, t.number' },
    columns: [
      id('t.id', '文件标识', 'Document id'),
      text('t.number', '文号', 'Number'),
      text('t.title', '标题', 'Title'),
      ...[coded('t.payer', 'funds.payer.', '出资方类别', 'Kind of payer'), programme, measure],
      number('t.year', '预算年度', 'Budget year'),
      yuan('t.amount', '金额', 'Amount'),
      text('t.function_code', '功能科目', 'Function code'),
      text('t.budget_code', '预算项目编码', 'Budget code'),
      day('t.issued_on', '发文日期', 'Issued on'),
      person('t.recorded_by', '登记人', 'Recorded by'),
      instant('t.recorded_at', '登记时间', 'Recorded at'),
    ],
  },
  {
    code: 'papers',
    title: { zh: '资金单据（登记和复核）', en: 'Papers of money: who made and who checked them' },
    ...{ table: 'funds.paper t', ...placed, order: 't.dated, t.number, t.id' },
    columns: [
      id('t.id', '单据标识', 'Paper id'),
      ...where(),
      coded('t.kind', 'funds.paper_kind.', '类型', 'Kind'),
      coded('t.state', 'funds.paper_state.', '状态', 'State'),
      text('t.number', '文号', 'Number'),
      text('t.title', '标题', 'Title'),
      ...money,
      ...[programme, measure],
      number('t.year', '预算年度', 'Budget year'),
      day('t.dated', '文件日期', 'Dated'),
      yuan('t.amount', '金额', 'Amount'),
      text('t.explanation', '情况说明', 'Explanation'),
      person('t.registered_by', '登记人', 'Made by'),
      instant('t.registered_at', '登记时间', 'Made at'),
      person('t.checked_by', '复核人', 'Checked by'),
      instant('t.checked_at', '复核时间', 'Checked at'),
    ],
  },
];

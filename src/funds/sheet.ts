/** Lists of the ledger as files: heads in the words of the pages, labels instead of codes, yuan exact to the fen. Pure. */
import { plainYuan } from '../kit/money.ts';
import { csvLine } from '../kit/text.ts';
import { fill, type Lang } from '../kit/words.ts';
import { headLine } from '../platform/sheets/head-line.ts';
import type { QuotaRow, StandingRow } from './contract-reading.ts';
import type { ExecutionMonth } from './contract-yearly.ts';
import { words } from './words.ts';

type Cell = string | number | null;
/** A column: the word of its head, and what a row says in it. Amounts name their unit. */
type SheetColumn<Row> = readonly [name: string, cell: (row: Row, lang: Lang) => Cell];

export interface Sheet<Row> {
  /** Byte order mark, what, where and when, heads of the columns. */
  heading(about: { place: string; day: string; madeUp: boolean }, lang: Lang): string;
  line(row: Row, lang: Lang): string;
}

const word = (key: string, lang: Lang): string =>
  key in words ? words[key as keyof typeof words][lang] : key;
const label =
  <Row>(vocabulary: string, of: (row: Row) => string) =>
  (row: Row, lang: Lang) =>
    word(`${vocabulary}.${of(row)}`, lang);
/** A number, not text: a minus sign at the start of text is taken for a formula. Exact below 90 trillion yuan. */
const yuan = (fen: string) => Number(plainYuan(fen));
const money = <Name extends string>(name: Name) =>
  [`money.${name}`, (row: Record<Name, string>) => yuan(row[name])] as const;

function sheet<Row>(title: string, columns: readonly SheetColumn<Row>[]): Sheet<Row> {
  const head = (name: string, lang: Lang) => {
    const amount = name.startsWith('money.');
    const said = word(`funds.column.${amount ? name.slice(6) : name}`, lang);
    return amount ? fill(word('funds.export.yuan', lang), { name: said }) : said;
  };
  return {
    heading: ({ madeUp, ...about }, lang) => {
      const line = fill(word('funds.export.heading', lang), { ...about, title: word(title, lang) });
      return `\uFEFF${csvLine([headLine(line, { madeUp, lang })])}${csvLine(columns.map(([name]) => head(name, lang)))}`;
    },
    line: (row, lang) => csvLine(columns.map(([, cell]) => cell(row, lang))),
  };
}

export const standingSheet = sheet<StandingRow>('funds.page.standing', [
  ['payer', (row) => row.payerName],
  ['payer_kind', label('funds.payer', (row: StandingRow) => row.payer)],
  ['programme', label('funds.programme', (row: StandingRow) => row.programme)],
  ['year', (row) => row.year],
  money('due'),
  money('issued'),
  money('remitted'),
  money('received'),
  money('committed'),
  money('spent'),
  ['by', label('funds.measure', (row: StandingRow) => row.by)],
  money('provided'),
  money('arrears'),
  money('madeUp'),
  [
    'makesUp',
    (row) => row.makesUp.map(({ year, amount }) => `${year}: ${plainYuan(amount)}`).join('; '),
  ],
  money('over'),
]);

export const quotaSheet = sheet<QuotaRow>('funds.page.quotas', [
  ['place_code', (row) => row.place],
  ['place', (row) => row.placeName],
  ['county', (row) => row.countyName],
  ['payer', (row) => row.payerName],
  ['payer_kind', label('funds.payer', (row: QuotaRow) => row.payer)],
  ['source', label('funds.source', (row: QuotaRow) => row.source)],
  ['programme', label('funds.programme', (row: QuotaRow) => row.programme)],
  ['year', (row) => row.year],
  money('received'),
  money('committed'),
  money('spent'),
  money('balance'),
  ['carriedInto', (row) => row.carriedInto],
  ['carried', (row) => (row.carried === null ? null : yuan(row.carried))],
  ['surplus', (row) => (row.surplus === null ? null : yuan(row.surplus))],
  ['firstReceivedOn', (row) => row.firstReceivedOn],
  ['age_days', (row) => row.age],
  ['recallOn', (row) => row.recallOn],
  ['recallDocument', (row) => row.recallDocument],
]);

export const executionSheet = sheet<ExecutionMonth & { place: string; placeName: string }>(
  'funds.page.execution',
  [
    ['place_code', (row) => row.place],
    ['place', (row) => row.placeName],
    ['month', (row) => row.month],
    money('received'),
    money('committed'),
    money('spent'),
    ['progressTarget', (row) => (row.target === null ? null : row.target / 10)],
    ['short', (row) => (row.short === null ? null : yuan(row.short))],
    ['targetDocument', (row) => row.targetDocument],
  ],
);

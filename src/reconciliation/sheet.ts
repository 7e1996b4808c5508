/** A run as a file: the statement of differences, then every row that did not match. Heads as on the page, yuan exact. Pure. */

import { words as fundsWords } from '../funds/words.ts';
import { plainYuan } from '../kit/money.ts';
import { csvLine } from '../kit/text.ts';
import { fill, type Lang } from '../kit/words.ts';
import { headLine } from '../platform/sheets/head-line.ts';
import type { ItemRow, RunPage } from './contract-runs.ts';
import { words } from './words.ts';

const all = { ...fundsWords, ...words };
const word = (key: string, lang: Lang): string =>
  key in all ? all[key as keyof typeof all][lang] : key;
/** A number, not text: a minus sign at the start of text is taken for a formula. Exact below 90 trillion yuan. */
const yuan = (fen: string | null) => (fen === null ? null : Number(plainYuan(fen)));

export const statementLines = [
  'ours',
  'theirsOnly',
  'oursOnly',
  'differs',
  'adjusted',
  'theirs',
  'gap',
] as const;

/** Byte order mark, what and when, the statement, and the heads of the rows. */
export function heading(
  run: RunPage,
  { day, lang, madeUp }: { day: string; lang: Lang; madeUp: boolean },
): string {
  const { statement, requested } = run;
  const amount = (line: (typeof statementLines)[number]) =>
    line === 'adjusted' || line === 'gap' ? statement[line] : statement[line].amount;
  const about = fill(word('reconciliation.sheet.heading', lang), {
    ...{ place: run.officeName, source: run.sourceName, from: run.from, to: run.to, day },
    programme: word(`funds.programme.${run.programme}`, lang),
    state: word(`reconciliation.run_state.${run.state}`, lang),
  });
  return [
    `\uFEFF${csvLine([headLine(about, { madeUp, lang })])}`,
    csvLine([word('reconciliation.statement', lang), word('reconciliation.sheet.yuan', lang)]),
    ...statementLines.map((line) =>
      csvLine([word(`reconciliation.statement.${line}`, lang), yuan(amount(line))]),
    ),
    ...(requested.count > 0
      ? [
          csvLine([
            fill(word('reconciliation.sheet.requested', lang), { count: requested.count }),
            yuan(requested.amount),
          ]),
        ]
      : []),
    csvLine([]),
    csvLine(columns.map((name) => word(`reconciliation.sheet.${name}`, lang))),
  ].join('');
}

const columns = [
  'result',
  'ours_number',
  'ours_on',
  'ours_amount',
  'ours_note',
  'theirs_number',
  'theirs_on',
  'theirs_amount',
  'theirs_payee',
  'difference',
  'reason',
  'note',
] as const;

export function line(row: ItemRow, lang: Lang): string {
  const difference =
    row.result === 'amount_differs'
      ? (BigInt(row.theirsAmount ?? 0) - BigInt(row.oursAmount ?? 0)).toString()
      : null;
  return csvLine([
    word(`reconciliation.result.${row.result}`, lang),
    row.oursNumber,
    row.oursOn,
    yuan(row.oursAmount),
    row.oursNote,
    row.theirsNumber,
    row.theirsOn,
    yuan(row.theirsAmount),
    row.theirsPayee,
    yuan(difference),
    row.reason === null ? null : word(`reconciliation.reason.${row.reason}`, lang),
    row.note,
  ]);
}

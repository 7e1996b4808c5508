/** Plans as files, as a county writes them: heads in words, labels instead of codes, yuan exact to the fen. Pure. */
import { words as fundsWords } from '../funds/words.ts';
import { plainYuan } from '../kit/money.ts';
import { csvLine } from '../kit/text.ts';
import { fill, type Lang, type Words } from '../kit/words.ts';
import { headLine } from '../platform/sheets/head-line.ts';
import type { Comparison, LineRow, PlanPage } from './contract.ts';
import { taskFor } from './rules-closing.ts';
import { words as ownWords } from './words.ts';

const words: Words = { ...fundsWords, ...ownWords };
type Cell = string | number | null;
/** Day and language of the export, and whether it is of the demonstration. */
interface About {
  day: string;
  lang: Lang;
  madeUp: boolean;
}

/** Says a key in a language; for what is put together on the server. */
export const sayIn =
  (lang: Lang) =>
  (key: string, params?: Record<string, string | number>): string =>
    fill(words[key]?.[lang] ?? key, params);

/** A number, not text: a minus sign at the start of text is taken for a formula. Exact below 90 trillion yuan. */
const yuan = (fen: string | bigint) => Number(plainYuan(fen));

const lineColumns = [
  'document',
  'task',
  'town_code',
  'town',
  'number',
  'project',
  'payer',
  'source',
] as const;

function cellsOf(line: LineRow, say: ReturnType<typeof sayIn>): Cell[] {
  return [
    line.document,
    line.task,
    line.place,
    line.placeName,
    line.number,
    line.projectName ?? say('plans.reserve'),
    line.payerName,
    say(`funds.source.${line.source}`),
  ];
}

/** The plan's lines with a sum, in the order of the plan. */
export function* planSheet(plan: PlanPage, about: About): Generator<string> {
  const { lang } = about;
  const say = sayIn(lang);
  yield `\uFEFF${csvLine([headingOf(plan, about)])}`;
  yield csvLine([
    ...lineColumns.map((name) => say(`plans.column.${name}`)),
    say('plans.column.binding'),
    say('plans.sheet.yuan', { name: say('plans.column.amount') }),
    say('plans.column.note'),
  ]);
  for (const line of plan.lines)
    yield csvLine([
      ...cellsOf(line, say),
      taskFor(plan.tasks, line)?.binding ? say('plans.binding') : null,
      yuan(line.amount),
      line.note,
    ]);
  const total = plan.lines.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  yield csvLine([say('plans.total'), ...Array(lineColumns.length).fill(null), yuan(total), null]);
}

/** An adjustment beside the version before, every line of either. */
export function* comparisonSheet(
  { plan, before, rows }: Comparison,
  about: About,
): Generator<string> {
  const { lang } = about;
  const say = sayIn(lang);
  yield `\uFEFF${csvLine([headingOf(plan, about)])}`;
  yield csvLine([
    ...lineColumns.map((name) => say(`plans.column.${name}`)),
    say('plans.sheet.yuan', { name: say('plans.column.version', { version: before.version }) }),
    say('plans.sheet.yuan', { name: say('plans.column.version', { version: plan.version }) }),
    say('plans.sheet.yuan', { name: say('plans.column.difference') }),
    say('plans.column.change'),
  ]);
  let [old, now] = [0n, 0n];
  for (const row of rows) {
    const [was, is] = [BigInt(row.before), BigInt(row.after)];
    [old, now] = [old + was, now + is];
    yield csvLine([
      ...cellsOf(row.line, say),
      ...[yuan(was), yuan(is), yuan(is - was), say(`plans.change.${row.change}`)],
    ]);
  }
  yield csvLine([
    ...[say('plans.total'), ...Array(lineColumns.length - 1).fill(null)],
    ...[yuan(old), yuan(now), yuan(now - old), null],
  ]);
}

const headingOf = (
  plan: Pick<PlanPage, 'title' | 'placeName' | 'version' | 'state' | 'year' | 'programme'>,
  { day, lang, madeUp }: About,
): string => {
  const say = sayIn(lang);
  const line = say('plans.sheet.heading', {
    ...{ title: plan.title, place: plan.placeName, version: plan.version, year: plan.year, day },
    programme: say(`funds.programme.${plan.programme}`),
    state: say(`plans.state.${plan.state}`),
  });
  return headLine(line, { madeUp, lang });
};

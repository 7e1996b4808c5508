/** An export from its bytes to what the page shows and what the database takes in. Runs beside the server's own thread. */
import { classifiedMark } from '../../kit/classified.ts';
import { type LineFault, readExport } from '../rules/lines.ts';
import type { Mapping } from '../rules/mapping.ts';
import { type FileFault, rowsOf, textOf } from './file-text.ts';

export interface Reading {
  /** In base64. */
  file: string;
  mapping: Mapping;
}

export interface FileRead {
  lines: number;
  /** Fen. */
  amount: string;
  from: string;
  to: string;
  zeros: number;
  totals: number;
  repeats: number;
  faulty: number;
  faults: LineFault[];
  sample: { row: number; number: string; dated: string; amount: string; payee: string }[];
  /** Lines as the database takes them in, some thousands a text. */
  batches: string[];
}

export type ReadOutcome = FileRead | { fault: FileFault } | { mark: string };

const mostFaults = 2_000;
const batch = 5_000;

export function readFile({ file, mapping }: Reading): ReadOutcome {
  const given = textOf(Buffer.from(file, 'base64'));
  if ('fault' in given) return given;
  const mark = classifiedMark(given.text);
  if (mark) return { mark };
  const read = readExport(rowsOf(given.text), mapping);
  const days = read.lines.map(({ dated }) => dated).sort();
  const plain = read.lines.map(({ budgetCode, amount, ...line }) => ({
    ...line,
    amount: amount.toString(),
    budget_code: budgetCode,
  }));
  return {
    lines: read.lines.length,
    amount: read.lines.reduce((sum, { amount }) => sum + amount, 0n).toString(),
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    zeros: read.zeros,
    totals: read.totals,
    repeats: read.repeats,
    faulty: read.faults.length,
    faults: read.faults.slice(0, mostFaults),
    sample: plain.slice(0, 10).map(({ row, number, dated, amount, payee }) => ({
      ...{ row, number, dated, amount, payee },
    })),
    batches: Array.from({ length: Math.ceil(plain.length / batch) }, (_, at) =>
      JSON.stringify(plain.slice(at * batch, (at + 1) * batch)),
    ),
  };
}

/** A problem of a plan in words, the same on the page and in a refusal. Amounts are exact: a plan closes to the fen. Pure. */
import { exactYuan } from '../kit/money.ts';
import type { ProblemRow } from './contract.ts';
import { blocks, type Problem } from './rules-closing.ts';

type Say = (key: string, params?: Record<string, string | number>) => string;

export function problemText(problem: ProblemRow, say: Say): string {
  return say(`plans.problem.${problem.code}`, {
    place: problem.placeName,
    document: problem.document ?? '',
    payer: problem.payerName ?? '',
    source: problem.source ? say(`funds.source.${problem.source}`) : '',
    amount: problem.amount === null ? '' : exactYuan(problem.amount),
    task: [problem.task, problem.document].filter(Boolean).join(' · '),
    project: problem.projectName ?? '',
  });
}

/** A problem with the names of what it is about, by their keys and ids. */
export function problemRow(
  problem: Problem,
  names: {
    nameOf: ReadonlyMap<string, string>;
    payerOf: ReadonlyMap<string, string>;
    known: ReadonlyMap<string, { number: string; name: string }>;
  },
): ProblemRow {
  const project = problem.project ? names.known.get(problem.project) : undefined;
  return {
    code: problem.code,
    blocks: blocks(problem),
    amount: problem.amount?.toString() ?? null,
    place: problem.place,
    placeName: names.nameOf.get(problem.place) ?? problem.place,
    document: problem.document,
    payerName: problem.payerPlace ? (names.payerOf.get(problem.payerPlace) ?? '') : null,
    source: problem.source as ProblemRow['source'], // it came from a receipt, a line or a budget
    task: problem.task,
    project: problem.project,
    projectName: project ? `${project.number} ${project.name}` : null,
  };
}

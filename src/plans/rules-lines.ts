/** What is wrong with the lines of a plan on their own, before anything is added up. Pure. */
import type { SaidLine, SaidTask } from './contract.ts';
import { lineKey, taskFor } from './rules-closing.ts';

export interface LineFault {
  /** From 1. */
  line: number;
  code:
    | 'plans.refusal.task_unknown'
    | 'plans.refusal.task_of_document'
    | 'plans.refusal.line_twice';
  params?: { document: string };
}

/** Every line that names no task of the list, or one of another document. */
export function taskFaults(
  said: readonly SaidTask[],
  lines: readonly Pick<SaidLine, 'task' | 'document'>[],
): LineFault[] {
  const tasks = said.map((one) => ({ ...one, name: one.name.trim() }));
  return lines.flatMap(({ task, document }, at): LineFault[] => {
    if (task === null || taskFor(tasks, { task: task.trim(), document })) return [];
    const other = tasks.find(({ name }) => name === task.trim())?.document;
    const line = at + 1;
    return other
      ? [{ line, code: 'plans.refusal.task_of_document', params: { document: other } }]
      : [{ line, code: 'plans.refusal.task_unknown' }];
  });
}

/** Every line that lays out the same money on the same use as one before it. */
export function linesTwice(lines: readonly SaidLine[]): LineFault[] {
  const seen = new Set<string>();
  return lines.flatMap((line, at): LineFault[] => {
    const key = lineKey({ ...line, task: line.task?.trim() ?? null });
    if (seen.has(key)) return [{ line: at + 1, code: 'plans.refusal.line_twice' }];
    seen.add(key);
    return [];
  });
}

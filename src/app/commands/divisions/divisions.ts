/** zhuzhen divisions load | diff | upgrade. */
import { readFile } from 'node:fs/promises';
import { isDay } from '../../../kit/period.ts';
import { StartProblem } from '../../../platform/db/start-problem.ts';
import { textOf } from '../../../regions/editions/file-text.ts';
import { type LoadResult, loadEdition } from '../../../regions/load.ts';
import { diffEditions, upgradeTo } from '../../../regions/upgrade.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../session.ts';
import { changeLine, countLines, loadLines, upgradeLines } from './division-lines.ts';

export const divisionsLoad: Command = {
  takes: 'FILE --edition YYYY [--cut-off YYYY-MM-DD]',
  about: '载入一版区划代码 / load an edition of the division registry',
  arguments: 1,
  options: { edition: { type: 'string' }, 'cut-off': { type: 'string' } },
  run: async ([file = ''], { edition, 'cut-off': cutOff, json }) => {
    if (typeof edition !== 'string' || !/^\d{4}$/.test(edition)) {
      throw new StartProblem(
        '请用 --edition 写明是哪一年的版本',
        'name the edition: --edition 2021',
      );
    }
    const cutOffDay = typeof cutOff === 'string' ? cutOff : `${edition}-12-31`;
    if (!isDay(cutOffDay)) {
      throw new StartProblem(
        '请用 --cut-off 写明截止日，例如 2021-10-31',
        'give a day that exists: --cut-off 2021-10-31',
      );
    }
    const bytes = await readFile(file).catch((cause: Error) => {
      throw new StartProblem(`读不到 ${file}：${cause.message}`, `cannot read ${file}`);
    });
    const read = textOf(bytes);
    if (!('text' in read)) {
      const { code, line, lines } = read;
      return told(
        { status: 'faulty', faults: [{ line, code, params: { lines: `${lines}` } }], warnings: [] },
        json === true,
      );
    }
    return withDatabase(async ({ db }) => {
      const { text } = read;
      const source = file.split('/').at(-1) ?? file;
      return told(
        await loadEdition(db, { edition, cutOff: cutOffDay, text, source }),
        json === true,
      );
    });
  },
};

/** Prints what became of a load. @returns the exit code */
function told(result: LoadResult, json: boolean): number {
  if (json) console.log(JSON.stringify(result));
  else
    for (const line of loadLines(result))
      console[result.status === 'faulty' ? 'error' : 'log'](line);
  return result.status === 'loaded' || result.status === 'unchanged' ? 0 : 1;
}

export const divisionsDiff: Command = {
  takes: 'A B [--json]',
  about: '比较两版区划 / what changed between two loaded editions',
  arguments: 2,
  run: ([a = '', b = ''], { json }) =>
    withDatabase(async ({ db }) => {
      const changes = await diffEditions(db, a, b);
      if (!changes)
        throw new StartProblem(`${a} 或 ${b} 版还没有载入`, `edition ${a} or ${b} is not loaded`);
      if (json) console.log(JSON.stringify(changes));
      else
        for (const line of [...changes.map(changeLine), ...countLines(changes)]) console.log(line);
      return 0;
    }),
};

export const divisionsUpgrade: Command = {
  takes: 'YYYY [--accept-uncertain] [--json]',
  about:
    '把区划树升到一个已载入的版本；--accept-uncertain：没有人确认的变更一并接受 / make a loaded edition the tree; --accept-uncertain: accept the changes nobody has decided',
  arguments: 1,
  options: { 'accept-uncertain': { type: 'boolean' } },
  run: ([edition = ''], { 'accept-uncertain': accept, json }) =>
    withDatabase(async ({ db }) => {
      const result = await upgradeTo(db, edition, accept ? { acceptOpen: 'command' } : {});
      if (json) console.log(JSON.stringify(result));
      else for (const line of upgradeLines(result, edition)) console.log(line);
      return result.status === 'upgraded' || result.status === 'unchanged' ? 0 : 1;
    }),
};

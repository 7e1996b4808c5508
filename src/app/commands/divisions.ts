/** zhuzhen divisions load | diff | upgrade. */
import { readFile } from 'node:fs/promises';
import { StartProblem } from '../../platform/db/start-problem.ts';
import { loadEdition } from '../../regions/load.ts';
import { diffEditions, upgradeTo } from '../../regions/upgrade.ts';
import type { Command } from './command.ts';
import { changeLine, countLines, noteLine, upgradeLines } from './division-lines.ts';
import { withDatabase } from './session.ts';

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
    const text = await readFile(file, 'utf8').catch((cause: Error) => {
      throw new StartProblem(`读不到 ${file}：${cause.message}`, `cannot read ${file}`);
    });
    return withDatabase(async ({ db }) => {
      const result = await loadEdition(db, {
        edition,
        cutOff: typeof cutOff === 'string' ? cutOff : `${edition}-12-31`,
        text,
        source: file.split('/').at(-1) ?? file,
      });
      if (json) console.log(JSON.stringify(result));
      else if (result.status === 'faulty')
        for (const fault of result.faults) console.error(noteLine(fault));
      else if (result.status === 'loaded')
        console.log(`已载入 ${result.rows} 行 / ${result.rows} rows loaded`);
      else if (result.status === 'unchanged')
        console.log('这一版已经载入，没有变化 / loaded before, nothing changed');
      else
        console.error(
          '这一版已从另一份文件载入，未改动 / loaded before from another file, nothing changed',
        );
      return result.status === 'loaded' || result.status === 'unchanged' ? 0 : 1;
    });
  },
};

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

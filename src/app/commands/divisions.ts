/** zhuzhen divisions load | diff | upgrade. */
import { readFile } from 'node:fs/promises';
import { fill } from '../../kit/words.ts';
import { StartProblem } from '../../platform/db/start-problem.ts';
import { loadEdition } from '../../regions/load.ts';
import { diffEditions, type UpgradeResult, upgradeTo } from '../../regions/upgrade.ts';
import { words } from '../rooms.ts';
import type { Command } from './command.ts';
import { withDatabase } from './session.ts';

/** A note of a registry file in words: the line it stands in and what is wrong. */
const worded = (note: { line: number; code: string; params?: Record<string, string | number> }) =>
  `第 ${note.line} 行：${fill(words[`regions.file.${note.code}`]?.zh ?? note.code, note.params)}`;

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
        for (const fault of result.faults) console.error(worded(fault));
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
      else {
        const counts = Map.groupBy(changes, (c) => `${c.level} ${c.change}（${c.confidence}）`);
        for (const [what, list] of [...counts].sort()) console.log(`${what}: ${list.length}`);
      }
      return 0;
    }),
};

export const divisionsUpgrade: Command = {
  takes: 'YYYY [--confirm accept|reject] [--json]',
  about: '把区划树升到一个已载入的版本 / make a loaded edition the tree',
  arguments: 1,
  options: { confirm: { type: 'string' } },
  run: ([edition = ''], { confirm, json }) =>
    withDatabase(async ({ db }) => {
      const decided = confirm === 'accept' || confirm === 'reject' ? { confirm } : {};
      const result = await upgradeTo(db, edition, decided as { confirm?: 'accept' | 'reject' });
      if (json) console.log(JSON.stringify(result));
      else for (const line of upgradeLines(result)) console.log(line);
      return result.status === 'upgraded' || result.status === 'unchanged' ? 0 : 1;
    }),
};

function upgradeLines(result: UpgradeResult): string[] {
  switch (result.status) {
    case 'upgraded':
      return [
        `已升级，自 ${result.from} 起生效 / in force from ${result.from}`,
        JSON.stringify(result.changes),
      ];
    case 'unchanged':
      return ['已经是这一版 / already in force'];
    case 'not_loaded':
      return ['这一版还没有载入：先运行 zhuzhen divisions load / load it first'];
    case 'not_newer':
      return [`不比现行的 ${result.inForce} 版新 / not newer than ${result.inForce}`];
    case 'needs_confirmation':
      return [
        `${result.uncertain.length} 处拿不准，请人确认后加 --confirm accept 或 reject / uncertain changes to confirm:`,
        ...result.uncertain.map((c) => JSON.stringify(c)),
      ];
    case 'has_facts':
      return [
        '下列地方已有数据，升级会使它们撤销或迁移，已停止 / these places have facts and would end or move; stopped:',
        ...result.places.map((p) => `${p.key} ${p.name}: ${p.table} ${p.rows}`),
      ];
  }
}

/** zhuzhen keys: the keys under which secrets and sensitive fields are sealed, and sealing everything under a new one. */
import { randomBytes } from 'node:crypto';
import { StartProblem } from '../../../platform/db/start-problem.ts';
import { algorithms } from '../../../platform/secrets/algorithms.ts';
import { KeyMissing, SealBroken, secretsUnder } from '../../../platform/secrets/envelope.ts';
import { keepKeys, keysOf } from '../../../platform/secrets/key-source.ts';
import { isKeyId, type Key, type Keys } from '../../../platform/secrets/keys.ts';
import { countByKey, discardLost, sealAnew } from '../../../platform/secrets/seal-anew.ts';
import { readSettings } from '../../../platform/settings.ts';
import { sealedColumns } from '../../data-classes.ts';
import type { Command } from '../command.ts';
import { progress, type Session, withDatabase } from '../session.ts';

export const keysList: Command = {
  takes: '[--json]',
  about: '密钥及各自加密的数据量 / the keys, and how much each seals',
  arguments: 0,
  run: (_, { json }) =>
    withDatabase(async (session) => {
      const keys = keysOf(session.settings);
      const { used, unknown } = await usedBy(session, keys);
      const rows = keys.all.map((key) => ({
        id: key.id,
        algorithm: key.algorithm,
        active: key.id === keys.active.id,
        values: used[key.id] ?? 0,
      }));
      if (json) console.log(JSON.stringify({ keys: rows, unnamed: used[''] ?? 0, unknown }));
      else for (const line of linesOf(rows, used[''] ?? 0, unknown)) console.log(line);
      return Object.keys(unknown).length > 0 ? 1 : 0;
    }),
};

export const keysAdd: Command = {
  takes: '[--id ID] [--algorithm aes-256-gcm|sm4-hmac-sm3] [--json]',
  about: '新增一把密钥，暂不启用 / add a key; it seals nothing yet',
  arguments: 0,
  options: { id: { type: 'string' }, algorithm: { type: 'string' } },
  run: async (_, { id, algorithm, json }) => {
    const settings = readSettings(process.env);
    const keys = keysOf(settings);
    const known = algorithms.find((one) => one === (algorithm ?? keys.active.algorithm));
    if (!known)
      throw new StartProblem(
        `--algorithm 应为 ${algorithms.join(' 或 ')}`,
        `--algorithm is one of ${algorithms.join(', ')}`,
      );
    const key: Key = { id: idFor(keys, id), algorithm: known, bytes: randomBytes(32) };
    keepKeys(settings, { active: keys.active, all: [...keys.all, key] });
    console.log(
      json
        ? JSON.stringify({ id: key.id, algorithm: known })
        : `已新增密钥 ${key.id}：备份密钥文件，重启所有进程，再运行 zhuzhen keys rotate\nadded ${key.id}: back up the key file, restart every process, then run zhuzhen keys rotate`,
    );
    return 0;
  },
};

export const keysRotate: Command = {
  takes: '[--to ID] [--json]',
  about:
    '启用最新的密钥并重新加密，可中断续做 / use the latest key and seal everything anew; can go on later',
  arguments: 0,
  options: { to: { type: 'string' } },
  run: (_, { to, json }) =>
    withDatabase(async ({ settings, owner }) => {
      const before = keysOf(settings);
      const wanted = typeof to === 'string' ? to : latest(before, settings.keys !== undefined).id;
      const active = keyCalled(before, wanted);
      const keys: Keys = { active, all: before.all };
      if (active.id !== before.active.id) keepKeys(settings, keys);
      const secrets = secretsUnder(keys);
      const done: Record<string, number> = {};
      for (const column of sealedColumns) {
        const name = `${column.table}.${column.column}`;
        const { [active.id]: _, ...others } = await countByKey(owner, column);
        const total = Object.values(others).reduce((sum, count) => sum + count, 0);
        const told = progress('重新加密 / sealed anew');
        done[name] = await sealAnew(owner, secrets, column, (n) => told(name, n, total)).catch(
          unopened(name),
        );
      }
      const all = Object.values(done).reduce((sum, count) => sum + count, 0);
      console.log(
        json
          ? JSON.stringify({ active: active.id, sealed: done })
          : `密钥 ${active.id} 已启用，重新加密 ${all} 项：重启所有进程后再运行一次，直到 0 项\n${active.id} is in use, ${all} values sealed anew: restart every process and run this again until it says 0`,
      );
      return 0;
    }),
};

export const keysRetire: Command = {
  takes: 'ID [--json]',
  about: '删除一把不再使用的密钥 / remove a key that seals nothing any more',
  arguments: 1,
  run: ([id = ''], { json }) =>
    withDatabase(async (session) => {
      const keys = keysOf(session.settings);
      const key = keyCalled(keys, id);
      const { used } = await usedBy(session, keys);
      // What names no key may be anybody's.
      const values = (used[id] ?? 0) + (used[''] ?? 0);
      if (key.id === keys.active.id || values > 0)
        throw new StartProblem(
          `密钥 ${id} 还在使用（${values} 项数据）：先启用别的密钥并运行 zhuzhen keys rotate`,
          `the key ${id} is still in use (${values} values): run zhuzhen keys rotate under another one first`,
        );
      keepKeys(session.settings, { ...keys, all: keys.all.filter((one) => one !== key) });
      console.log(
        json
          ? JSON.stringify({ retired: id })
          : `已删除密钥 ${id}：旧备份仍要它才能打开，请另外妥善保管\nremoved ${id}: older backups still need it, keep a copy`,
      );
      return 0;
    }),
};

export const keysDiscard: Command = {
  takes: 'ID --lost [--json]',
  about:
    '密钥永久丢失：删掉它加密的数据，以便重新登记 / a key is lost for good: remove what it sealed',
  arguments: 1,
  options: { lost: { type: 'boolean' } },
  run: ([id = ''], { lost, json }) =>
    withDatabase(async (session) => {
      const keys = keysOf(session.settings);
      const { unknown } = await usedBy(session, keys);
      if (!unknown[id])
        throw new StartProblem(
          `没有数据用缺失的密钥 ${id} 加密：zhuzhen keys list 列出缺失的密钥`,
          `nothing is sealed under a missing key ${id}: zhuzhen keys list names those that are missing`,
        );
      if (!lost)
        throw new StartProblem(
          `密钥 ${id} 加密了 ${unknown[id]} 项数据，删掉后无法找回；确认密钥再也找不到时加 --lost`,
          `${unknown[id]} values are sealed under ${id} and would be gone for good: add --lost when the key cannot be found any more`,
        );
      const gone: Record<string, number> = {};
      for (const column of sealedColumns)
        gone[`${column.table}.${column.column}`] = await discardLost(session.owner, column, id);
      const all = Object.values(gone).reduce((sum, count) => sum + count, 0);
      console.log(
        json
          ? JSON.stringify({ lost: id, gone })
          : `已删掉 ${all} 项打不开的数据，请重新登记\n${all} values that nobody can open are gone: enter them anew`,
      );
      return 0;
    }),
};

/** Values by the id of their key; and those whose key is not among ours. */
async function usedBy({ owner }: Session, keys: Keys) {
  const used: Record<string, number> = {};
  for (const column of sealedColumns)
    for (const [id, count] of Object.entries(await countByKey(owner, column)))
      used[id] = (used[id] ?? 0) + count;
  const ours = new Set(['', ...keys.all.map(({ id }) => id)]);
  const unknown = Object.fromEntries(Object.entries(used).filter(([id]) => !ours.has(id)));
  return { used, unknown };
}

function linesOf(
  rows: { id: string; algorithm: string; active: boolean; values: number }[],
  unnamed: number,
  unknown: Record<string, number>,
): string[] {
  const count = (n: number) => n.toLocaleString('en').padStart(12);
  return [
    ...rows.map(
      ({ id, algorithm, active, values }) =>
        `${id.padEnd(20)} ${algorithm.padEnd(14)} ${count(values)} ${active ? '使用中 / active' : ''}`,
    ),
    ...(unnamed > 0
      ? [`${'—'.padEnd(20)} ${'旧格式 / first form'.padEnd(14)} ${count(unnamed)}`]
      : []),
    ...Object.entries(unknown).map(
      ([id, values]) => `${id.padEnd(20)} ${'缺失 / missing'.padEnd(14)} ${count(values)}`,
    ),
  ];
}

function idFor({ all }: Keys, given: string | boolean | undefined): string {
  const taken = (id: string) => all.some((key) => key.id === id);
  if (typeof given === 'string') {
    if (isKeyId(given) && !taken(given)) return given;
    throw new StartProblem(
      `--id ${given} 不能用：小写字母、数字和 -，且不能重复`,
      `--id ${given} cannot be used: lower case letters, digits and -, and not one there is`,
    );
  }
  const today = new Date().toISOString().slice(0, 10);
  const ids = [today, ...Array.from({ length: all.length }, (_, at) => `${today}-${at + 2}`)];
  return ids.find((id) => !taken(id)) ?? today;
}

/** Where the keys come from the environment, whoever set it says which is in use. */
const latest = ({ all, active }: Keys, fixed: boolean): Key =>
  fixed ? active : (all.at(-1) ?? active);

function keyCalled({ all }: Keys, id: string): Key {
  const key = all.find((one) => one.id === id);
  if (key) return key;
  throw new StartProblem(
    `没有编号为 ${id} 的密钥：zhuzhen keys list 列出全部`,
    `there is no key ${id}: zhuzhen keys list names them all`,
  );
}

const unopened =
  (name: string) =>
  (error: unknown): never => {
    if (!(error instanceof KeyMissing) && !(error instanceof SealBroken)) throw error;
    throw new StartProblem(
      `${name} 里有一项打不开（${error.message}）：放回缺的密钥再运行，已完成的不会重做`,
      `a value of ${name} does not open (${error.message}): put the missing key back and run again; what is done stays done`,
    );
  };

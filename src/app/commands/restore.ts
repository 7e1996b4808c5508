/** zhuzhen restore: a backup becomes a new data directory, or fills an empty outside database. */
import { resolve } from 'node:path';
import { readKey } from '../../platform/backup/format/key.ts';
import {
  type Restored,
  type RestoreWish,
  restoreInto,
  restoreOutside,
} from '../../platform/backup/restore.ts';
import { inBeijing, instantOf } from '../../platform/backup/rules.ts';
import { removedOnSignal } from '../../platform/backup/stopping.ts';
import { claim } from '../../platform/db/embedded/place.ts';
import { StartProblem } from '../../platform/db/start-problem.ts';
import { readSettings } from '../../platform/settings.ts';
import { product } from '../operations/product.ts';
import { backupSettings, folderOf, restoredLines } from './backup.ts';
import type { Command } from './command.ts';
import { tell, withServer } from './session.ts';

export const restore: Command = {
  takes: '[--into NEW] [--to TIME] [--backup NAME] [--dir DIR]',
  about: '恢复到新的数据目录并核对 / restore into a new data directory and verify',
  arguments: 0,
  options: {
    into: { type: 'string' },
    to: { type: 'string' },
    backup: { type: 'string' },
    dir: { type: 'string' },
  },
  run: async (_, { into, to, backup, dir, json }) => {
    const startedAt = new Date();
    const settings = readSettings(process.env);
    const about = backupSettings(settings);
    const wish: RestoreWish = {
      dir: folderOf(dir, about),
      backup: typeof backup === 'string' ? backup : undefined,
      target: typeof to === 'string' ? { at: moment(to, startedAt.getTime()) } : 'last',
      key: readKey(about.keyFile),
      product,
      log: tell,
    };
    if (typeof into !== 'string' && settings.databaseUrl === undefined) throw noPlace();
    const done = await (typeof into === 'string'
      ? removedOnSignal(`${resolve(into)}.partial`, () => restoreInto(into, wish, { startedAt }))
      : withServer((adminUrl) => {
          claim(settings.dataDir);
          return restoreOutside(adminUrl, settings.dataDir, wish, startedAt);
        }));
    if (json) console.log(JSON.stringify(done));
    else {
      console.log(restoredLines(done));
      console.log(next(done, typeof into === 'string' ? resolve(into) : undefined));
    }
    return done.verified.faults.length === 0 ? 0 : 1;
  },
};

function moment(text: string, now: number): number {
  const at = instantOf(text);
  if (at === undefined) {
    throw new StartProblem(
      `--to ${text} 不是时刻:请写成 "2026-07-28 10:15:30"(北京时间),或带时区的 2026-07-28T10:15:30+08:00`,
      `--to ${text} is no moment: write "2026-07-28 10:15:30" (Beijing time), or 2026-07-28T10:15:30+08:00 with an offset`,
    );
  }
  if (at <= now) return at;
  throw new StartProblem(
    `--to ${inBeijing(at)} 还没有到:请写一个已经过去的时刻`,
    `--to ${inBeijing(at)} is in the future: name a moment that has passed`,
  );
}

const noPlace = () =>
  new StartProblem(
    '没有说恢复到哪里:用 --into 指定一个还没有的目录;要恢复到外部 PostgreSQL,设 DATABASE_URL 指向一个空库',
    'where to restore is not said: name a folder that is not there yet with --into; for an outside PostgreSQL set DATABASE_URL to an empty database',
  );

function next({ verified }: Restored, into: string | undefined): string {
  if (verified.faults.length > 0)
    return into === undefined
      ? '核对不过，不要使用这个库 / not sound: do not use this database'
      : '核对不过，没有留下这个目录 / not sound: nothing was kept';
  return into === undefined
    ? '数据库已恢复，可以启动 / the database is restored: npm start'
    : `已恢复到 ${into}，启动 / restored, start it with：DATA_DIR=${into} npm start`;
}

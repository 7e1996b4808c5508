/** zhuzhen demo: loads the made-up province into a database that has the registry and no facts yet. */
import { StartProblem } from '../../platform/db/start-problem.ts';
import { secretsUnder } from '../../platform/secrets/envelope.ts';
import { keysOf } from '../../platform/secrets/key-source.ts';
import { isNew, loadDemo, loadRegistry } from '../first-start.ts';
import type { Command } from './command.ts';
import { progress, withDatabase } from './session.ts';

export const demo: Command = {
  takes: '[--json]',
  about: '载入演示数据 / load the demonstration province',
  arguments: 0,
  run: (_, { json }) =>
    withDatabase(async ({ owner, jobs, db, settings }) => {
      if (await isNew(db)) await loadRegistry(db, 'demonstration', progress('区划 / registry'));
      const team = await db.selectFrom('teams.team').select('id').limit(1).executeTakeFirst();
      if (team)
        throw new StartProblem(
          '已有数据，演示数据只能载入空库',
          'there are facts already; the demonstration goes into an empty database only',
        );
      const started = Date.now();
      const secrets = secretsUnder(keysOf(settings));
      const rows = await loadDemo(owner, jobs, db, secrets, progress('演示数据 / demonstration'));
      const seconds = (Date.now() - started) / 1000;
      console.log(
        json
          ? JSON.stringify({ rows, seconds })
          : `演示数据已载入 ${rows} 行，用时 ${seconds.toFixed(1)} 秒 / ${rows} rows loaded in ${seconds.toFixed(1)} s`,
      );
      return 0;
    }),
};

/** zhuzhen migrate: brings the database to this version. */
import type { Command } from './command.ts';
import { withDatabase } from './session.ts';

export const migrateCommand: Command = {
  takes: '[--json]',
  about: '升级数据库结构 / bring the database to this version',
  arguments: 0,
  run: (_, { json }) =>
    withDatabase(async ({ applied }) => {
      if (json) console.log(JSON.stringify({ applied }));
      else
        console.log(
          applied.length
            ? `已应用 ${applied.length} 项：${applied.join('、')}`
            : '已是最新 / up to date',
        );
      return 0;
    }),
};

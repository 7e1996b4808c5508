/** zhuzhen supervision run: every rule over everything, now. */
import { domainToday } from '../../access/store/caller.ts';
import { runRules } from '../../supervision/store/run.ts';
import { words } from '../../supervision/words.ts';
import type { Command } from './command.ts';
import { tell, withDatabase } from './session.ts';

export const supervisionRun: Command = {
  takes: '[--json]',
  about: '现在跑一遍监督规则 / run the rules of supervision now; 1 when they are running already',
  arguments: 0,
  run: (_, { json }) =>
    withDatabase(async ({ jobs }) => {
      const runs = await runRules(jobs, await domainToday(jobs));
      if (json) console.log(JSON.stringify({ runs }));
      else if (!runs) tell('规则正在跑，等它跑完 / the rules are running already: wait for them');
      else
        for (const { rule, found, opened, reopened, gone, tookMs } of runs) {
          const name = Object.entries(words).find(
            ([key]) => key === `supervision.rule.${rule}`,
          )?.[1];
          console.log(
            `${name?.zh} / ${name?.en}: ${found} 查到 found, ${opened} 立案 opened, ${reopened} 重开 opened anew, ${gone} 消失 gone, ${tookMs} ms`,
          );
        }
      return runs ? 0 : 1;
    }),
};

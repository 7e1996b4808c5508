/** zhuzhen indicators rebuild | check. */
import { check, rebuild } from '../../indicators/fold.ts';
import { idsOf } from '../../indicators/triggers.ts';
import { catalogue } from '../rooms.ts';
import type { Command } from './command.ts';
import { progress, withDatabase } from './session.ts';

export const indicatorsRebuild: Command = {
  takes: '[--json]',
  about: '按明细重算全部指标 / make every figure anew from its facts',
  arguments: 0,
  run: (_, { json }) =>
    withDatabase(async ({ jobs }) => {
      const read = await rebuild(jobs, catalogue, await idsOf(jobs), {
        onProgress: progress('重算 / rebuilding'),
      });
      if (json) console.log(JSON.stringify(Object.fromEntries(read)));
      else console.log(`已重算 ${read.size} 个指标 / ${read.size} figures rebuilt`);
      return 0;
    }),
};

export const indicatorsCheck: Command = {
  takes: '[--json]',
  about: '核对指标与明细是否一致 / compare every figure with its facts; 1 when one differs',
  arguments: 0,
  run: (_, { json }) =>
    withDatabase(async ({ jobs }) => {
      const found = await check(jobs, catalogue, await idsOf(jobs));
      if (json)
        console.log(JSON.stringify({ checked: catalogue.additive.length, differences: found }));
      else if (found.length === 0)
        console.log(`${catalogue.additive.length} 个指标与明细一致 / figures equal their facts`);
      else
        for (const d of found)
          console.log(
            `${d.code} ${d.place} ${d.at} ${d.dimensions.join('/')}: ${d.kept} ≠ ${d.facts}`,
          );
      return found.length === 0 ? 0 : 1;
    }),
};

/** zhuzhen figures: the interview's 31 figures, each from the indicator engine beside its stated value. */
import { loadEngine } from '../../indicators/engine.ts';
import { readFigures } from '../../reports/store.ts';
import { catalogue } from '../rooms.ts';
import type { Command } from './command.ts';
import { withDatabase } from './session.ts';

export const figures: Command = {
  takes: '[--json]',
  about: '访谈的 31 个数逐一核对 / the 31 figures; 1 when one differs',
  arguments: 0,
  run: (_, { json }) =>
    withDatabase(async ({ owner }) => {
      const client = await owner.connect();
      try {
        const rows = await readFigures(client, await loadEngine(owner, catalogue));
        const right = rows.filter((r) => r.agrees).length;
        if (json) console.log(JSON.stringify({ rows, right, of: rows.length }));
        else {
          for (const r of rows) {
            console.log(
              `${r.agrees ? '✓' : '✗'} ${r.id} ${r.statement.zh}：${r.stated}，算得 ${r.computed ?? '—'}（${r.indicator}，${r.from} 至 ${r.to}，误差 ${r.tolerance}）`,
            );
          }
          console.log(`${right} of ${rows.length}`);
        }
        return right === rows.length ? 0 : 1;
      } finally {
        client.release();
      }
    }),
};

/** The baseline: bare Fastify and pg answering the same question by SQL, without scope, session, audit or checks. */
import Fastify from 'fastify';
import { catalogue } from '../../src/app/rooms.ts';
import { type Additive, stepsOf } from '../../src/indicators/definition.ts';
import { rowsStatement } from '../../src/indicators/rows.ts';
import type { Pool } from '../../src/platform/db/pool.ts';
import { province } from './stage.ts';

export interface Bare {
  base: string;
  close(): Promise<void>;
}

/** `/figures` sums every additive figure over its facts; `/rows` lists fifty rows of one. */
export async function bareServer(
  pool: Pool,
  codes: readonly string[],
  from: string,
  to: string,
): Promise<Bare> {
  const app = Fastify();
  const figures = catalogue.additive
    .filter((d) => codes.includes(d.code))
    .map((d) => sumSql(d, from, to))
    .join(' union all ');
  const d = catalogue.byCode.get('funds.issued');
  if (d?.kind !== 'flow') throw new Error('funds.issued is a flow');
  const place = { key: province, lo: province, hi: '449999999999', level: 'province' };
  const rows = rowsStatement(d, { place, from, to }, null, 51);
  app.get('/figures', async () => (await pool.query(figures)).rows);
  app.get('/rows', async () => (await pool.query(rows.text, rows.values)).rows);
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  return { base, close: () => app.close() };
}

function sumSql(d: Additive, from: string, to: string): string {
  const steps = stepsOf(d).map((s) => {
    const days = d.kind === 'flow' ? `${s.on} between '${from}' and '${to}'` : `${s.on} <= '${to}'`;
    return `coalesce((select sum(${s.value}) from ${d.from} where (${d.when ?? 'true'}) and ${d.place} between ${province} and 449999999999 and ${days}), 0)`;
  });
  return `select '${d.code}' as code, (${steps.join(' + ')})::text as value`;
}

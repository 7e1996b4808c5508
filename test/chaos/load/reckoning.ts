/** The reckoning at the end: what was acknowledged against what is in the database, what is whole against what is half. */
import type pg from 'pg';
import { catalogue } from '../../../src/app/rooms.ts';
import { check } from '../../../src/indicators/fold.ts';
import { idsOf } from '../../../src/indicators/triggers.ts';
import { openPool } from '../../../src/platform/db/pool.ts';
import { roleUrls } from '../../../src/platform/db/roles.ts';
import { asAdmin } from '../stage/cluster.ts';
import type { Deed } from './deeds.ts';
import { send } from './send.ts';
import type { Acknowledged, Target } from './writers.ts';

export interface Reckoning {
  /** Writes that are in the database. */
  effects: number;
  /** Acknowledged and not there. */
  lost: string[];
  /** Audited more than once. */
  twice: string[];
  /** Without its audit row, its kept answer or its person; or one of these without the write. */
  half: string[];
  /** Asked again at the end and answered otherwise than at first. */
  otherReply: string[];
  /** Figures that differ from their facts. */
  figures: number;
}

interface Row {
  id: string;
  there: boolean;
  audits: number;
  replay: boolean;
  person: boolean | null;
}

const sql = `
  with plan as (
    select * from unnest($1::uuid[], $2::text[], $3::uuid[]) p(id, kind, person)
  ), audits as (
    select object, count(*)::int as audits from access.audit where outcome = 'done' group by object
  )
  select p.id,
    (case p.kind
      when 'posting' then exists (select from teams.posting t where t.id = p.id)
      when 'organisation' then exists (select from teams.organisation t where t.id = p.id)
      else exists (select from teams.duty t where t.id = p.id)
    end) as there,
    coalesce(a.audits, 0) as audits,
    exists (select from access.replay r where r.id = p.id) as replay,
    case when p.person is not null then exists (select from teams.person t where t.id = p.person) end as person
  from plan p left join audits a on a.object = p.kind || ' ' || p.id`;

/** @param plan every write that was ever sent */
export async function reckon(
  adminUrl: string,
  plan: readonly Deed[],
  acknowledged: ReadonlyMap<string, Acknowledged>,
  to: Target,
): Promise<Reckoning> {
  const otherReply = await askAgain(plan, acknowledged, to);
  const rows = await asAdmin(adminUrl, (client) => factsOf(client, plan));
  return {
    effects: rows.filter((r) => r.there).length,
    lost: rows.filter((r) => acknowledged.has(r.id) && !r.there).map((r) => r.id),
    twice: rows.filter((r) => r.audits > 1).map((r) => r.id),
    half: rows
      .filter(
        (r) =>
          r.audits > 0 !== r.there ||
          r.replay !== r.there ||
          (r.person !== null && r.person !== r.there),
      )
      .map((r) => r.id),
    otherReply,
    figures: await differences(adminUrl),
  };
}

async function factsOf(client: pg.Client, plan: readonly Deed[]): Promise<Row[]> {
  const columns = [plan.map((d) => d.id), plan.map((d) => d.kind), plan.map((d) => d.person)];
  return (await client.query<Row>(sql, columns)).rows;
}

/** Every acknowledged write once more: the same answer, and said to be a replay. */
async function askAgain(
  plan: readonly Deed[],
  acknowledged: ReadonlyMap<string, Acknowledged>,
  to: Target,
): Promise<string[]> {
  const unlike: string[] = [];
  const rest = plan.filter((deed) => acknowledged.has(deed.id)).values();
  const asker = async () => {
    for (const deed of rest) {
      const first = acknowledged.get(deed.id);
      const answer = await send(deed, to.address(), to.cookie);
      const same =
        answer.kind === 'done' &&
        answer.replayed &&
        answer.status === first?.status &&
        answer.body === first.body;
      if (!same) unlike.push(deed.id);
    }
  };
  await Promise.all([asker(), asker(), asker(), asker()]);
  return unlike;
}

async function differences(adminUrl: string): Promise<number> {
  const jobs = openPool(roleUrls(adminUrl).zz_jobs, { max: 1 });
  try {
    return (await check(jobs, catalogue, await idsOf(jobs))).length;
  } finally {
    await jobs.end();
  }
}

/** Rules of supervision: a whole night against one look at every row, and what they say of a request before it is handed in. */
import { inScope } from '../../src/platform/db/scope.ts';
import { hintsFor } from '../../src/supervision/store/hints.ts';
import { runRules } from '../../src/supervision/store/run.ts';
import type { Result } from './report.ts';
import type { Stage } from './stage.ts';

const today = '2022-07-28';
/** Projects a town has; each with a contract and four requests. */
const perTown = 20;

export async function benchSupervision(on: Stage): Promise<Result[]> {
  await fillProjects(on);
  const began = performance.now();
  const runs = await runRules(on.jobs, today);
  const first = performance.now() - began;
  await on.owner.query('analyze supervision.finding');
  const again = performance.now();
  await runRules(on.jobs, today);
  const night = performance.now() - again;
  const look = await lookAtAll(on);
  const { p50, p95 } = await hintTimes(on);
  const { rows } = await on.owner.query<{ requests: number; entries: number }>(
    `select (select count(*) from projects.request)::integer as requests, (select count(*) from funds.entry)::integer as entries`,
  );
  const size = `${rows[0]?.requests} requests, ${rows[0]?.entries} entries`;
  const slowest = runs?.toSorted((a, b) => b.tookMs - a.tookMs)[0];
  return [
    {
      what: `a night of ${runs?.length} rules, ${size}`,
      ours: `${night.toFixed(0)} ms (first night ${first.toFixed(0)} ms; slowest ${slowest?.rule} ${slowest?.tookMs} ms)`,
      baseline: `one scan of entries, requests, contracts and projects: ${look.toFixed(0)} ms`,
      ratio: night / look,
      goal: 'at most 2 scans a rule',
    },
    {
      what: 'hints for one request, under a town’s scope',
      ours: `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
      baseline: '50 ms',
      ratio: p50 / 50,
      goal: '50 ms at the size of the province',
    },
  ];
}

/** Every row read once, and something made of it. */
async function lookAtAll({ owner }: Stage): Promise<number> {
  const began = performance.now();
  for (const table of ['funds.entry', 'projects.request', 'projects.contract', 'projects.project'])
    await owner.query(`select count(*), max(t.id::text) from ${table} t where t.place_key > 0`);
  return performance.now() - began;
}

async function hintTimes({ owner, app }: Stage): Promise<{ p50: number; p95: number }> {
  const { rows } = await owner.query<{ id: string; place: string }>(
    `select id, place_key::text as place from projects.request where state = 'submitted' order by md5(id::text) limit 100`,
  );
  const times: number[] = [];
  for (const { id, place } of rows) {
    const ranges = [{ lo: place, hi: `${place.slice(0, 9)}999` }];
    const began = performance.now();
    await inScope(app, { actor: null, ranges }, (_, client) =>
      hintsFor(client, { ranges }, today, 'request', id),
    );
    times.push(performance.now() - began);
  }
  const sorted = times.slice(10).sort((a, b) => a - b);
  return {
    p50: sorted[Math.floor(sorted.length / 2)] ?? 0,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
  };
}

/** Projects of all towns with contracts, requests, notices and budgets, in sets; one in fifty ahead of its progress. */
async function fillProjects({ owner }: Stage): Promise<void> {
  await owner.query(
    `insert into projects.project (county, id, place_key, number, year, name, task, content, implementer, operating, state, state_since,
       progress, planned_from, planned_to, started_on)
     select r.county, uuidv7(), r.key, 'B' || n, 2022, '村道硬化' || n, 'facilities', '路面', '镇政府', false, 'building', '2022-03-01',
       case when n % 50 = 0 then 10 else 60 end, '2022-03-01', '2022-12-31', '2022-03-01'
     from regions.region r cross join generate_series(1, $1::integer) n where r.level = 'town' and r.valid_to is null`,
    [perTown],
  );
  await owner.query(
    `insert into projects.budget (county, id, project_id, place_key, payer, payer_key, source, programme, year, amount)
     select county, uuidv7(), id, place_key, 'province', 440000000000, 'provincial_fund', 'special_fund', 2022, 100000000 from projects.project`,
  );
  await owner.query(
    `insert into projects.notice (county, id, project_id, place_key, stage, posted_on, ends_on, place_posted)
     select county, uuidv7(), id, place_key, stage, '2022-02-01', '2022-02-10', '公示栏'
     from projects.project cross join unnest(enum_range(null::projects.notice_stage)) stage`,
  );
  await owner.query(
    `insert into projects.contract (county, id, project_id, place_key, kind, number, contractor, signed_on, amount, state)
     select county, uuidv7(), id, place_key, 'main', id::text, '公司' || left(md5(id::text), 3), '2022-02-20', 90000000, 'in_force' from projects.project`,
  );
  await owner.query(
    `insert into projects.request (county, id, project_id, contract_id, place_key, kind, amount, invoice, payee, account_tail, asked_on, state)
     select c.county, uuidv7(), c.project_id, c.id, c.place_key, 'progress', 10000000 + ('x' || left(md5(c.id::text || n), 5))::bit(20)::integer, c.number || n, c.contractor,
       lpad((abs(hashtext(c.contractor)) % 10000)::text, 4, '0'), date '2022-03-01' + n * 20, 'submitted'
     from projects.contract c cross join generate_series(1, 4) n`,
  );
  await owner.query(
    'vacuum analyze projects.project, projects.contract, projects.request, projects.budget, projects.notice',
  );
}

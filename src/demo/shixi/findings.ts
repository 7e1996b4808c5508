// Findings of 石溪镇 as the story tells them: alike bids and a contract in parts explained and cleared, an invoice used twice and
// stopped, papers mended and to be closed, a payment ahead of the work that waits for an answer. What rules
// found is asked of the rules; only what was done about it is told here.
import type { Client } from '../../platform/db/pool.ts';
import type { SupervisionState, SupervisionVerb } from '../../schema.gen.ts';
import { recorded } from '../days.ts';
import type { Row } from '../rows.ts';
import { type Random, random } from '../seed.ts';
import { COUNTY, shixi } from './places.ts';
import { type About, ruleSays, type Said } from './rule-says.ts';

type Finding = Row<'supervision.finding'>;
type Event = Row<'supervision.event'>;
interface FindingRows {
  findings: Finding[];
  events: Event[];
}

interface Deed {
  verb: SupervisionVerb;
  state: SupervisionState;
  on: string;
  office: string | null;
  said?: string;
  owner?: string;
  replyBy?: string;
}

/** Contract and project of a number of the story, where the projects are loaded. */
async function projectOf(client: Client, number: string) {
  const { rows } = await client.query<{ id: string; name: string; contract: string | null }>(
    `select p.id, p.name, c.id as contract from projects.project p
     left join projects.contract c on c.county = p.county and c.project_id = p.id and c.kind = 'main' and c.state = 'in_force'
     where p.place_key = $1 and p.number = $2 order by c.signed_on limit 1`,
    [shixi.key, number],
  );
  return rows[0] ?? null;
}

/** Projects are looked up by number: call it once they are written. What has no project yet is left out or stands without. */
export async function shixiFindings(client: Client, seed: number): Promise<FindingRows> {
  const r = random(seed, 'shixi findings');
  const [drying, sewage, route] = [
    await projectOf(client, '21-4'),
    await projectOf(client, '21-3'),
    await projectOf(client, '22-3'),
  ];
  const all = [
    outside(r, drying?.id ?? null, {
      source: 'petition',
      paper: '演信函〔2022〕6号',
      title: '丝苗米烘干中心招标，两家报价高度雷同',
      deeds: [
        ...[entered('2022-02-14', '2022-02-21', '群众来信反映，请说明询价和评审过程。')],
        ...[explained('2022-02-18', '两家用了同一份工程量清单，单价分别报出，附清单和评审记录。')],
        {
          ...{ verb: 'clear', state: 'cleared', on: '2022-02-24', office: COUNTY },
          said: '采购办核对评审记录，未发现串通，予以排除，材料留存。',
        },
      ],
    }),
    outside(r, sewage?.id ?? null, {
      source: 'audit',
      paper: '演审报〔2022〕3号',
      title: '5村生活污水设施验收资料不齐',
      deeds: [
        ...[entered('2022-05-16', '2022-05-31', '审计指出隐蔽工程记录缺两份。')],
        ...[explained('2022-05-25', '记录在施工方，已要求补交。')],
        {
          ...{ verb: 'confirm', state: 'confirmed', on: '2022-06-02', office: COUNTY },
          said: '认定，补齐记录并复核工程量。',
        },
        {
          ...{ verb: 'rectify', state: 'rectified', on: '2022-07-19', office: shixi.key },
          said: '两份记录已补齐，监理签字。',
        },
      ],
    }),
    ...(await stopped(client, r)),
    ...(await ahead(client, r, route)),
  ];
  return {
    findings: all.map(({ finding }) => finding),
    events: all.flatMap(({ events }) => events),
  };
}

const entered = (on: string, replyBy: string, said: string): Deed => ({
  ...{ verb: 'register', state: 'assigned', on, office: COUNTY },
  ...{ said, owner: shixi.key, replyBy },
});
const explained = (on: string, said: string): Deed => ({
  ...{ verb: 'explain', state: 'explained', on, office: shixi.key, said },
});

/** What no rule found and nobody decided yet. */
export const undecided = {
  ...{ rule: null, rule_version: null, object_kind: null, object_id: null, project_id: null },
  ...{ amount: '0', facts: {}, evidence: [] },
  ...{ decided_on: null, decided_by_key: null, decided_amount: null, decided_rows: null },
};

/** A problem from outside with what was done about it. */
function outside(
  r: Random,
  project: string | null,
  given: Pick<Finding, 'source' | 'paper' | 'title'> & { deeds: readonly Deed[] },
) {
  const { deeds, ...said } = given;
  const [first] = deeds;
  const last = deeds.at(-1);
  const decided = deeds.findLast(({ verb }) => verb === 'clear' || verb === 'confirm');
  const finding = {
    ...row(r, first?.on ?? '', last),
    ...said,
    ...{ ...undecided, project_id: project, reply_by: first?.replyBy ?? null },
    ...(decided && {
      ...{ decided_on: decided.on, decided_by_key: COUNTY, decided_amount: '0', decided_rows: 0 },
    }),
  };
  return { finding, events: eventsOf(r, finding.id, deeds) };
}

/** The two that were stopped before anything was paid, as they stood on their day. */
async function stopped(client: Client, r: Random) {
  const { rows: dropped } = await client.query<{ part: About | null; again: About | null }>(
    `select
       (select jsonb_build_object('county', c.county, 'project', c.project_id, 'contract', c.id) from projects.contract c
        where c.place_key = $1 and c.state = 'discarded' order by c.signed_on, c.id limit 1) as part,
       (select jsonb_build_object('county', q.county, 'project', q.project_id, 'contract', q.contract_id, 'request', q.id)
        from projects.request q where q.place_key = $1 and q.state = 'discarded') as again`,
    [shixi.key],
  );
  const { part, again } = dropped[0] ?? {};
  if (!part || !again) return [];
  const parts = await asHandedIn(client, () =>
    ruleSays(client, 'split_contract', '2022-05-21', part),
  );
  const twice = await ruleSays(client, 'duplicate_invoice', '2022-06-20', again);
  return [
    byRule(r, 'split_contract', parts, [
      opened('2022-05-21', '2022-05-28'),
      explained('2022-05-25', '九个点同一家报价，原想按村分别签。现合并为一份合同 79.8 万元。'),
      {
        ...{ verb: 'clear', state: 'cleared', on: '2022-05-27', office: COUNTY },
        said: '九份报价已作废，合并为一份合同，按合并后的金额重新询价，予以排除。',
      },
    ]),
    byRule(r, 'duplicate_invoice', twice, [
      opened('2022-06-20', '2022-06-27'),
      explained('2022-06-22', '供应商把自筹小项目第 9 号的发票又报了一次，还没有送审。'),
      {
        ...{ verb: 'confirm', state: 'confirmed', on: '2022-06-22', office: COUNTY },
        said: '认定重复报账，申请不得送审。',
      },
      {
        ...{ verb: 'rectify', state: 'rectified', on: '2022-06-23', office: shixi.key },
        said: '发票已退回供应商，申请作废，没有支付。',
      },
      {
        ...{ verb: 'close', state: 'closed', on: '2022-06-27', office: COUNTY },
        said: '核对支付明细，没有这一笔，整改销号。',
      },
    ]),
  ];
}

/** Asks about the contracts in parts as if they were still handed in, as they were on that night. */
async function asHandedIn<T>(client: Client, ask: () => Promise<T>): Promise<T> {
  await client.query('savepoint that_night');
  await client.query(
    `update projects.contract set state = 'submitted' where place_key = $1 and state = 'discarded'`,
    [shixi.key],
  );
  const said = await ask();
  await client.query('rollback to savepoint that_night');
  return said;
}

/** 22-3: 30 % of the contract paid while 18 % is done; the town answers within seven days. */
async function ahead(client: Client, r: Random, route: Awaited<ReturnType<typeof projectOf>>) {
  if (!route?.contract) return [];
  const about = { county: shixi.county, project: route.id, contract: route.contract };
  const said = await ruleSays(client, 'ahead_of_progress', '2022-07-28', about);
  return [byRule(r, 'ahead_of_progress', said, [opened('2022-07-28', '2022-08-04')])];
}

const opened = (on: string, replyBy: string): Deed => ({
  ...{ verb: 'open', state: 'assigned', on, office: null },
  ...{ owner: shixi.key, replyBy },
});

/** What a rule found, with what was done about it since. */
function byRule(r: Random, rule: string, said: Said, deeds: readonly Deed[]) {
  const [first] = deeds;
  const decided = deeds.findLast(({ verb }) => verb === 'clear' || verb === 'confirm');
  const finding = {
    ...row(r, first?.on ?? '', deeds.at(-1)),
    ...{ source: 'rule' as const, paper: null, title: null, rule, rule_version: 0, ...said },
    reply_by: first?.replyBy ?? null,
    ...(decided
      ? {
          ...{ gone_on: deeds.at(-1)?.on ?? null, decided_on: decided.on, decided_by_key: COUNTY },
          ...{ decided_amount: said.amount, decided_rows: said.evidence.length },
        }
      : { decided_on: null, decided_by_key: null, decided_amount: null, decided_rows: null }),
  };
  return { finding, events: eventsOf(r, finding.id, deeds) };
}

const row = (r: Random, foundOn: string, last: Deed | undefined) => ({
  ...{ county: shixi.county, id: r.uuid(foundOn), place_key: shixi.key, found_on: foundOn },
  ...{ state: last?.state ?? ('opened' as const), owner_key: shixi.key },
  ...{ gone_on: null, changed_at: recorded(last?.on ?? foundOn, 0), made_up: true },
});

const eventsOf = (r: Random, finding: string, deeds: readonly Deed[]): Event[] =>
  deeds.map(({ verb, state, on, office, said, owner, replyBy }) => ({
    ...{ county: shixi.county, id: r.uuid(on), finding_id: finding, place_key: shixi.key },
    ...{ verb, state, said: said ?? null, owner_key: owner ?? null, reply_by: replyBy ?? null },
    ...{ by: null, office_key: office, at: recorded(on, 0), made_up: true },
  }));

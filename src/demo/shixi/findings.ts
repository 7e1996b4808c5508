// Findings of 石溪镇 as the story tells them: alike bids and a contract in parts explained and cleared, an invoice used twice and
// stopped, papers mended and to be closed, a payment ahead of the work that waits for an answer.
import type { Client } from '../../platform/db/pool.ts';
import type { SupervisionState, SupervisionVerb } from '../../schema.gen.ts';
import { recorded } from '../days.ts';
import type { Row } from '../rows.ts';
import { type Random, random } from '../seed.ts';
import { COUNTY, shixi } from './places.ts';

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
    ...(route?.contract ? [ahead(r, { ...route, contract: route.contract })] : []),
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

/** The two that were stopped before anything was paid, with what they rest on. */
async function stopped(client: Client, r: Random) {
  const rows = async (sql: string): Promise<Evidence[]> =>
    (await client.query<Evidence>(sql, [shixi.key])).rows;
  const parts = await rows(`
    select 'contract' as kind, c.id, c.place_key::text as place, c.number || ' ' || c.contractor as name, c.contractor as whose,
      c.project_id as project, c.amount::text as amount, c.signed_on::text as day
    from projects.contract c where c.place_key = $1 and c.state = 'discarded' order by c.number`);
  const twice = await rows(`
    select 'request' as kind, q.id, q.place_key::text as place, q.payee || ' ' || q.invoice as name, q.invoice as whose,
      q.project_id as project, q.amount::text as amount, q.asked_on::text as day
    from projects.request q where q.place_key = $1 and q.state = 'discarded'`);
  const ninth = await rows(`
    select 'entry' as kind, e.id, e.place_key::text as place, e.document_number || ' ' || e.note as name, '' as whose,
      null as project, e.amount::text as amount, e.booked_on::text as day
    from funds.entry e where e.place_key = $1 and e.programme = 'self_raised' and e.measure = 'spent'
    order by e.booked_on, e.document_number offset 8 limit 1`);
  const [part] = parts;
  const [again] = twice;
  if (!part || !again) return [];
  const whole = parts.reduce((sum, { amount }) => sum + BigInt(amount), 0n).toString();
  return [
    byRule(r, 'split_contract', 'contract', part, {
      ...{ amount: whole, evidence: parts },
      facts: { count: parts.length, contractor: part.whose, limitFen: '10000000' },
      deeds: [
        opened('2022-05-21', '2022-05-28'),
        explained('2022-05-25', '九个点同一家报价，原想按村分别签。现合并为一份合同 79.8 万元。'),
        {
          ...{ verb: 'clear', state: 'cleared', on: '2022-05-27', office: COUNTY },
          said: '九份报价已作废，合并为一份合同，按合并后的金额重新询价，予以排除。',
        },
      ],
    }),
    byRule(r, 'duplicate_invoice', 'request', again, {
      ...{ amount: again.amount, evidence: [...twice, ...ninth] },
      facts: { count: 1, invoice: again.whose },
      deeds: [
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
      ],
    }),
  ];
}

interface Evidence {
  kind: string;
  id: string;
  place: string;
  name: string;
  project: string | null;
  amount: string;
  day: string;
  /** Contractor or invoice, for the words of the rule. */
  whose: string;
}

const opened = (on: string, replyBy: string): Deed => ({
  ...{ verb: 'open', state: 'assigned', on, office: null },
  ...{ owner: shixi.key, replyBy },
});

/** What a rule found, decided or closed by now. */
function byRule(
  r: Random,
  rule: string,
  kind: 'contract' | 'request',
  object: Evidence,
  given: {
    amount: string;
    facts: Record<string, string | number>;
    evidence: readonly Evidence[];
    deeds: readonly Deed[];
  },
) {
  const { deeds, evidence, amount, facts } = given;
  const [first] = deeds;
  const decided = deeds.findLast(({ verb }) => verb === 'clear' || verb === 'confirm');
  const finding = {
    ...row(r, first?.on ?? '', deeds.at(-1)),
    ...{ source: 'rule' as const, paper: null, title: null, rule, rule_version: 0 },
    ...{ object_kind: kind, object_id: object.id, project_id: object.project, amount, facts },
    evidence: evidence.map(({ whose: _, ...shown }) => shown),
    ...{ reply_by: first?.replyBy ?? null, gone_on: deeds.at(-1)?.on ?? null },
    ...{ decided_on: decided?.on ?? null, decided_by_key: COUNTY },
    ...{ decided_amount: amount, decided_rows: evidence.length },
  };
  return { finding, events: eventsOf(r, finding.id, deeds) };
}

/** 22-3: 30 % of the contract paid while 18 % is done; the town answers within seven days. */
function ahead(r: Random, project: { id: string; name: string; contract: string }) {
  const on = '2022-07-28';
  const deed: Deed = {
    ...{ verb: 'open', state: 'assigned', on, office: null },
    ...{ owner: shixi.key, replyBy: '2022-08-04' },
  };
  const evidence = [
    {
      kind: 'project',
      id: project.id,
      place: shixi.key,
      name: `22-3 ${project.name}`,
      project: project.id,
    },
  ];
  const finding = {
    ...row(r, on, deed),
    ...{ source: 'rule' as const, paper: null, title: null, rule: 'ahead_of_progress' },
    ...{ rule_version: 0, object_kind: 'contract' as const, object_id: project.contract },
    ...{ project_id: project.id, amount: '47760000', facts: { percent: 30, progress: 18 } },
    ...{ evidence, reply_by: deed.replyBy ?? null },
    ...{ decided_on: null, decided_by_key: null, decided_amount: null, decided_rows: null },
  };
  return { finding, events: eventsOf(r, finding.id, [deed]) };
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

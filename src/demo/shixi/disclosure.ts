// What 石溪镇 has published: standing, due to take down, taken down; and one complaint that came in through the public pages.
import { createHash } from 'node:crypto';
import { contentOf, sumOf } from '../../disclosure/content/build.ts';
import { factsIn } from '../../disclosure/store/facts.ts';
import { rangeOfKey } from '../../kit/region-key.ts';
import type { Client } from '../../platform/db/pool.ts';
import type { DisclosureChannel, DisclosureKind } from '../../schema.gen.ts';
import { recorded } from '../days.ts';
import type { Row } from '../rows.ts';
import { random } from '../seed.ts';
import { undecided } from './findings.ts';
import { COUNTY, shixi, TOWN } from './places.ts';

interface Hanging {
  channel: DisclosureChannel;
  shownAt?: string;
  from: string;
  until?: string;
  down?: string;
}
interface Copy {
  kind: DisclosureKind;
  /** Answers id and year of the object. */
  find?: string;
  year: number;
  on: string;
  hanging: readonly Hanging[];
}

const project = (number: string) =>
  `select id, year from projects.project where place_key = ${TOWN} and number = '${number}'`;
const own = { channel: 'own_pages' } as const;
const copies: readonly Copy[] = [
  {
    ...{ kind: 'project', find: project('21-1'), year: 2021, on: '2022-06-20' },
    hanging: [
      { ...own, from: '2022-06-21' },
      {
        ...{ channel: 'government_site', from: '2022-06-21' },
        shownAt: 'https://www.example.org/shixi/2022/0621.html',
      },
    ],
  },
  {
    ...{ kind: 'project', find: project('21-2'), year: 2021, on: '2022-06-18' },
    hanging: [
      {
        ...{ channel: 'village_board', from: '2022-06-20', until: '2022-07-20' },
        shownAt: '大岭村村务公开栏',
      },
    ],
  },
  {
    ...{ kind: 'project', find: project('22-1'), year: 2022, on: '2022-07-15' },
    hanging: [{ ...own, from: '2022-07-16' }],
  },
  {
    kind: 'notice',
    find: `select id, extract(year from posted_on)::int as year from projects.notice
           where place_key = ${TOWN} order by posted_on, id limit 1`,
    ...{ year: 2021, on: '2021-11-10' },
    hanging: [
      {
        ...{ channel: 'village_board', from: '2021-11-11', until: '2021-11-18' },
        ...{ down: '2021-11-19', shownAt: '镇政府公告栏' },
      },
    ],
  },
  {
    ...{ kind: 'use_of_money', year: 2021, on: '2022-01-20' },
    hanging: [{ ...own, from: '2022-01-21' }],
  },
  { kind: 'project', find: project('22-2'), year: 2022, on: '2022-07-26', hanging: [] },
];

/** The code of the complaint's receipt, for who tries the public pages out. */
const QUERY_CODE = 'SHXA2345BCDE';
const RECEIPT = '20220725-000001';

/** Call it once projects, plans and money are written: copies are made of them. */
export async function shixiDisclosure(client: Client, seed: number) {
  const r = random(seed, 'shixi disclosure');
  const rows = {
    copies: [] as Row<'disclosure.copy'>[],
    publications: [] as Row<'disclosure.publication'>[],
  };
  for (const copy of copies) await add(copy);
  const id = r.uuid('2022-07-25');
  const at = { county: shixi.county, place_key: TOWN, made_up: true };
  const said = '逢圩日市场西侧排水沟漫水，摊位前走不了人，请派人看看。';
  return {
    ...rows,
    findings: [
      {
        ...{
          ...undecided,
          ...at,
          id,
          source: 'petition',
          paper: RECEIPT,
          title: '农贸市场西侧排水不畅',
        },
        ...{ state: 'assigned', found_on: '2022-07-25', owner_key: TOWN, reply_by: '2022-08-02' },
        changed_at: recorded('2022-07-26', 0),
      },
    ] as Row<'supervision.finding'>[],
    events: [
      {
        ...{ county: at.county, place_key: TOWN, made_up: true, finding_id: id },
        ...{ id: r.uuid('2022-07-25'), verb: 'register', state: 'opened', said },
        ...{
          owner_key: null,
          reply_by: null,
          office_key: null,
          by: null,
          at: recorded('2022-07-25', 0),
        },
      },
      {
        ...{ county: at.county, place_key: TOWN, made_up: true, finding_id: id },
        ...{ id: r.uuid('2022-07-26'), verb: 'assign', state: 'assigned', said: null },
        ...{ owner_key: TOWN, reply_by: '2022-08-02', office_key: COUNTY },
        by: null,
        at: recorded('2022-07-26', 0),
      },
    ] as Row<'supervision.event'>[],
    complaints: [
      {
        ...{ ...at, id, receipt: RECEIPT, subject: '农贸市场西侧排水不畅', said },
        copy_id: rows.copies[0]?.id ?? null,
        code_hash: `\\x${createHash('sha256').update(`${RECEIPT}${QUERY_CODE}`).digest('hex')}`,
        ...{ received_on: '2022-07-25', received_at: recorded('2022-07-25', 0) },
      },
    ] as unknown as Row<'disclosure.complaint'>[], // the hash travels as text of a bytea
  };

  async function add({ kind, find, year, on, hanging }: Copy): Promise<void> {
    const found = find
      ? (await client.query<{ id: string; year: number }>(find)).rows[0]
      : { id: null, year };
    if (!found) return;
    const place = { key: TOWN, ...rangeOfKey(TOWN) };
    const facts = await factsIn(client, place, { kind, object: found.id, year: found.year });
    if (!facts) return;
    const content = contentOf(facts, { names: [], on, office: facts.of.placeName, lang: 'zh' });
    const id = r.uuid(on);
    const at = { county: shixi.county, place_key: TOWN, made_up: true };
    rows.copies.push({
      ...{ ...at, id, kind, object_id: found.id, year: facts.of.year, made_on: on },
      ...{ content: content as never, sha256: sumOf(content), made_at: recorded(on, 0) },
    });
    for (const { channel, shownAt, from, until, down } of hanging)
      rows.publications.push({
        ...{ ...at, id: r.uuid(from), copy_id: id, channel, shown_at: shownAt ?? null },
        ...{ from_day: from, until_day: until ?? null, registered_at: recorded(from, 0) },
        ...{ taken_down_on: down ?? null, taken_down_because: down ? '公示期满' : null },
      });
  }
}

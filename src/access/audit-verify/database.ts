/** What the verifier reads of the database: one snapshot, in portions, everything as text. */
import pg from 'pg';
import { columns, type Row } from './row-form.ts';

const portion = 1_000;

/** Runs work in one snapshot that changes nothing. */
export async function inSnapshot<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'zhuzhen audit verify' });
  client.on('error', () => {}); // a connection that breaks fails the query; as an event it would end the server
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query("set local timezone to 'UTC'; set local datestyle to 'ISO'");
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Those of the counties that have rows on a day. */
export async function countiesOfDay(
  client: pg.Client,
  counties: readonly string[],
  day: string,
): Promise<string[]> {
  const { rows } = await client.query<{ county: string }>({
    name: 'counties-of-day',
    text: `select c.county from unnest($1::char(6)[]) c(county)
           where exists (select from access.audit r where r.county = c.county and r.day = $2)`,
    values: [counties, day],
  });
  return rows.map((row) => row.county);
}

/** Rows of a county's day in the order of their numbers. */
export async function* rowsOf(
  client: pg.Client,
  county: string,
  day: string,
): AsyncGenerator<Row, void> {
  let after = '-9223372036854775808';
  for (;;) {
    const { rows } = await client.query<Row>({
      name: 'rows-of',
      text: `select ${columns} from access.audit r
             where r.county = $1 and r.day = $2 and r.n > $3 order by r.n limit ${portion}`,
      values: [county, day, after],
    });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < portion) return;
    after = last.n;
  }
}

export interface Seal {
  county: string;
  upto: number;
  hash: string;
  algorithm: string;
  marks: string;
}

export async function sealsOfDay(client: pg.Client, day: string): Promise<Seal[]> {
  const { rows } = await client.query<Omit<Seal, 'upto'> & { upto: string }>(
    `select s.county, s.upto_n::text as upto, encode(s.hash, 'hex') as hash, s.algorithm, encode(s.marks, 'hex') as marks
     from access.audit_seal s where s.day = $1 and s.algorithm in ('sha256', 'sm3') order by s.county, s.upto_n`,
    [day],
  );
  return rows.map((row) => ({ ...row, upto: Number(row.upto) }));
}

export interface Overview {
  /** Every county that has rows, a counter or seals. */
  counties: string[];
  first: string | null;
  last: string | null;
  counters: Map<string, { day: string; n: number }>;
  /** The last day of each county that has a seal. */
  sealedTo: Map<string, string>;
  removed: Map<string, Removed>;
  /** The database's name beside its anchors. */
  home: string;
  /** Sequence of the last anchor the database knows of. */
  anchor: number;
}

/** The last day of a county that says it was removed. */
export interface Removed {
  day: string;
  rows: number;
  hash: string;
  /** When, as a day. */
  on: string;
  keepYears: number;
}

export async function overview(client: pg.Client): Promise<Overview> {
  const many = async (text: string) => (await client.query<Record<string, string>>(text)).rows;
  const counters = await many(
    'select county, day::text as day, n::text as n from access.audit_counter',
  );
  const sealed = await many(
    'select county, max(day)::text as last, min(day)::text as first from access.audit_seal group by county',
  );
  const rows = await many(
    'select county, min(day)::text as first, max(day)::text as last from access.audit group by county',
  );
  const removed = await many(
    `select distinct on (county) county, after->>'day' as day, after->>'rows' as rows, after->>'hash' as hash,
       day::text as "on", after->>'keepYears' as years
     from access.audit where kind = 'retention' order by county, after->>'day' desc`,
  );
  const [home] = await many('select id::text from access.audit_home');
  const [anchor] = await many(
    'select coalesce(max(sequence), 0)::text as last from access.audit_anchor',
  );
  const days = [...counters, ...sealed, ...rows].flatMap((r) => [r.day, r.first, r.last]);
  const sorted = days.filter((day) => day !== undefined).sort();
  return {
    counties: [...new Set([...counters, ...sealed, ...rows].map((r) => r.county ?? ''))].sort(),
    first: sorted[0] ?? null,
    last: sorted.at(-1) ?? null,
    counters: new Map(counters.map((r) => [r.county ?? '', { day: r.day ?? '', n: Number(r.n) }])),
    sealedTo: new Map(sealed.map((r) => [r.county ?? '', r.last ?? ''])),
    removed: new Map(
      removed.map((r) => [
        r.county ?? '',
        {
          day: r.day ?? '',
          rows: Number(r.rows),
          hash: r.hash ?? '',
          on: r.on ?? '',
          keepYears: Number(r.years),
        },
      ]),
    ),
    home: home?.id ?? '',
    anchor: Number(anchor?.last ?? 0),
  };
}

/** The last seal of each county before a day. */
export async function headsBefore(
  client: pg.Client,
  day: string,
): Promise<Map<string, { day: string; hash: string }>> {
  const { rows } = await client.query<{ county: string; day: string; hash: string }>(
    `select distinct on (county) county, day::text as day, encode(hash, 'hex') as hash
     from access.audit_seal where day < $1 order by county, day desc, upto_n desc`,
    [day],
  );
  return new Map(rows.map(({ county, ...head }) => [county, head]));
}

/** Hashes of the anchors the database knows, in order, from a day on. */
export async function* keptAnchors(
  client: pg.Client,
  from: string,
): AsyncGenerator<{ sequence: number; hash: string }, void> {
  let after = 0;
  for (;;) {
    const { rows } = await client.query<{ sequence: string; hash: string }>(
      `select sequence::text, encode(hash, 'hex') as hash from access.audit_anchor
       where sequence > $1 and at >= $2::date order by sequence limit ${portion}`,
      [after, from],
    );
    for (const row of rows) {
      after = Number(row.sequence);
      yield { sequence: after, hash: row.hash };
    }
    if (rows.length < portion) return;
  }
}

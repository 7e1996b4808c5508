/** What everybody may read: the view `disclosed.copy` and nothing else. */
import type { Client } from '../../platform/db/pool.ts';
import { Absent } from '../../platform/http/endpoint.ts';
import type { Content } from '../content/block.ts';
import type { Complain, LookedUp, OpenRow, Wanted } from '../contract-open.ts';

const columns = `c.id, c.kind, c.place_key::text as place, place.name as "placeName", c.year, c.content -> 'title' as title,
  c.made_on as "madeOn", c.from_day as "fromDay", c.until_day as "untilDay", c.sha256, c.made_up as "madeUp"`;
const from = 'disclosed.copy c join regions.place place on place.key = c.place_key';
/** $1 to $4: place, year, kind, text. */
const chosen = `($1::bigint is null or c.place_key between $1 and (select r.hi from regions.region r where r.key = $1))
  and ($2::integer is null or c.year = $2) and ($3::disclosure.kind is null or c.kind = $3)
  and ($4::text is null or strpos(lower(c.content ->> 'title' || (c.content -> 'blocks')::text), lower($4)) > 0)`;
const choice = ({ place, year, kind, q }: Wanted) => [
  ...[place ?? null, year ? Number(year) : null, kind ?? null, q?.trim() || null],
];

/** The last published first. */
export async function openCopies(
  client: Client,
  wanted: Wanted,
  { before, limit }: { before: readonly string[]; limit: number },
): Promise<OpenRow[]> {
  const { rows } = await client.query<OpenRow>(
    `select ${columns} from ${from} where ${chosen} and (c.from_day, c.id) < ($5::date, $6::uuid)
     order by c.from_day desc, c.id desc limit $7`,
    [...choice(wanted), ...before, limit + 1],
  );
  return rows;
}

/** @throws Absent when it does not stand on our own pages now */
export async function openCopy(
  client: Client,
  id: string,
): Promise<OpenRow & { content: Content }> {
  const { rows } = await client.query<OpenRow & { content: Content }>(
    `select ${columns}, c.content from ${from} where c.id = $1`,
    [id],
  );
  if (!rows[0]) throw new Absent();
  return rows[0];
}

/** Data of projects that stand, the last published first; of two copies of one project the newer. One more than asked. */
export async function openProjects(
  client: Client,
  wanted: Wanted,
  most: number,
): Promise<Record<string, unknown>[]> {
  const { rows } = await client.query<{ data: Record<string, unknown> }>(
    `select data from (
       select distinct on (c.content -> 'data' ->> 'id') c.content -> 'data' as data, c.from_day, c.id
       from ${from} where ${chosen} and c.kind = 'project'
       order by c.content -> 'data' ->> 'id', c.made_on desc, c.from_day desc, c.id desc) newest
     order by from_day desc, id desc limit $5`,
    [...choice(wanted), most + 1],
  );
  return rows.map(({ data }) => data);
}

export interface Shelf {
  place: string;
  placeName: string;
  year: number;
  count: number;
}

/** Where and of which years something stands. */
export async function openShelves(client: Client): Promise<Shelf[]> {
  const { rows } = await client.query<Shelf>(
    `select c.place_key::text as place, place.name as "placeName", c.year, count(*)::integer as count
     from ${from} group by c.place_key, place.name, c.year order by c.place_key, c.year desc`,
  );
  return rows;
}

/** @returns the receipt number; null where nothing is taken in */
export async function enterComplaint(
  client: Client,
  said: Complain,
  { id, contact, code, today }: { id: string; contact: Buffer | null; code: string; today: string },
): Promise<string | null> {
  const { rows } = await client.query<{ receipt: string | null }>(
    'select disclosure.enter_complaint($1, $2, $3, $4, $5, $6, $7, $8) as receipt',
    [id, said.place, said.copy, said.subject.trim(), said.said.trim(), contact, code, today],
  );
  return rows[0]?.receipt ?? null;
}

/** @returns the receipt number of the same complaint where it was entered before; nothing is entered */
export async function receiptAgain(
  client: Client,
  said: Complain,
  { id, code }: { id: string; code: string },
): Promise<string | null> {
  const { rows } = await client.query<{ receipt: string | null }>(
    'select disclosure.complaint_receipt($1, $2, $3, $4, $5, $6, $7) as receipt',
    [id, code, said.place, said.copy, said.subject.trim(), said.said.trim(), said.contact !== null],
  );
  return rows[0]?.receipt ?? null;
}

export async function complaintState(
  client: Client,
  receipt: string,
  code: string,
): Promise<LookedUp | null> {
  const { rows } = await client.query<LookedUp>(
    `select receipt, received_on as "receivedOn", subject, state, reply, replied_on as "repliedOn"
     from disclosure.complaint_state($1, $2)`,
    [receipt, code],
  );
  return rows[0] ?? null;
}

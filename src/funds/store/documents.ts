/** Documents of payers: the list of a place, and one with its lines. A document is there for whom a line of it is. */
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../platform/db/scope.ts';
import { Absent, type Caller } from '../../platform/http/endpoint.ts';
import {
  cursorParts,
  dayAndIdCursor,
  limitOf,
  type Paging,
  paged,
  placeAndIdCursor,
  type Rows,
  zeroId,
} from '../../teams/store/paging.ts';
import type { DocumentLine, DocumentPage, DocumentRow } from '../contract-reading.ts';
import { lineColumns, lineJoins } from './lines.ts';

interface Wanted extends Paging {
  q?: string | undefined;
  payer?: string | undefined;
  payerKey?: string | undefined;
  programme?: string | undefined;
  measure?: string | undefined;
  year?: string | undefined;
}

const columns = `
  d.id, d.number, d.title, d.payer, d.payer_key::text as "payerKey", coalesce(p.name, '') as "payerName", d.programme,
  d.measure, d.year, d.issued_on as "issuedOn", d.amount::text as amount, part.here, part.lines`;

/** The lines of a document of its own measure: a number quoted under another measure is other money. */
const partOf = (condition: string) => `
  join lateral (
    select sum(e.amount)::bigint::text as here, count(*)::integer as lines
    from funds.entry e
    where e.document_number = d.number and e.measure = d.measure and ${condition}
  ) part on part.lines > 0
  left join regions.place p on p.key = d.payer_key`;

/** Fiscal documents with a line in the place, the latest first; vouchers of self-raised money where its programme is asked for. */
export async function documentsOf(
  client: Client,
  place: { lo: string; hi: string },
  wanted: Wanted,
): Promise<Rows<DocumentRow>> {
  const limit = limitOf(wanted);
  const [day, id] = cursorParts(wanted, dayAndIdCursor, [
    '9999-12-31',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ]);
  const { rows } = await client.query<DocumentRow>({
    text: `
      select ${columns}
      from funds.document d ${partOf('e.place_key between $1 and $2')}
      where (d.issued_on, d.id) < ($3::date, $4::uuid)
        and ($5 = '' or d.number ilike '%' || $5 || '%' or d.title ilike '%' || $5 || '%')
        and ($6::text is null or d.payer::text = $6) and ($7::bigint is null or d.payer_key = $7)
        and case when $8::text is null then d.programme <> 'self_raised' else d.programme::text = $8 end and ($9::text is null or d.measure::text = $9)
        and ($10::integer is null or d.year = $10)
      order by d.issued_on desc, d.id desc limit $11`,
    values: [
      place.lo,
      place.hi,
      day,
      id,
      (wanted.q ?? '').trim().replace(/[\\%_]/g, '\\$&'),
      wanted.payer ?? null,
      wanted.payerKey ?? null,
      wanted.programme ?? null,
      wanted.measure ?? null,
      wanted.year ?? null,
      limit + 1,
    ],
  });
  return paged(rows, limit, (row) => `${row.issuedOn}~${row.id}`);
}

/** What a city remitted to places of others, the latest first, with what of it lies in the caller's ranges. */
export async function remittancesOf(
  client: Client,
  caller: Caller,
  city: string,
  paging: Paging,
): Promise<Rows<DocumentRow>> {
  const limit = limitOf(paging);
  const [day, id] = cursorParts(paging, dayAndIdCursor, [
    '9999-12-31',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ]);
  const { rows } = await client.query<DocumentRow>(
    `select ${columns}
     from funds.document d ${partOf(withinText('e.place_key', '$2', '$3'))}
     where d.payer_key = $1 and d.payer = 'assisting_city' and d.measure = 'remitted' and (d.issued_on, d.id) < ($4::date, $5::uuid)
     order by d.issued_on desc, d.id desc limit $6`,
    [city, ...boundsOf(caller.ranges), day, id, limit + 1],
  );
  return paged(rows, limit, (row) => `${row.issuedOn}~${row.id}`);
}

/**
 * One document with what of it the caller may see, lines in the order of the codes.
 * @throws Absent when no line of it lies in the caller's ranges.
 */
export async function documentFor(
  client: Client,
  caller: Caller,
  id: string,
  query: Paging,
): Promise<DocumentPage> {
  const { rows: found } = await client.query<Omit<DocumentPage, 'tasks' | 'rows' | 'next'>>({
    name: 'document',
    text: `
      select ${columns}, d.function_code as "functionCode", d.budget_code as "budgetCode"
      from funds.document d ${partOf(withinText('e.place_key', '$2', '$3'))}
      where d.id = $1`,
    values: [id, ...boundsOf(caller.ranges)],
  });
  if (!found[0]) throw new Absent();
  const tasks = await tasksOf(client, caller, found[0].number);
  return { ...found[0], tasks, ...(await linesOf(client, caller, found[0], query)) };
}

/** Tasks in the order of the list. A project answers one by its name, where money of the document went, in any year. */
async function tasksOf(
  client: Client,
  caller: Caller,
  number: string,
): Promise<DocumentPage['tasks']> {
  const { rows } = await client.query<DocumentPage['tasks'][number]>(
    `select t.name, t.binding, t.target, coalesce(found.count, 0)::integer as count, coalesce(found.projects, '[]') as projects
     from funds.tasks_of_document($1) t
     left join lateral (
       select max(p.count) as count, jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'name', p.name) order by p.number, p.id) as projects
       from (
         select p.id, p.number, p.name, count(*) over () as count from projects.project p
         where p.binding_task = t.name and p.state <> 'discarded' and ${withinText('p.place_key', '$2', '$3')}
           and exists (select from funds.entry e where e.county = p.county and e.document_number = $1)
         order by p.number, p.id limit 5) p
     ) found on true
     order by t.position`,
    [number, ...boundsOf(caller.ranges)],
  );
  return rows;
}

async function linesOf(
  client: Client,
  caller: Caller,
  { number, measure }: Pick<DocumentPage, 'number' | 'measure'>,
  query: Paging,
): Promise<Rows<DocumentLine>> {
  const limit = limitOf(query);
  const [place, id] = cursorParts(query, placeAndIdCursor, ['000000000000', zeroId]);
  const { rows } = await client.query<DocumentLine>({
    name: 'document-lines',
    text: `
      select ${lineColumns}
      from funds.entry e ${lineJoins}
      where e.document_number = $1 and e.measure = $2::funds.measure and ${withinText('e.place_key', '$3', '$4')}
        and (e.place_key, e.id) > ($5::bigint, $6::uuid)
      order by e.place_key, e.id limit $7`,
    values: [number, measure, ...boundsOf(caller.ranges), place, id, limit + 1],
  });
  return paged(rows, limit, (row) => `${row.place}~${row.id}`);
}

/** The ledger of a place: its entries, the latest first, with what each takes back. */
import type { Client } from '../../platform/db/pool.ts';
import {
  cursorParts,
  dayAndIdCursor,
  limitOf,
  type Paging,
  paged,
  type Rows,
  zeroId,
} from '../../teams/store/paging.ts';
import type { EntryRow } from '../contract-reading.ts';
import { lineColumns, lineJoins } from './lines.ts';

interface Wanted extends Paging {
  measure?: string | undefined;
  payer?: string | undefined;
  payerKey?: string | undefined;
  programme?: string | undefined;
  year?: string | undefined;
  document?: string | undefined;
  source?: string | undefined;
  account?: string | undefined;
}

export async function entriesOf(
  client: Client,
  place: { lo: string; hi: string },
  wanted: Wanted,
): Promise<Rows<EntryRow>> {
  const limit = limitOf(wanted);
  const [day, id] = cursorParts(wanted, dayAndIdCursor, ['9999-12-31', zeroId]);
  // Without a name, like all lists whose best way depends on the size of the place: a kept plan is five times slower.
  const { rows } = await client.query<EntryRow>({
    text: `
      select ${lineColumns}, e.payer, e.payer_key::text as "payerKey", coalesce(p.name, '') as "payerName", e.programme,
        e.document_number as "documentNumber", d.id as document, done.booked_on as "reversesOf"
      from (
        select e.* from funds.entry e
        where e.place_key between $1 and $2
          and e.booked_on <= $3::date and (e.booked_on < $3::date or e.id > $4::uuid)
          and ($5::text is null or e.measure::text = $5) and ($6::text is null or e.payer::text = $6)
          and ($7::bigint is null or e.payer_key = $7) and ($8::text is null or e.programme::text = $8)
          and ($9::integer is null or e.year = $9) and ($10::text is null or e.document_number = $10)
          and ($12::text is null or e.source::text = $12)
          and ($13::text is null or e.measure in ('received', 'spent'))
        order by e.booked_on desc, e.id limit $11
      ) e ${lineJoins}
      left join regions.place p on p.key = e.payer_key
      left join funds.document d on d.number = e.document_number
      left join funds.entry done on done.county = e.county and done.id = e.reverses
      order by e.booked_on desc, e.id`,
    values: [
      place.lo,
      place.hi,
      day,
      id,
      wanted.measure ?? null,
      wanted.payer ?? null,
      wanted.payerKey ?? null,
      wanted.programme ?? null,
      wanted.year ?? null,
      wanted.document?.trim() || null,
      limit + 1,
      wanted.source ?? null,
      wanted.account ?? null,
    ],
  });
  return paged(rows, limit, (row) => `${row.bookedOn}~${row.id}`);
}

/** Complaints of the public as the office sees them, and the reply they get. */
import type { FindHidden, HiddenFields } from '../../access/personal/hidden-field.ts';
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { Absent, type Caller, type Lang, Refusal } from '../../platform/http/endpoint.ts';
import { placeOf } from '../../platform/secrets/envelope.ts';
import { sealedText } from '../../platform/secrets/sealed-text.ts';
import type { ComplaintPage, ComplaintRow } from '../contract.ts';
import { isAbove } from '../rules.ts';

const state = `case when f.state in ('cleared', 'closed') then 'finished'
  when f.state = 'opened' and c.reply is null then 'received' else 'in_hand' end`;
const columns = `c.id, c.receipt, c.place_key::text as place, place.name as "placeName", c.subject,
  c.received_on as "receivedOn", ${state} as state, c.replied_on as "repliedOn"`;
const from = `disclosure.complaint c
  join supervision.finding f on f.county = c.county and f.id = c.id
  join regions.place place on place.key = c.place_key`;

export async function complaintsUnder(
  client: Client,
  caller: Caller,
  { lo, hi, before, limit }: { lo: string; hi: string; before: readonly string[]; limit: number },
): Promise<(ComplaintRow & { cursor: string })[]> {
  const { rows } = await client.query<ComplaintRow & { cursor: string }>(
    `select ${columns}, to_char(c.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || c.id as cursor
     from ${from}
     where c.place_key between $1 and $2 and ${withinText('c.place_key', '$3', '$4')}
       and (c.received_at, c.id) < ($5::timestamptz, $6::uuid)
     order by c.received_at desc, c.id desc limit $7`,
    [lo, hi, ...boundsOf(caller.ranges), ...before, limit + 1],
  );
  return rows;
}

/** How to reach who sent it is masked for an office above and left out for the place's own. @throws Absent when there is none in the caller's places */
export async function complaintFor(
  client: Client,
  caller: Caller,
  id: string,
  lang: Lang,
): Promise<ComplaintPage & { county: string }> {
  const { rows } = await client.query<Omit<ComplaintPage, 'above'> & { county: string }>(
    `select ${columns}, c.county, c.said, c.reply, ${sealedText('disclosure.complaint', 'c.id', 'contact', 'c.contact')} as contact,
       (select jsonb_build_object('id', k.id, 'title', k.content -> 'title' ->> $2) from disclosure.copy k
        where k.county = c.county and k.id = c.copy_id) as copy
     from ${from} where c.id = $1`,
    [id, lang],
  );
  const found = rows[0];
  if (!found || !inRanges(found.place, caller.ranges)) throw new Absent();
  const above = isAbove(caller.seat, found.place);
  return { ...found, above, contact: above ? found.contact : null };
}

/** What whoever complained may read. @throws Refusal for the place's own office, or when there is a reply already */
export async function replyTo(
  client: Client,
  caller: Caller,
  { county, id, above }: { county: string; id: string; above: boolean },
  { reply, today }: { reply: string; today: string },
): Promise<void> {
  if (!above) throw new Refusal('disclosure.refusal.office_above');
  const { rowCount } = await client.query(
    `update disclosure.complaint set reply = $3, replied_on = $4, replied_by = $5
     where county = $1 and id = $2 and reply is null`,
    [county, id, reply, today, caller.account],
  );
  if (rowCount === 0) throw new Refusal('disclosure.refusal.replied', {}, 409);
}

/** How to reach who complained is for offices that decide and lie above the place: never for the place's own. */
const contact: FindHidden = async (client, caller, row) => {
  const { rows } = await client.query<{ at: string; contact: Buffer | null }>(
    'select place_key::text as at, contact from disclosure.complaint where id = $1',
    [row],
  );
  const found = rows[0];
  if (!found || !inRanges(found.at, caller.ranges)) return null;
  if (!isAbove(caller.seat, found.at) || !caller.permissions.has('supervision.decide')) return null;
  const place = placeOf('disclosure.complaint', row, 'contact');
  return { sealed: found.contact, place, person: null, at: found.at };
};

export const hiddenFields: HiddenFields = { 'disclosure.complaint.contact': contact };

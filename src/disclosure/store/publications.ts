/** Where copies hang: registering a place or link, and taking it down. */
import type { Client } from '../../platform/db/pool.ts';
import { inRanges } from '../../platform/db/scope.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import type { RecordLink } from '../contract.ts';
import { downOn, isLink, mayStep, publicationState } from '../rules.ts';
import type { KeptCopy } from './copies.ts';

/** Whoever publishes for a place is its office, or one above it. @throws Refusal otherwise */
export function mustPublishFor({ ownRanges }: Caller, place: string): void {
  if (!inRanges(place, ownRanges)) throw new Refusal('disclosure.refusal.other_office');
}

export async function openPagesOn(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from platform.setting where name = 'public_pages' and value = 'true'`,
  );
  return rowCount === 1;
}

/** @throws Refusal for a link that is none, days that do not fit, or public pages that are off */
export async function addPublication(
  client: Client,
  caller: Caller,
  { id, copy, said, today }: { id: string; copy: KeptCopy; said: RecordLink; today: string },
): Promise<void> {
  mustPublishFor(caller, copy.place);
  const shownAt = said.channel === 'own_pages' ? null : said.shownAt?.trim() || null;
  const wantsLink = said.channel === 'government_site';
  if (said.channel !== 'own_pages' && shownAt === null)
    throw new Refusal('disclosure.refusal.where');
  if (wantsLink && !isLink(shownAt ?? '')) throw new Refusal('disclosure.refusal.no_link');
  if (said.untilDay !== null && said.untilDay < said.fromDay)
    throw new Refusal('disclosure.refusal.days');
  if (said.channel === 'own_pages') {
    if (!(await openPagesOn(client))) throw new Refusal('disclosure.refusal.no_pages');
  } else if (said.fromDay > today) throw new Refusal('disclosure.refusal.day_to_come', { today });
  await client.query(
    `insert into disclosure.publication (county, id, copy_id, place_key, channel, shown_at, from_day, until_day, registered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[copy.county, id, copy.id, copy.place, said.channel, shownAt, said.fromDay, said.untilDay],
      caller.account,
    ],
  );
}

export interface KeptPublication {
  id: string;
  county: string;
  place: string;
  copy: string;
  fromDay: string;
  untilDay: string | null;
  takenDownOn: string | null;
}

/** Locked until the end of the request. @throws Absent when it is not in the caller's places */
export async function publicationFor(
  client: Client,
  caller: Caller,
  id: string,
): Promise<KeptPublication> {
  const { rows } = await client.query<KeptPublication>(
    `select id, county, place_key::text as place, copy_id as copy, from_day as "fromDay", until_day as "untilDay",
       taken_down_on as "takenDownOn"
     from disclosure.publication where id = $1 for update`,
    [id],
  );
  const found = rows[0];
  if (!found || !inRanges(found.place, caller.ranges)) throw new Absent();
  return found;
}

/** @throws Refusal when it hangs no more, or for a day to come or before it hung; one that is to come never will hang */
export async function takeDown(
  client: Client,
  caller: Caller,
  one: KeptPublication,
  { on, reason, today }: { on: string; reason: string; today: string },
): Promise<void> {
  mustPublishFor(caller, one.place);
  if (!mayStep('take_down', publicationState(one, today)))
    throw new Refusal('disclosure.refusal.down_already', {}, 409);
  const downDay = downOn(one, on, today);
  if (downDay === null) throw new Refusal('disclosure.refusal.down_day', { today });
  await client.query(
    `update disclosure.publication set taken_down_on = $3, taken_down_by = $4, taken_down_because = $5
     where county = $1 and id = $2`,
    [one.county, one.id, downDay, caller.account, reason],
  );
}

/** Writing pledges: what was promised, what it is for, and the papers of its receipts and grants. */

import type { Client } from '../../../platform/db/pool.ts';
import { inRanges } from '../../../platform/db/scope.ts';
import { type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import { newId } from '../../../platform/new-id.ts';
import { mustActForOwn } from '../../../platform/own-office.ts';
import type {
  ChangeDesignation,
  PledgeRow,
  RegisterGrant,
  RegisterPledge,
  RegisterReceipt,
} from '../../contract-donations.ts';
import { donorName, grantHindrance, receiptHindrance } from '../../rules/donations.ts';
import { bookLevel } from '../../rules-papers.ts';
import type { Paper } from '../papers/paper.ts';
import { noteDeed } from '../papers/write.ts';
import { lockAccount, mustLeaveBound } from './bound.ts';
import { pledgeFor } from './pledge.ts';

type Level = Parameters<typeof bookLevel>[0];

async function levelOf(client: Client, key: string): Promise<Level | undefined> {
  const { rows } = await client.query<{ level: Level }>(
    'select level from regions.region where key = $1',
    [key],
  );
  return rows[0]?.level;
}

/** @throws Refusal when the place is not the caller's to write for, or neither county nor town. */
export async function mustReceive(client: Client, caller: Caller, place: string): Promise<void> {
  mustActForOwn(caller);
  if (!inRanges(place, caller.ownRanges)) throw new Refusal('funds.refusal.donation_place');
  const level = await levelOf(client, place);
  if (level !== 'county' && level !== 'town') throw new Refusal('funds.refusal.line_level');
}

export async function registerPledge(
  client: Client,
  caller: Caller,
  id: string,
  said: RegisterPledge,
  today: string,
): Promise<void> {
  await mustReceive(client, caller, said.place);
  if (said.pledgedOn > today) throw new Refusal('funds.refusal.day_to_come', { today });
  if ((await levelOf(client, said.payerPlace)) === undefined)
    throw new Refusal('funds.refusal.payer_place');
  await client.query(
    `insert into funds.pledge (id, place_key, office_key, donor_kind, donor, payer, payer_key, source, year, amount, pledged_on,
       document, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, extract(year from $10::date), $9, $10, $11, $12)`,
    [
      ...[id, said.place, caller.seat, said.donorKind, donorName(said.donorKind, said.donor)],
      ...[said.payer, said.payerPlace, said.source, said.amount, said.pledgedOn],
      ...[said.document?.trim() ?? null, caller.account],
    ],
  );
  await designate(client, caller, { id, place: said.place }, said.purpose, null);
}

async function designate(
  client: Client,
  caller: Caller,
  pledge: { id: string; place: string },
  purpose: string | null,
  consent: { on: string; how: string } | null,
): Promise<void> {
  await client.query(
    `insert into funds.designation (id, pledge_id, place_key, purpose, consented_on, consent, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[newId(), pledge.id, pledge.place, purpose?.trim() ?? null],
      ...[consent?.on ?? null, consent?.how.trim() ?? null, caller.account],
    ],
  );
}

/** @throws Refusal when another office keeps the pledge. */
function mustKeep(caller: Caller, pledge: PledgeRow): void {
  mustActForOwn(caller);
  if (pledge.office !== caller.seat) throw new Refusal('funds.refusal.other_office');
}

/** What it is for from now on, as the donor consented. @throws Refusal when nothing changes or the day is yet to come. */
export async function changeDesignation(
  client: Client,
  caller: Caller,
  pledge: PledgeRow,
  said: ChangeDesignation,
  today: string,
): Promise<void> {
  mustKeep(caller, pledge);
  if ((said.purpose?.trim() ?? null) === pledge.purpose)
    throw new Refusal('funds.refusal.purpose_same');
  if (said.consentedOn > today) throw new Refusal('funds.refusal.day_to_come', { today });
  const consent = { on: said.consentedOn, how: said.consent };
  await lockAccount(client, pledge);
  await designate(client, caller, pledge, said.purpose, consent);
  if (said.purpose !== null) await mustLeaveBound(client, pledge);
}

/** Drafts the paper of a receipt, or of a grant where a use is named. It counts once a second person checked it. */
export async function draftBooking(
  client: Client,
  caller: Caller,
  id: string,
  pledge: PledgeRow,
  said: RegisterReceipt | RegisterGrant,
): Promise<void> {
  mustKeep(caller, pledge);
  const grant = 'use' in said ? said : null;
  mustFit(pledge, BigInt(said.amount), grant?.purpose ?? null);
  const level = await levelOf(client, caller.seat);
  if (!level) throw new Error('an account without a home');
  await client.query(
    `insert into funds.paper (id, place_key, kind, level, number, title, payer, payer_key, source, programme, measure, year,
       dated, amount, lines, pledge_id, purpose, registered_by)
     select $1, $2, 'booking', $3, $4, $5, g.payer, g.payer_key, g.source, 'self_raised', $6, g.year, $7, $8, 1, g.id, $9, $10
     from funds.pledge g where g.id = $11`,
    [
      ...[id, caller.seat, bookLevel(level), said.number.trim()],
      ...[grant?.use.trim() ?? pledge.donor, grant ? 'spent' : 'received', said.dated, said.amount],
      ...[grant?.purpose.trim() ?? null, caller.account, pledge.id],
    ],
  );
  await client.query(
    `insert into funds.paper_line (county, id, paper_id, place_key, amount, pledge_id)
     select county, gen_random_uuid(), $1, key, $2, $4 from regions.region where key = $3`,
    [id, said.amount, pledge.place, pledge.id],
  );
  await noteDeed(client, { id, office: caller.seat }, 'register', 'drafted', null, caller);
}

/** @throws Refusal when it is more than was promised or arrived, or another purpose than the donor's. */
function mustFit(pledge: PledgeRow, amount: bigint, purpose: string | null): void {
  const standing = {
    ...{ amount: BigInt(pledge.amount), received: BigInt(pledge.received) },
    ...{ granted: BigInt(pledge.granted), purpose: pledge.purpose },
  };
  const why =
    purpose === null
      ? receiptHindrance(standing, amount)
      : grantHindrance(standing, { amount, purpose });
  if (why !== null) throw new Refusal(`funds.refusal.${why}`, { purpose: pledge.purpose ?? '' });
}

/**
 * Before a paper is handed in and before it is posted: its pledge as it stands now. What takes a receipt back must leave
 * what was granted of it.
 */
export async function mustFitPledge(client: Client, caller: Caller, paper: Paper): Promise<void> {
  const id = paper.pledge ?? (await pledgeReversed(client, paper));
  if (id === null) return;
  const pledge = await pledgeFor(client, caller, id, 'held');
  if (paper.kind === 'booking') {
    const grant = paper.measure === 'spent';
    mustFit(pledge, BigInt(paper.amount), grant ? paper.purpose : null);
    // A designated pledge's own money is bound for what it is granted for.
    if (grant)
      await mustLeaveBound(client, pledge, pledge.purpose === null ? BigInt(paper.amount) : 0n);
    return;
  }
  if (paper.measure === 'received' && BigInt(pledge.left) < BigInt(paper.amount))
    throw new Refusal('funds.refusal.granted_already');
}

async function pledgeReversed(client: Client, { reverses }: Paper): Promise<string | null> {
  if (reverses === null) return null;
  const { rows } = await client.query<{ pledge: string | null }>(
    'select pledge_id as pledge from funds.paper where id = $1',
    [reverses],
  );
  return rows[0]?.pledge ?? null;
}

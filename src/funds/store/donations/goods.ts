/** Goods given, at their value: registered by one person, confirmed by another. They stand in no account. */

import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../../platform/db/scope.ts';
import { Absent, type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import { mustActForOwn } from '../../../platform/own-office.ts';
import { beforeDay, limitOf, type Paging, paged, type Rows } from '../../../teams/store/paging.ts';
import type { GoodsRow, RegisterGoods } from '../../contract-donations.ts';
import { donorName } from '../../rules/donations.ts';
import { mustReceive } from './write.ts';

type Found = Omit<GoodsRow, 'verbs'> & { office: string; maker: string };

const columns = `
  g.id, g.place_key::text as place, town.name as "placeName", g.office_key::text as office, g.donor_kind as "donorKind", g.donor,
  g.goods, g.quantity, g.value::text as value, g.valued_by as "valuedBy", g.received_on::text as "receivedOn",
  g.used_for as "usedFor", g.state, g.recorded_by as maker, coalesce(registrar.display_name, '') as "registeredBy",
  decider.display_name as "decidedBy"`;
const joins = `
  join regions.place town on town.key = g.place_key
  left join access.account registrar on registrar.id = g.recorded_by
  left join access.account decider on decider.id = g.decided_by`;

export async function goodsOf(
  client: Client,
  caller: Caller,
  place: { lo: string; hi: string },
  paging: Paging,
): Promise<Rows<GoodsRow>> {
  const limit = limitOf(paging);
  const [day, id] = beforeDay(paging);
  const { rows } = await client.query<Found>(
    `select ${columns} from funds.donated_goods g ${joins}
     where g.place_key between $1 and $2 and ${withinText('g.place_key', '$3', '$4')}
       and (g.received_on, g.id) < ($5::date, $6::uuid)
     order by g.received_on desc, g.id desc limit $7`,
    [place.lo, place.hi, ...boundsOf(caller.ranges), day, id, limit + 1],
  );
  const shown = paged(rows, limit, (row) => `${row.receivedOn}~${row.id}`);
  return { ...shown, rows: shown.rows.map((row) => rowOf(row, caller)) };
}

/** Whoever registered them may discard them, somebody else of the office confirms or discards. */
function rowOf({ office, maker, ...row }: Found, caller: Caller): GoodsRow {
  const ours = row.state === 'registered' && office === caller.seat;
  const may = (permission: string) => ours && caller.permissions.has(permission);
  return {
    ...row,
    verbs: [
      ...(may('funds.check') && maker !== caller.account ? (['confirm'] as const) : []),
      ...(may('funds.register') ? (['discard'] as const) : []),
    ],
  };
}

export async function registerGoods(
  client: Client,
  caller: Caller,
  id: string,
  said: RegisterGoods,
  today: string,
): Promise<void> {
  await mustReceive(client, caller, said.place);
  if (said.receivedOn > today) throw new Refusal('funds.refusal.day_to_come', { today });
  await client.query(
    `insert into funds.donated_goods (id, place_key, office_key, donor_kind, donor, goods, quantity, value, valued_by, received_on,
       used_for, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, said.place, caller.seat, said.donorKind, donorName(said.donorKind, said.donor)],
      ...[said.goods.trim(), said.quantity.trim(), said.value, said.valuedBy.trim()],
      ...[said.receivedOn, said.usedFor.trim(), caller.account],
    ],
  );
}

/** @param reason why they are discarded; null confirms them */
export async function decideGoods(
  client: Client,
  caller: Caller,
  id: string,
  reason: string | null,
): Promise<{ place: string }> {
  mustActForOwn(caller);
  await client.query('select from funds.donated_goods where id = $1 for update', [id]);
  const { rows } = await client.query<Found>(
    `select ${columns} from funds.donated_goods g ${joins} where g.id = $1`,
    [id],
  );
  const found = rows[0];
  if (!found || !inRanges(found.place, caller.ranges)) throw new Absent();
  if (found.office !== caller.seat) throw new Refusal('funds.refusal.other_office');
  if (found.state !== 'registered') throw new Refusal('funds.refusal.goods_decided', {}, 409);
  if (reason === null && found.maker === caller.account)
    throw new Refusal('funds.refusal.same_person');
  await client.query(
    `update funds.donated_goods set state = $2, reason = $3, decided_by = $4, decided_at = clock_timestamp() where id = $1`,
    [id, reason === null ? 'confirmed' : 'discarded', reason, caller.account],
  );
  return { place: found.place };
}

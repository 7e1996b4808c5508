/** Checklists of offices: the one in force, or the standard where an office set none. */
import type { Client, Db } from '../../platform/db/pool.ts';
import { Refusal } from '../../platform/http/endpoint.ts';
import { requestKinds } from '../../projects/codes.ts';
import type { Checklist, SetChecklist } from '../contract.ts';
import { standardChecklist } from '../rules.ts';

type Lists = ReadonlyMap<string, Checklist>;
const keyOf = (office: string, kind: string) => `${office} ${kind}`;

/** The lists in force on a day, one for each office and kind of request. */
export async function checklistsIn(
  client: Client,
  offices: readonly string[],
  day: string,
): Promise<(office: string, kind: Checklist['requestKind']) => Checklist> {
  const { rows } = await client.query<Checklist & { office: string }>(
    `select c.place_key::text as office, c.request_kind as "requestKind", c.basis, c.valid_from::text as "validFrom",
       (select jsonb_agg(jsonb_build_object('kind', i.kind, 'required', i.required) order by i.position)
        from dossiers.checklist_item i where i.checklist_id = c.id) as items
     from dossiers.checklist c
     where c.place_key = any ($1::bigint[]) and c.valid_from <= $2::date and (c.valid_to is null or c.valid_to > $2::date)`,
    [[...new Set(offices)], day],
  );
  const set: Lists = new Map(
    rows.map(({ office, ...list }) => [keyOf(office, list.requestKind), list]),
  );
  return (office, kind) =>
    set.get(keyOf(office, kind)) ?? {
      requestKind: kind,
      basis: null,
      validFrom: null,
      items: [...standardChecklist[kind]],
    };
}

export async function checklistsOf(
  client: Client,
  office: string,
  day: string,
): Promise<Checklist[]> {
  const inForce = await checklistsIn(client, [office], day);
  return requestKinds.map((kind) => inForce(office, kind));
}

/**
 * Sets a list from a day on. The one in force until then ends the day before; one set for the same day is set anew.
 * @throws Refusal when the day is over, or a later one stands already
 */
export async function setChecklist(
  db: Db,
  client: Client,
  wish: SetChecklist & { id: string; by: string; today: string },
): Promise<string> {
  // What was asked for on a day that is over was asked for: dossiers of it left.
  if (wish.validFrom < wish.today)
    throw new Refusal('dossiers.refusal.day_over', { today: wish.today });
  const { rows } = await client.query<{ id: string; from: string }>(
    `select id, valid_from::text as from from dossiers.checklist
     where place_key = $1 and request_kind = $2::projects.request_kind and valid_to is null for update`,
    [wish.place, wish.requestKind],
  );
  const open = rows[0];
  if (open && open.from > wish.validFrom)
    throw new Refusal('dossiers.refusal.later_checklist', { day: open.from });
  const same = open?.from === wish.validFrom ? open.id : null;
  if (open && !same)
    await client.query('update dossiers.checklist set valid_to = $2 where id = $1', [
      open.id,
      wish.validFrom,
    ]);
  const id = same ?? wish.id;
  const { place: place_key, requestKind, validFrom, basis, by } = wish;
  if (same) {
    await client.query('update dossiers.checklist set basis = $2, by = $3 where id = $1', [
      id,
      basis,
      by,
    ]);
    await db.deleteFrom('dossiers.checklist_item').where('checklist_id', '=', id).execute();
  } else
    await db
      .insertInto('dossiers.checklist')
      .values({
        ...{ id, place_key, request_kind: requestKind, valid_from: validFrom },
        ...{ basis, by },
      })
      .execute();
  await db
    .insertInto('dossiers.checklist_item')
    .values(wish.items.map((item, position) => ({ ...item, checklist_id: id, position })))
    .execute();
  return id;
}

/** Assets that projects left: entered at acceptance, kept up to date, with what they earn. */

import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import type { AddAsset, AmendAsset, AssetIncome, AssetRow } from '../contract-assets.ts';
import { dayOf } from './events.ts';
import { type Project, projectFor } from './project.ts';
import { mustBeOwnTown } from './write.ts';

const afterAcceptance = ['accepted', 'settled', 'handed_over'];

export async function addAsset(
  client: Client,
  caller: Caller,
  id: string,
  projectId: string,
  said: AddAsset,
  today: string,
): Promise<Project> {
  const project = await projectFor(client, caller, projectId, 'held');
  mustBeOwnTown(project.town, caller);
  if (!afterAcceptance.includes(project.state))
    throw new Refusal('projects.refusal.asset_after_acceptance', {}, 409);
  if (said.kind === 'public' && !said.upkeep) throw new Refusal('projects.refusal.upkeep_needed');
  dayOf(said.takenOverOn, today);
  await client.query(
    `insert into projects.asset (county, id, project_id, place_key, kind, name, owner_kind, owner, keeper, upkeep, value,
       register_number, taken_over_on, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      project.county,
      id,
      project.id,
      project.town,
      said.kind,
      said.name.trim(),
      said.ownerKind,
      said.owner.trim(),
      said.keeper?.trim() ?? null,
      said.upkeep?.trim() ?? null,
      said.value,
      said.registerNumber?.trim() ?? null,
      said.takenOverOn,
      caller.account,
    ],
  );
  return project;
}

/** The asset's town and county, its row locked. @throws Absent, Refusal */
async function ownAsset(client: Client, caller: Caller, id: string) {
  const { rows } = await client.query<{ county: string; town: string; kind: string; seen: string }>(
    `select county, place_key::text as town, kind, ${instant('changed_at')} as seen from projects.asset where id = $1 for update`,
    [id],
  );
  const asset = rows[0];
  if (!asset || !inRanges(asset.town, caller.ownRanges)) throw new Absent();
  mustBeOwnTown(asset.town, caller);
  return asset;
}

export async function amendAsset(
  client: Client,
  caller: Caller,
  id: string,
  said: AmendAsset,
): Promise<{ town: string }> {
  const asset = await ownAsset(client, caller, id);
  if (asset.seen !== said.seen) throw new Refusal('projects.refusal.changed_since', {}, 409);
  if (asset.kind === 'public' && !said.upkeep) throw new Refusal('projects.refusal.upkeep_needed');
  await client.query(
    `update projects.asset set keeper = $3, upkeep = $4, register_number = $5, condition = $6, changed_at = clock_timestamp()
     where county = $1 and id = $2`,
    [
      asset.county,
      id,
      said.keeper?.trim() ?? null,
      said.upkeep?.trim() ?? null,
      said.registerNumber?.trim() ?? null,
      said.condition,
    ],
  );
  return asset;
}

export async function addIncome(
  client: Client,
  caller: Caller,
  id: string,
  assetId: string,
  said: AssetIncome,
): Promise<{ town: string }> {
  const asset = await ownAsset(client, caller, assetId);
  if (asset.kind !== 'operating') throw new Refusal('projects.refusal.income_operating');
  if (BigInt(said.distributed) > BigInt(said.income))
    throw new Refusal('projects.refusal.distributed_of_income');
  await client.query(
    `insert into projects.asset_income (county, id, asset_id, place_key, year, income, distributed, people, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      asset.county,
      id,
      assetId,
      asset.town,
      said.year,
      said.income,
      said.distributed,
      said.people,
      caller.account,
    ],
  );
  return asset;
}

/** Assets under a place; one more than asked. */
export async function assetsUnder(
  client: Client,
  caller: Caller,
  wanted: {
    lo: string;
    hi: string;
    kind: string | null;
    condition: string | null;
    after: readonly string[];
    limit: number;
  },
): Promise<AssetRow[]> {
  const { rows } = await client.query<AssetRow>(
    `select a.id, a.project_id as project, p.name as "projectName", a.place_key::text as town, town.name as "townName", a.kind,
       a.name, a.owner_kind as "ownerKind", a.owner, a.keeper, a.upkeep, a.value::text as value,
       a.register_number as "registerNumber", a.condition, a.taken_over_on::text as "takenOverOn",
       coalesce(i.income, 0)::bigint::text as income, coalesce(i.distributed, 0)::bigint::text as distributed,
       i.last as "incomeYear", ${instant('a.changed_at')} as "changedAt"
     from projects.asset a
     join projects.project p on p.county = a.county and p.id = a.project_id
     join regions.place town on town.key = a.place_key
     left join lateral (select sum(i.income) as income, sum(i.distributed) as distributed, max(i.year) as last
       from projects.asset_income i where i.county = a.county and i.asset_id = a.id) i on true
     where a.place_key between $1 and $2 and ${withinText('a.place_key', '$3', '$4')}
       and ($5::projects.asset_kind is null or a.kind = $5::projects.asset_kind)
       and ($6::projects.asset_condition is null or a.condition = $6::projects.asset_condition)
       and (a.place_key, a.id) > ($7::bigint, $8::uuid)
     order by a.place_key, a.id limit $9`,
    [
      wanted.lo,
      wanted.hi,
      ...boundsOf(caller.ranges),
      wanted.kind,
      wanted.condition,
      ...wanted.after,
      wanted.limit + 1,
    ],
  );
  return rows;
}

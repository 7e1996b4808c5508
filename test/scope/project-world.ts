/** A project of a town with one of everything that hangs on it. */
import { countyOfKey } from '../../src/kit/region-key.ts';
import type { Db } from '../../src/platform/db/pool.ts';
import { newId } from '../../src/platform/new-id.ts';
import { places } from '../places.ts';

export interface ProjectHolding {
  project: string;
  shortfall: string;
  contract: string;
  asking: string;
  projectNotice: string;
  objection: string;
  asset: string;
  adjustment: string;
  award: string;
  subsidyBatch: string;
}

/** @param name words nobody else may read */
export async function aProject(db: Db, town: string, name: string): Promise<ProjectHolding> {
  const county = countyOfKey(town);
  const ids: ProjectHolding = {
    ...{ project: newId(), shortfall: newId(), contract: newId(), asking: newId() },
    ...{ projectNotice: newId(), objection: newId(), asset: newId() },
    ...{ adjustment: newId(), award: newId(), subsidyBatch: newId() },
  };
  const own = { county, place_key: town, project_id: ids.project };
  await db
    .insertInto('projects.project')
    .values({
      ...{ county, id: ids.project, place_key: town, number: '2022-001', year: 2022, name },
      ...{ task: 'facilities', content: name, implementer: name, operating: false },
      ...{ state_since: '2022-07-01', state: 'accepted' },
    })
    .execute();
  await db
    .insertInto('projects.shortfall')
    .values({
      ...{ county, id: ids.shortfall, place_key: town, kind: 'road', name },
      found_on: '2022-01-01',
    })
    .execute();
  await db
    .insertInto('projects.budget')
    .values({
      ...own,
      ...{ id: newId(), payer: 'province', payer_key: places.province, year: 2022 },
      ...{ source: 'provincial_fund', programme: 'special_fund', amount: '100' },
    })
    .execute();
  await db
    .insertInto('projects.contract')
    .values({
      ...own,
      ...{ id: ids.contract, kind: 'main', number: name, contractor: name, amount: '100' },
      ...{ signed_on: '2022-07-01', state: 'in_force' },
    })
    .execute();
  await db
    .insertInto('projects.request')
    .values({
      ...own,
      ...{ id: ids.asking, contract_id: ids.contract, kind: 'progress', amount: '10' },
      ...{ payee: name, asked_on: '2022-07-01' },
    })
    .execute();
  await db
    .insertInto('projects.notice')
    .values({
      ...own,
      ...{ id: ids.projectNotice, stage: 'plan', posted_on: '2022-07-01' },
      ...{ ends_on: '2022-07-08', place_posted: name },
    })
    .execute();
  await db
    .insertInto('projects.objection')
    .values({
      ...{ county, place_key: town, id: ids.objection, notice_id: ids.projectNotice },
      ...{ received_on: '2022-07-02', said: name },
    })
    .execute();
  await db
    .insertInto('projects.adjustment')
    .values({ ...own, id: ids.adjustment, reason: name, proposed_on: '2022-07-01' })
    .execute();
  await db
    .insertInto('projects.adjustment_line')
    .values({
      ...{ county, place_key: town, id: newId(), adjustment_id: ids.adjustment },
      ...{ payer: 'province', payer_key: places.province, year: 2022, after: '200' },
      ...{ source: 'provincial_fund', programme: 'special_fund', before: '100' },
    })
    .execute();
  await db
    .insertInto('subsidies.award')
    .values({
      ...{ ...own, id: ids.award, village_key: town, head: name, item: name, standard: '100' },
      ...{ quantity: 100, amount: '100', account_tail: '1234' },
    })
    .execute();
  await db
    .insertInto('subsidies.batch')
    .values({
      ...{ ...own, id: ids.subsidyBatch, number: 1, count: 1, amount: '100' },
      ...{ made_on: '2022-07-01', state: 'checked', sha256: 'a'.repeat(64) },
    })
    .execute();
  await db
    .insertInto('subsidies.batch_line')
    .values({
      ...{ county, place_key: town, id: newId(), batch_id: ids.subsidyBatch, award_id: ids.award },
      ...{ position: 1, head: name, village: name, item: name, account_tail: '1234' },
      amount: '100',
    })
    .execute();
  await db
    .insertInto('projects.asset')
    .values({
      ...own,
      ...{ id: ids.asset, kind: 'operating', name, owner_kind: 'village', owner: name },
      ...{ value: '100', taken_over_on: '2022-07-01' },
    })
    .execute();
  return ids;
}

/** What a use plan of the tests lays money on: receipts of 2023 by document, and projects with a budget. */
import { countyOfKey } from '../src/kit/region-key.ts';
import { newId } from '../src/platform/new-id.ts';
import type { TestDatabase } from './database.ts';
import { anEntry } from './money.ts';
import { places } from './places.ts';

const quota = { measure: 'received', instrument: 'quota_notice', year: 2023 } as const;
/** The county's own money. */
export const own = {
  ...{ payer: 'county', payer_key: places.county, source: 'county_fund', level: 'county' },
} as const;

export function planGround(database: TestDatabase) {
  const received = (town: string, number: string, amount: string, more: object = {}) =>
    anEntry(database.db, town, { ...quota, document_number: number, amount, ...more });

  /** A project of 2023 in the library: of the province's money in one town, of the county's in others. */
  async function aProject(town: string, name: string, amount: string, more: object = {}) {
    const [id, county] = [newId(), countyOfKey(town)];
    const at = { county, place_key: town };
    await database.db
      .insertInto('projects.project')
      .values({
        ...{ ...at, id, number: '2023-1', name, year: 2023, task: 'facilities', content: name },
        ...{ implementer: '镇政府', operating: false, state: 'stocked', state_since: '2023-03-01' },
        ...more,
      })
      .execute();
    await database.db
      .insertInto('projects.budget')
      .values({
        ...{ ...at, id: newId(), project_id: id, programme: 'special_fund', year: 2023, amount },
        ...(town === places.town
          ? { payer: 'province', source: 'provincial_fund', payer_key: places.province }
          : { payer: 'county', source: 'county_fund', payer_key: places.county }),
      })
      .execute();
  }
  return { received, aProject };
}

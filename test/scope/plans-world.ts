/** Rules of due, plans of raising and use plans of a county, about one of its towns. */
import { addAccounts } from '../../src/access/store/accounts.ts';
import { countyOfKey } from '../../src/kit/region-key.ts';
import type { Db } from '../../src/platform/db/pool.ts';
import { newId } from '../../src/platform/new-id.ts';
import { places } from '../places.ts';

/** A rule handed in, with what it said of the town, and a plan that was approved. */
export async function aRule(db: Db, place: string, office: string) {
  const [rule, plan, by] = [newId(), newId(), newId()];
  await addAccounts(db, [
    {
      ...{ id: by, name: `r-${by.slice(-12)}`, displayName: `起草员${by}` },
      ...{ passwordHash: null, role: 'county_finance', homeKey: office },
    },
  ]);
  const head = {
    ...({ place_key: office, programme: 'special_fund', state: 'submitted' } as const),
    ...{ title: `规则${place}`, document: `县财农〔2022〕${place}号`, drafted_by: by },
  };
  await db
    .insertInto('funds.allocation')
    .values({ ...head, id: rule, kind: 'payers', year_from: 2022, average: '100' })
    .execute();
  await db
    .insertInto('funds.allocation_line')
    .values({
      ...{ county: countyOfKey(place), allocation_id: rule, place_key: place, year: 2022 },
      ...{ payer: 'county', payer_key: office, amount: '100' },
    })
    .execute();
  await db
    .insertInto('funds.raising_plan')
    .values({
      ...{ ...head, id: plan, payer: 'assisted_city', year: 2022, state: 'approved' },
      ...{ approved_by: newId(), approved_at: '2022-02-01' },
    })
    .execute();
  await db
    .insertInto('funds.raising_instalment')
    .values({ plan_id: plan, place_key: office, due_on: '2022-03-31', amount: '100' })
    .execute();
  return { rule, raising: plan };
}

const programmes = [
  'special_fund',
  'self_included_fund',
  'named_city_fund',
  'self_raised',
] as const;
/** There is one open plan of a programme and year: each holding has one of its own. */
const oneOf = (nth: number) => ({
  programme: programmes[Math.floor(nth / 70) % programmes.length] ?? 'special_fund',
  // The first are on the first page of a list.
  year: 2099 - (nth % 70),
});

/** A use plan of a year of its own with one line in the town, and its adjustment, handed in. */
export async function aPlan(db: Db, place: string, office: string, nth: number) {
  const [planBefore, plan, by] = [newId(), newId(), newId()];
  await addAccounts(db, [
    {
      ...{ id: by, name: `p-${by.slice(-12)}`, displayName: '编制员', passwordHash: null },
      ...{ role: 'county_finance', homeKey: office },
    },
  ]);
  const county = countyOfKey(place);
  const about = {
    ...{ county, place_key: office, ...oneOf(nth) },
    ...{ title: `使用方案（${place}）`, registered_by: by },
  };
  const approved = { state: 'approved', approved_by: newId(), approved_on: '2022-06-01' } as const;
  await db
    .insertInto('plans.plan')
    .values([
      { ...about, ...approved, id: planBefore, version: 1, kind: 'plan', based_on: null },
      {
        ...{ ...about, id: plan, version: 2, kind: 'adjustment', based_on: planBefore },
        ...{ state: 'submitted', approved_by: null, approved_on: null },
      },
    ])
    .execute();
  await db
    .insertInto('plans.line')
    .values({
      ...{ county, id: newId(), plan_id: plan, place_key: place, position: 1, amount: '100' },
      ...{ document_number: `粤财农〔2022〕${place}号`, payer: 'province' },
      ...{ payer_key: places.province, source: 'provincial_fund' },
    })
    .execute();
  return { plan, planBefore };
}

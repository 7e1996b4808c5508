/** Money and goods given to a town, what its county carries over of it, and factor values of it that wait. */
import type { Db } from '../../src/platform/db/pool.ts';
import { newId } from '../../src/platform/new-id.ts';

export interface DonationHolding {
  pledge: string;
  goods: string;
  donorName: string;
  /** A carrying over that was handed in, and factor values that wait. */
  carryOver: string;
  factorBatch: string;
}

/** A county carries over once a year: each holding has a year of its own; what held it many worlds before is discarded. */
let carried = 0;

export async function someDonations(
  db: Db,
  place: string,
  office: string,
): Promise<DonationHolding> {
  const [pledge, goods] = [newId(), newId()];
  const donorName = `捐赠人${pledge.slice(-8)}`;
  const given = {
    ...{ place_key: place, office_key: office, donor_kind: 'organisation' as const },
    ...{ donor: donorName, recorded_by: newId() },
  };
  await db
    .insertInto('funds.pledge')
    .values({
      ...{ ...given, id: pledge, payer: 'donor', payer_key: office, source: 'donation' },
      ...{ year: 2022, amount: '100', pledged_on: '2022-06-30' },
    })
    .execute();
  await db
    .insertInto('funds.designation')
    .values({
      ...{ id: newId(), pledge_id: pledge, place_key: place, purpose: '照明' },
      recorded_by: given.recorded_by,
    })
    .execute();
  await db
    .insertInto('funds.donated_goods')
    .values({
      ...{ ...given, id: goods, goods: '路灯', quantity: '2盏', value: '100', valued_by: '发票' },
      ...{ received_on: '2022-07-15', used_for: '照明' },
    })
    .execute();
  const [carryOver, factorBatch, by] = [newId(), newId(), newId()];
  const county = office.slice(0, 6);
  carried += 1;
  const year = 2098 - (carried % 77);
  await db
    .updateTable('funds.carry_over')
    .set({ state: 'discarded' })
    .where('place_key', '=', office)
    .where('year', '=', year)
    .execute();
  await db
    .insertInto('funds.carry_over')
    .values({
      ...{ id: carryOver, place_key: office, year, state: 'submitted' },
      ...{ document: `年终办法${place}`, drafted_by: by },
    })
    .execute();
  await db
    .insertInto('funds.carry_over_line')
    .values({
      ...{ county, carry_over_id: carryOver, place_key: place, source: 'county_fund', year: 2022 },
      ...{ programme: 'special_fund', payer: 'county', payer_key: office, into_year: 2023 },
      ...{ received: '1', committed: '0', spent: '0', carried: '0', surplus: '1' },
    })
    .execute();
  await db
    .insertInto('funds.factor_value')
    .values({
      ...{ county, id: newId(), place_key: place, factor: 'performance', year: 2022, value: '1' },
      ...{ document: `底数${place}`, recorded_by: by, batch: factorBatch, office_key: office },
    })
    .execute();
  return { pledge, goods, donorName, carryOver, factorBatch };
}

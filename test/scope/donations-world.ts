/** Money and goods given to a town: a pledge with its purpose, and goods that wait to be confirmed. */
import type { Db } from '../../src/platform/db/pool.ts';
import { newId } from '../../src/platform/new-id.ts';

export interface DonationHolding {
  pledge: string;
  goods: string;
  donorName: string;
}

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
  return { pledge, goods, donorName };
}

/** Money of a town and papers of its county, for the scope tests. */
import { addAccounts } from '../../src/access/store/accounts.ts';
import { countyOfKey } from '../../src/kit/region-key.ts';
import type { Db } from '../../src/platform/db/pool.ts';
import { newId } from '../../src/platform/new-id.ts';
import { anEntry } from '../money.ts';
import { places } from '../places.ts';

/** Money issued to a town by a document and received there, so that figures and the ledger have rows. */
export async function someMoney(
  db: Db,
  place: string,
): Promise<{ entry: string; document: string }> {
  const [entry, document] = [newId(), newId()];
  const number = `粤财农〔2022〕${place}号`;
  await db
    .insertInto('funds.document')
    .values({
      ...{ id: document, number, title: `下达资金（${place}）`, payer: 'province' },
      ...{ payer_key: places.province, programme: 'special_fund', measure: 'issued', year: 2022 },
      ...{ amount: '12345600', issued_on: '2022-03-01' },
    })
    .execute();
  await anEntry(db, place, { id: entry, measure: 'issued', document_number: number });
  await anEntry(db, place, { measure: 'received', instrument: 'quota_notice' });
  return { entry, document };
}

/** Handed in by somebody of the county, with a month of its books closed. */
export async function aPaper(db: Db, place: string, office: string, made: number) {
  const [paper, line, account] = [newId(), newId(), newId()];
  const registrar = `记账员${account}`;
  await addAccounts(db, [
    {
      ...{ id: account, name: `b-${account.slice(-12)}`, displayName: registrar },
      ...{ passwordHash: null, role: 'county_finance', homeKey: office },
    },
  ]);
  await db
    .insertInto('funds.paper')
    .values({
      ...{ id: paper, place_key: office, kind: 'booking', state: 'submitted', level: 'county' },
      ...{
        number: `县财农〔2022〕${place}号`,
        title: '下达指标',
        payer: 'county',
        payer_key: office,
      },
      ...{ source: 'county_fund', programme: 'special_fund', measure: 'received', year: 2022 },
      ...{ dated: '2022-06-01', amount: '100', lines: 1, registered_by: account },
    })
    .execute();
  const county = countyOfKey(place);
  await db
    .insertInto('funds.paper_line')
    .values({ county, id: line, paper_id: paper, place_key: place, amount: '100' })
    .execute();
  await db
    .insertInto('funds.paper_event')
    .values({
      ...{ id: newId(), paper_id: paper, place_key: office, verb: 'submit', state: 'submitted' },
      by: account,
    })
    .execute();
  const month = `${2000 + Math.floor(made / 12)}-${String((made % 12) + 1).padStart(2, '0')}-01`;
  await db
    .insertInto('funds.closing')
    .values({ county, place_key: office, month, closed_by: account })
    .onConflict((c) => c.doNothing())
    .execute();
  return { paper, registrar };
}

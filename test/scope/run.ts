/** A run of reconciliation of the scope tests: a source, a file taken in, and a pair it found. */
import { countyOfKey } from '../../src/kit/region-key.ts';
import type { Db } from '../../src/platform/db/pool.ts';
import { newId } from '../../src/platform/new-id.ts';

export interface HeldRun {
  source: string;
  importFile: string;
  run: string;
  item: string;
  payee: string;
}

/** @param name tells it from all others */
export async function aRun(db: Db, office: string, name: string): Promise<HeldRun> {
  const [source, importFile, run, item] = [newId(), newId(), newId(), newId()];
  const county = countyOfKey(office);
  const payee = `${name}收款`;
  await db
    .insertInto('reconciliation.source')
    .values({ id: source, place_key: office, name: `${name}来源`, kind: 'payment_detail' })
    .execute();
  await db
    .insertInto('reconciliation.import_file')
    .values({
      ...{ id: importFile, place_key: office, source_id: source, name: `${name}.csv`, lines: 1 },
      ...{ left_out: 0, amount: '100', starts_on: '2022-06-01', ends_on: '2022-06-01' },
    })
    .execute();
  const line = { county, place_key: office, number: 'V1', dated: '2022-06-01', amount: '100' };
  await db
    .insertInto('reconciliation.line')
    .values({
      ...{ ...line, id: newId(), source_id: source, import_id: importFile, row: 2 },
      ...{ payee, budget_code: '', purpose: '', nth: 1 },
    })
    .execute();
  await db
    .insertInto('reconciliation.run')
    .values({
      ...{ id: run, place_key: office, source_id: source, programme: 'special_fund', round: 1 },
      ...{ starts_on: '2022-06-01', ends_on: '2022-06-30', days_apart: 5 },
    })
    .execute();
  await db
    .insertInto('reconciliation.item')
    .values({
      ...{ county, id: item, place_key: office, run_id: run, round: 1, result: 'matched' },
      ...{ basis: 'number', day: '2022-06-01', theirs_payee: payee },
      ...{ ours_key: 'V1~2022-06-01', ours_amount: '100', ours_on: '2022-06-01' },
      ...{ theirs_key: 'V1~2022-06-01', theirs_amount: '100', theirs_on: '2022-06-01' },
    })
    .execute();
  return { source, importFile, run, item, payee };
}

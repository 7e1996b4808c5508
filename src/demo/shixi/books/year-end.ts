// The end of 2021 in 演示县: what was left of its quota, carried over by two people; and the made-up targets of execution.
import { leftAtYearEnd } from '../../../funds/store/yearly/carry-over.ts';
import type { Client } from '../../../platform/db/pool.ts';
import { recorded } from '../../days.ts';
import { random } from '../../seed.ts';
import type { Writer } from '../../write.ts';
import { COUNTY, shixi } from '../places.ts';

/** Parts in a thousand of what was received, by the end of a month. */
const TARGETS = [
  [3, 150],
  [6, 500],
  [9, 750],
  [12, 920],
] as const;

/** Once the ledger is written: the lines are taken from it. */
export async function writeYearEnd(client: Client, write: Writer, seed: number): Promise<void> {
  const r = random(seed, 'shixi year end');
  const [id, drafter, approver] = [
    r.uuid('2022-01-10'),
    r.uuid('2021-07-01'),
    r.uuid('2021-07-01'),
  ];
  // Its books were closed before it was approved: from the first month anything is booked in, the year's at the latest.
  const { rows: months } = await client.query<{ month: string }>(
    `select m.month::date::text as month
     from generate_series(
       date_trunc('month', least('2021-01-01', (select min(booked_on) from funds.entry where county = $1))::timestamp),
       '2021-12-01'::timestamp, interval '1 month') m (month)`,
    [shixi.county],
  );
  await write.put(
    'funds.closing',
    months.map(({ month }) => ({
      ...{ county: shixi.county, place_key: COUNTY, month, closed_by: approver },
      closed_at: recorded('2022-01-11', 0),
    })),
  );
  await write.put('funds.carry_over', [
    {
      ...{ id, place_key: COUNTY, year: 2021, state: 'approved', document: '演示县年终结转办法' },
      ...{ drafted_by: drafter, drafted_at: recorded('2022-01-10', 0) },
      ...{ approved_by: approver, approved_at: recorded('2022-01-12', 0) },
      changed_at: recorded('2022-01-12', 0),
    },
  ]);
  const lines = await leftAtYearEnd(client, shixi.county, 2021);
  await write.put(
    'funds.carry_over_line',
    lines.map((line) => ({
      ...{ county: shixi.county, carry_over_id: id, into_year: 2022, approved: true },
      ...{ place_key: line.place_key, source: line.source, programme: line.programme },
      ...{ year: line.year, payer: line.payer, payer_key: line.payer_key },
      ...{ received: line.received, committed: line.committed, spent: line.spent },
      ...{ carried: line.carried, surplus: line.surplus },
      first_received_on: line.first_received_on,
    })),
  );
  await write.put(
    'funds.progress_target',
    TARGETS.map(([month, spent]) => ({
      ...{ id: r.uuid('2021-07-01'), programme: 'special_fund' as const, place_key: COUNTY, month },
      ...{ spent, valid_from: '2021-01-01', document: '演示规则：支出进度要求', made_up: true },
      recorded_at: recorded('2021-07-01', 0),
    })),
  );
}

/** Sealing: the rows of each county since the last seal are hashed one into the next. */
import type { Client } from '../../platform/db/pool.ts';
import { type AuditRow, auditColumns, canonicalRow } from './canonical.ts';
import { type Algorithm, dayStart, type Head, link, markBytes } from './chain.ts';

/** Rows of a seal at most. */
const most = 2_000;

export interface Sealed {
  rows: number;
  /** Rows that should be there and are not: their chains wait, because nothing after them can be proved. */
  missing: { county: string; day: string; n: string }[];
}

/** What is open of a county's chain. */
interface Open {
  county: string;
  /** The last seal; null before the first. */
  day: string | null;
  upto: string;
  hash: Buffer | null;
}

/** Seals every row that is there. The caller holds the lock of the audit's jobs. */
export async function seal(client: Client, algorithm: Algorithm): Promise<Sealed> {
  const sealed: Sealed = { rows: 0, missing: [] };
  const { rows: open } = await client.query<Open>(openSql);
  for (const chain of open) await sealCounty(client, algorithm, chain, sealed); // one after the other: memory stays small
  return sealed;
}

async function sealCounty(
  client: Client,
  algorithm: Algorithm,
  { county, day, upto, hash }: Open,
  sealed: Sealed,
): Promise<void> {
  let head: Head | null = day === null || hash === null ? null : { day, hash };
  let last = Number(upto);
  for (;;) {
    const { rows } = await client.query<AuditRow>({
      name: 'audit-unsealed',
      text: `select ${auditColumns} from access.audit a
             where a.county = $1 and (a.day, a.n) > ($2, $3) order by a.day, a.n limit ${most}`,
      values: [county, head?.day ?? '-infinity', last],
    });
    for (const [today, ofDay] of Map.groupBy(rows, (row) => row.day)) {
      const from = head?.day === today ? last : 0;
      let now = head?.day === today ? head.hash : dayStart(algorithm, county, today, head);
      const marks: Buffer[] = [];
      for (const row of ofDay) {
        if (Number(row.n) !== from + marks.length + 1) break;
        now = link(algorithm, now, canonicalRow(row));
        marks.push(now.subarray(0, markBytes));
      }
      last = from + marks.length;
      if (marks.length > 0) {
        head = { day: today, hash: now };
        await client.query(
          'insert into access.audit_seal (county, day, upto_n, hash, algorithm, marks) values ($1, $2, $3, $4, $5, $6)',
          [county, today, last, now, algorithm, Buffer.concat(marks)],
        );
        sealed.rows += marks.length;
      }
      if (marks.length < ofDay.length) {
        sealed.missing.push({ county, day: today, n: String(last + 1) });
        return;
      }
    }
    if (rows.length < most) return;
  }
}

const openSql = `
  select c.county, s.day::text as day, coalesce(s.upto_n, 0)::text as upto, s.hash
  from access.audit_counter c
  left join lateral (
    select * from access.audit_seal s where s.county = c.county order by s.day desc, s.upto_n desc limit 1
  ) s on true
  where s.day is null or (s.day, s.upto_n) < (c.day, c.n)
  order by c.county`;

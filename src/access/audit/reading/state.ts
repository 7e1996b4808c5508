/** How far the chain is: sealed, anchored, checked. */
import { sql } from 'kysely';
import type { Client, Db } from '../../../platform/db/pool.ts';
import type { Caller } from '../../../platform/http/endpoint.ts';
import { isOfAll } from '../../store/of-all.ts';
import type { State } from '../contract.ts';

/** How often an anchor may be missed before the page says so. */
const patience = 3;

/** No row is wrong, but what would prove it belongs to another database. */
const elsewhere = 'anchor_elsewhere';

interface Bad {
  what: string;
  county?: string;
  day?: string;
  n?: number;
  sequence?: number;
}

/** Counts are told to callers of the whole, a finding to whoever may look into its county; whether it is sound to all. */
export async function chainState(
  db: Db,
  client: Client,
  caller: Caller,
  say: (key: string, params?: Record<string, string | number>) => string,
): Promise<State> {
  const seal = await db
    .selectFrom('access.audit_seal')
    .select('sealed_at')
    .orderBy('sealed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const anchor = await db
    .selectFrom('access.audit_anchor as a')
    .select(['a.at', sql<boolean>`a.due_at + ${patience} * (a.due_at - a.at) < now()`.as('late')])
    .orderBy('a.sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const check = await db
    .selectFrom('access.audit_check')
    .selectAll()
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const bad = (check?.finding ?? null) as Bad | null; // written by keepCheck only
  const whole = await isOfAll(client, caller);
  const told = bad && (whole || mayLookInto(caller, bad.county));
  return {
    sealedAt: seal?.sealed_at ?? null,
    anchoredAt: anchor?.at ?? null,
    late: anchor?.late ?? false,
    check: check
      ? {
          ...{ at: check.at, sound: check.sound, alarm: !check.sound && bad?.what !== elsewhere },
          ...{ rows: whole ? check.rows : null, young: whole ? check.young : null },
          finding: told ? inWords(bad, say) : null,
        }
      : null,
  };
}

/** A county is told by the first six digits of its places; without one it is about the anchors of all. */
function mayLookInto({ ranges }: Caller, county: string | undefined): boolean {
  if (county === undefined) return false;
  const [first, last] = [`${county}000000`, `${county}999999`];
  return ranges.some(({ lo, hi }) => lo <= first && last <= hi);
}

function inWords(
  { what, county = '', day = '', n = 0, sequence }: Bad,
  say: (key: string, params?: Record<string, string | number>) => string,
): string {
  const wrong = say(`access.audit.found.${what}`);
  if (what === elsewhere) return wrong;
  if (sequence !== undefined) return say('access.audit.bad_anchor', { sequence, wrong });
  return say('access.audit.bad_row', { county, day, n, wrong });
}

/** Whether a row is sealed, and whether an anchor holds it. */
export async function sealedState(
  db: Db,
  { county, day, n }: { county: string; day: string; n: string },
): Promise<'open' | 'sealed' | 'anchored'> {
  const seal = await db
    .selectFrom('access.audit_seal')
    .select('anchor')
    .where('county', '=', county)
    .where('day', '=', day)
    .where('upto_n', '>=', n)
    .orderBy('upto_n')
    .limit(1)
    .executeTakeFirst();
  if (!seal) return 'open';
  return seal.anchor === null ? 'sealed' : 'anchored';
}

/** How far the chain is: sealed, anchored, checked. */
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/pool.ts';
import type { State } from '../contract.ts';

/** How often an anchor may be missed before the page says so. */
const patience = 3;

interface Bad {
  what: string;
  county?: string;
  day?: string;
  n?: number;
  sequence?: number;
}

export async function chainState(
  db: Db,
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
  return {
    sealedAt: seal?.sealed_at ?? null,
    anchoredAt: anchor?.at ?? null,
    late: anchor?.late ?? false,
    check: check
      ? {
          ...{ at: check.at, sound: check.sound, rows: check.rows, young: check.young },
          finding: bad ? inWords(bad, say) : null,
        }
      : null,
  };
}

function inWords(
  { what, county = '', day = '', n = 0, sequence }: Bad,
  say: (key: string, params?: Record<string, string | number>) => string,
): string {
  const wrong = say(`access.audit.found.${what}`);
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

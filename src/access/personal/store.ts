/** Who looked at a hidden value, or for a person by one. */
import { namesNumber } from '../../kit/digits.ts';
import type { Client } from '../../platform/db/pool.ts';
import { Refusal } from '../../platform/http/endpoint.ts';
import { newId } from '../../platform/new-id.ts';
import type { Look, OwnLooks } from './contract.ts';
import { allowed } from './rules.ts';

interface NewLook {
  kind: keyof typeof allowed;
  field: string;
  reason: string;
}

/** At whom. */
interface LookedAt {
  /** Of the look. */
  id: string;
  /** teams.person; null where a search found nobody. */
  person: string | null;
}

/**
 * Notes a look at each of them, in one statement; each counts.
 * @throws Refusal when the reason names a number; 429 when the caller has looked too often
 */
export async function noteLooks(
  client: Client,
  { kind, field, reason }: NewLook,
  at: readonly LookedAt[],
): Promise<void> {
  // A reason is kept and read by others: a number written into it would be a plain one.
  if (namesNumber(reason)) throw new Refusal('access.refusal.number_in_reason');
  const { most, seconds } = allowed[kind];
  const { rows } = await client.query<{ wait: number }>({
    name: 'note-looks',
    text: `
      select max(access.note_look(l.id, $3, l.person, $4, $5, $6, $7)) as wait
      from unnest($1::uuid[], $2::uuid[]) l (id, person)`,
    values: [
      at.map(({ id }) => id),
      at.map(({ person }) => person),
      ...[kind, field, reason.trim(), most, seconds],
    ],
  });
  const wait = rows[0]?.wait ?? 0;
  if (wait > 0)
    throw new Refusal(
      'access.refusal.looked_too_often',
      { most, minutes: Math.ceil(wait / 60), seconds: wait },
      429,
    );
}

/**
 * Counts a number entered, before anything is asked about it.
 * @throws Refusal 429 when the caller has entered too many
 */
export const noteEntry = (client: Client, field: string): Promise<void> =>
  noteLooks(client, { kind: 'entry', field, reason: '登记或更正号码' }, [
    { id: newId(), person: null },
  ]);

const columns = `kind, field, reason, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, name, role`;

/** Who looked at a person whose record lies in the caller's ranges, the latest first. */
export async function looksOf(client: Client, person: string): Promise<Look[]> {
  const { rows } = await client.query<Look>({
    name: 'looks-of',
    text: `select ${columns} from access.looks_of($1)`,
    values: [person],
  });
  return rows;
}

/** Who looked at the person the caller is. */
export async function ownLooks(client: Client, account: string): Promise<OwnLooks> {
  const { rows } = await client.query<OwnLooks>({
    name: 'own-looks',
    text: `
      select a.person_id is not null as tied,
        (select coalesce(jsonb_agg(l), '[]') from (select ${columns} from access.own_looks()) l) as rows
      from access.account a where a.id = $1`,
    values: [account],
  });
  if (!rows[0]) throw new Error(`no account ${account}`);
  return rows[0];
}

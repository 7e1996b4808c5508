/** Who asks: the caller behind a session's token, with rights and places as they are this moment. */
import { createHash } from 'node:crypto';
import type { Client, Pool } from '../../platform/db/pool.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import { permissionsOf, type RoleName } from '../roles.ts';
import { actingPlaces, ownPlaces, type Place } from '../rules/places.ts';
import { type Policy, passwordIsOld, policyFrom } from '../rules/policy.ts';

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

interface Row {
  id: string;
  display_name: string;
  role: RoleName;
  home_key: string;
  session: string;
  must_change: boolean;
  password_set_at: string;
  has_password: boolean;
  second_factor_at: string | null;
  has_factor: boolean;
  stepped_up_at: string | null;
  acting: string[] | null;
  places: Place[];
  policy: Partial<Policy> | null;
  today: string;
  now: string;
  seen_at: string;
  stale: boolean;
}

/**
 * The caller of a token, with the domain's date.
 * @returns null when the session is unknown, ended, idle too long, or its account disabled or not granted.
 */
export async function callerOf(
  on: Pool | Client,
  token: string,
): Promise<{ caller: Caller; today: string } | null> {
  const hash = sha256(token);
  const { rows } = await on.query<Row>({ name: 'caller-of', text: callerSql, values: [hash] });
  const row = rows[0];
  if (!row) return null;
  const policy = policyFrom(row.policy);
  const now = Date.parse(row.now);
  if (now - Date.parse(row.seen_at) > policy.idleMinutes * 60_000) return null;
  if (row.stale)
    await on.query('update access.session set seen_at = now() where token_hash = $1', [hash]);
  const places = actingPlaces(row.places, row.acting ?? []);
  const own = ownPlaces(row.places, row.acting ?? []);
  const first = [...own, ...places].find((p) => p.key === row.home_key) ?? places[0];
  const caller: Caller = {
    account: row.id,
    name: row.display_name,
    role: row.role,
    permissions: new Set(permissionsOf[row.role]),
    ranges: places.map(rangeOf),
    ownRanges: own.map(rangeOf),
    home: first?.key ?? row.home_key,
    seat: row.home_key,
    session: row.session,
    owes: owedBy(row, policy, now),
    steppedUp:
      row.stepped_up_at !== null &&
      now - Date.parse(row.stepped_up_at) <= policy.stepUpMinutes * 60_000,
    emergency: row.places.some((p) => p.source === 'emergency'),
  };
  return { caller, today: row.today };
}

const rangeOf = ({ lo, hi }: Place) => ({ lo, hi });

/** What must be done before anything else. */
function owedBy(row: Row, policy: Policy, now: number): Caller['owes'] {
  const bound = policy.secondFactorRoles.includes(row.role);
  if ((bound || row.has_factor) && row.second_factor_at === null)
    return row.has_factor ? 'second_factor' : 'enrolment';
  const old = passwordIsOld(Date.parse(row.password_set_at), now, policy);
  return row.has_password && (row.must_change || old) ? 'password' : null;
}

export const todaySql = `coalesce((select value #>> '{}' from platform.setting where name = 'today'),
                           to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD'))`;

const callerSql = `
  select a.id, a.display_name, a.role, a.home_key, s.id as session, a.must_change, a.password_set_at,
         a.password_hash is not null as has_password, s.second_factor_at,
         exists (select from access.second_factor f where f.account_id = a.id and f.confirmed_at is not null) as has_factor,
         s.stepped_up_at, s.acting_keys as acting, places.places, t.today, now() as now, s.seen_at,
         (select value from access.policy order by recorded_at desc limit 1) as policy,
         s.seen_at < now() - interval '1 minute' as stale
  from access.session s
  join access.account a on a.id = s.account_id
  cross join (select ${todaySql} as today) t
  cross join lateral (
    select coalesce(json_agg(json_build_object('key', r.key::text, 'lo', r.lo::text, 'hi', r.hi::text, 'source', p.source)
                             order by array_position(array['home', 'emergency', 'notice', 'posting', 'pairing'], p.source), r.key), '[]') as places
    from access.places_of(a.id, t.today::date) p join regions.region r on r.key = p.key
  ) places
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > now()
    and a.disabled_at is null and a.granted_at is not null`;

/** The domain's date: the setting where there is one, else today in Beijing time. */
export async function domainToday(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ today: string }>(`select ${todaySql} as today`);
  return rows[0]?.today ?? '';
}

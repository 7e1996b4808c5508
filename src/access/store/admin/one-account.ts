/** One account as its administrators see it. */
import type { Client, Db } from '../../../platform/db/pool.ts';
import { inRanges } from '../../../platform/db/scope.ts';
import { Absent, type Caller } from '../../../platform/http/endpoint.ts';
import type { AccountPage } from '../../contract-accounts.ts';
import { placesOf } from '../session-view.ts';
import { homeColumns, homeJoins, stateSql } from './account-columns.ts';
import { requestsOf } from './grants.ts';

type Row = Omit<AccountPage, 'places' | 'requests' | 'own'>;

/** @throws Absent when there is none, or its home lies outside the caller's ranges. */
export async function accountPage(
  client: Client,
  db: Db,
  caller: Caller,
  id: string,
  today: string,
): Promise<AccountPage> {
  const { rows } = await client.query<Row>({ name: 'account-page', text: pageSql, values: [id] });
  const row = rows[0];
  const within = (key: string) => inRanges(key, caller.ranges);
  if (!row || !within(row.home)) throw new Absent();
  // A person's postings and a unit's pairings may lie in other counties, which are not the caller's to know.
  const places = (await placesOf(db, id, today)).filter(({ key }) => within(key));
  return {
    ...row,
    places: places.map(({ key, name, source }) => ({ key, name, source })),
    requests: await requestsOf(client, id),
    own: id === caller.account,
  };
}

const pageSql = `
  select a.id, a.name, a.display_name as "displayName", a.role, a.home_key::text as home, ${homeColumns},
    ${stateSql} as state, a.last_used_at as "lastUsedAt", a.created_at as "createdAt", maker.display_name as "createdBy",
    a.granted_at as "grantedAt", granter.display_name as "grantedBy", a.disabled_at as "disabledAt",
    a.disabled_why as "disabledWhy", a.password_hash is not null as "hasPassword",
    exists (select from access.second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "hasSecondFactor",
    a.person_id as person, case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as organisation,
    (select json_build_object('count', count(*), 'lastUsedAt',
        to_char(max(s.seen_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      from access.session s where s.account_id = a.id and s.ended_at is null and s.expires_at > now()) as sessions,
    (select json_build_object('id', i.id, 'resets', i.resets, 'expired', i.expires_at <= now(),
        'expiresAt', to_char(i.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      from access.invitation i where i.account_id = a.id and i.used_at is null and i.revoked_at is null
      order by i.made_at desc limit 1) as invitation
  from access.account a ${homeJoins('a.home_key')}
  left join access.account maker on maker.id = a.created_by
  left join access.account granter on granter.id = a.granted_by
  left join teams.organisation g on g.id = a.organisation_id
  where a.id = $1`;

import { withinText } from '../../../platform/db/scope.ts';

/** Columns the lists of accounts share; `a` is access.account, `home` and `above` its place and the one above it. */

export const stateSql = `case
  when a.disabled_at is not null then 'disabled'
  when a.granted_at is null then case when exists (
    select from access.grant_request w where w.account_id = a.id and w.state = 'waiting') then 'waiting' else 'refused' end
  when a.password_hash is null and not exists (select from access.identity i where i.account_id = a.id) then 'invited'
  else 'active' end`;

export const homeColumns = `home.name as "homeName", coalesce(above.name, '') as "aboveName"`;

/** @param key the column that holds the home */
export const homeJoins = (key: 'a.home_key' | 'g.home_key') =>
  `join regions.place home on home.key = ${key} left join regions.place above on above.key = home.parent`;

/** A text as a pattern that finds it anywhere. */
export const anywhere = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Whether the person `f` has an open posting in ranges, or their record is kept there. */
export const personInReach = (lo: string, hi: string) =>
  `(exists (select from teams.person p where p.id = f.id and ${withinText('p.place_key', lo, hi)})
    or exists (select from teams.posting o where o.person_id = f.id and o.ends_on is null
      and ${withinText('o.place_key', lo, hi)}))`;

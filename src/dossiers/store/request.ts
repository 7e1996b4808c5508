/** Requests for payment as a dossier needs them: with project, contract, places and who checked. */

import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { demonstratedSql } from '../../platform/demonstrated.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { dossierMade } from '../../projects/store/requests.ts';
import type { DossierPage } from '../contract.ts';

export interface RequestHead
  extends Omit<
    DossierPage,
    'checklist' | 'items' | 'beside' | 'made' | 'missing' | 'mayUpload' | 'mayMake'
  > {
  county: string;
  countyName: string;
  /** The office above the town, which sets the checklists. */
  above: string;
  implementer: string;
  accountTail: string | null;
  checkedOn: string | null;
  changedAt: string;
}

const columns = `
  q.id, q.county, q.kind, q.state, q.amount::text as amount, q.payee, q.account_tail as "accountTail", q.invoice,
  q.asked_on::text as "askedOn", q.project_id as project, p.number as "projectNumber", p.name as "projectName",
  p.implementer, q.place_key::text as place, town.name as "placeName", town.parent::text as above,
  above.name as "countyName", q.contract_id as contract, c.number as "contractNumber", c.contractor,
  c.amount::text as "contractAmount", registrar.display_name as "registeredBy", checker.display_name as "checkedBy",
  (select max((e.at at time zone 'Asia/Shanghai')::date)::text from projects.event e
   where e.county = q.county and e.project_id = q.project_id and e.kind = 'request' and e.case_id = q.id
     and e.verb = 'check') as "checkedOn",
  q.made_up or ${demonstratedSql} as "madeUp",
  ${instant('q.changed_at')} as "changedAt", ${dossierMade} as current`;
const joins = `
  join projects.project p on p.county = q.county and p.id = q.project_id
  join projects.contract c on c.county = q.county and c.id = q.contract_id
  join regions.place town on town.key = q.place_key
  join regions.place above on above.key = town.parent
  left join access.account registrar on registrar.id = q.registered_by
  left join access.account checker on checker.id = q.checked_by`;

/**
 * The request, held against changes until the end of the transaction where `held` is asked for.
 * @throws Absent when there is none in the caller's ranges
 */
export async function requestFor(
  client: Client,
  caller: Caller,
  id: string,
  held?: 'held',
): Promise<RequestHead> {
  // Apart from the reading: what is read beside a row that was waited for is older than the row.
  if (held) await client.query('select from projects.request where id = $1 for share', [id]);
  const { rows } = await client.query<RequestHead>(
    `select ${columns} from projects.request q ${joins} where q.id = $1`,
    [id],
  );
  if (!rows[0] || !inRanges(rows[0].place, caller.ranges)) throw new Absent();
  return rows[0];
}

/** Requests under a place in some states, the one changed last first; one more than asked. */
export async function requestsUnder(
  client: Client,
  caller: Caller,
  wanted: {
    lo: string;
    hi: string;
    states: readonly string[];
    before: readonly string[];
    limit: number;
  },
): Promise<RequestHead[]> {
  const { rows } = await client.query<RequestHead>(
    `select ${columns} from projects.request q ${joins}
     where q.place_key between $1 and $2 and ${withinText('q.place_key', '$3', '$4')}
       and q.state = any ($5::projects.request_state[])
       and (q.changed_at, q.id) < ($6::timestamptz, $7::uuid)
     order by q.changed_at desc, q.id desc limit $8`,
    [
      wanted.lo,
      wanted.hi,
      ...boundsOf(caller.ranges),
      wanted.states,
      ...wanted.before,
      wanted.limit + 1,
    ],
  );
  return rows;
}

export interface ProjectHead {
  id: string;
  county: string;
  place: string;
  above: string;
}

/** @throws Absent when there is none in the caller's ranges */
export async function projectFor(client: Client, caller: Caller, id: string): Promise<ProjectHead> {
  const { rows } = await client.query<ProjectHead>(
    `select p.id, p.county, p.place_key::text as place, town.parent::text as above
     from projects.project p join regions.region town on town.key = p.place_key where p.id = $1`,
    [id],
  );
  if (!rows[0] || !inRanges(rows[0].place, caller.ranges)) throw new Absent();
  return rows[0];
}

/** Whether the caller's own office is the town's or the one above it. */
export const isOfOffice = ({ seat }: Caller, { place, above }: { place: string; above: string }) =>
  seat === place || seat === above;

/** @throws Refusal when another office would put its hand to a project's papers */
export function mustBeOfOffice(caller: Caller, at: { place: string; above: string }): void {
  if (!isOfOffice(caller, at) || !inRanges(at.place, caller.ownRanges))
    throw new Refusal('dossiers.refusal.other_office');
}

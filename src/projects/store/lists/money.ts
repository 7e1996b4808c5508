/** Contracts and requests for payment of all projects under a place, in the order of towns and projects. */
import type { Client } from '../../../platform/db/pool.ts';
import { boundsOf, withinText } from '../../../platform/db/scope.ts';
import type { Caller } from '../../../platform/http/endpoint.ts';
import type {
  ProjectsContractKind,
  ProjectsContractState,
  ProjectsRequestKind,
  ProjectsRequestState,
} from '../../../schema.gen.ts';

interface Of {
  id: string;
  town: string;
  townName: string;
  projectNumber: string;
  projectName: string;
  amount: string;
}
export interface ContractLine extends Of {
  kind: ProjectsContractKind;
  state: ProjectsContractState;
  number: string;
  contractor: string;
  signedOn: string;
  retention: number;
}
export interface RequestLine extends Of {
  kind: ProjectsRequestKind;
  state: ProjectsRequestState;
  contractNumber: string;
  payee: string;
  invoice: string | null;
  askedOn: string;
  receipt: string | null;
  paidOn: string | null;
}

export interface Wanted {
  lo: string;
  hi: string;
  year: string | null;
  after: readonly string[];
  limit: number;
}
const of = `x.id, x.place_key::text as town, town.name as "townName", p.number as "projectNumber", p.name as "projectName",
  x.amount::text as amount`;
const from = (table: string) => `
  from projects.${table} x
  join projects.project p on p.county = x.county and p.id = x.project_id
  join regions.place town on town.key = x.place_key`;
const where = `
  x.place_key between $1 and $2 and ${withinText('x.place_key', '$3', '$4')} and x.state <> 'discarded'
    and ($5::integer is null or p.year = $5::integer) and (x.place_key, x.id) > ($6::bigint, $7::uuid)
  order by x.place_key, x.id limit $8`;
const values = (caller: Caller, { lo, hi, year, after, limit }: Wanted) => [
  ...[lo, hi, ...boundsOf(caller.ranges), year, ...after, limit + 1],
];

/** One more than asked. */
export async function contractLines(
  client: Client,
  caller: Caller,
  wanted: Wanted,
): Promise<ContractLine[]> {
  const { rows } = await client.query<ContractLine>(
    `select ${of}, x.kind, x.state, x.number, x.contractor, x.signed_on::text as "signedOn", x.retention
     ${from('contract')} where ${where}`,
    values(caller, wanted),
  );
  return rows;
}

/** One more than asked. */
export async function requestLines(
  client: Client,
  caller: Caller,
  wanted: Wanted,
): Promise<RequestLine[]> {
  const { rows } = await client.query<RequestLine>(
    `select ${of}, x.kind, x.state, c.number as "contractNumber", x.payee, x.invoice, x.asked_on::text as "askedOn", x.receipt,
       x.paid_on::text as "paidOn"
     ${from('request')} join projects.contract c on c.county = x.county and c.id = x.contract_id where ${where}`,
    values(caller, wanted),
  );
  return rows;
}

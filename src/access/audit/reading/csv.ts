/** The audit as a spreadsheet an auditor takes along. */
import { clockAt } from '../../../kit/period.ts';
import { csvLine } from '../../../kit/text.ts';
import type { InWords } from './in-words.ts';
import type { FoundDetail } from './search.ts';

const columns = [
  ...['at', 'number', 'kind', 'actor', 'login', 'role', 'did', 'object', 'place', 'person'],
  ...['outcome', 'before', 'after', 'address', 'request'],
] as const;

/** Byte order mark, what was asked, heads of the columns. */
export function csvHead(title: string, { say }: InWords): string {
  return `\uFEFF${csvLine([title])}${csvLine(columns.map((name) => say(`access.audit.column.${name}`)))}`;
}

export function csvRow(row: FoundDetail, in_: InWords): string {
  return csvLine([
    clockAt(Date.parse(row.at)),
    `${row.county} ${row.day} ${row.n}`,
    in_.say(`access.audit_kind.${row.kind}`),
    row.actor_name ?? '',
    row.actor_login ?? '',
    in_.role(row.role) ?? '',
    in_.did(row.action),
    row.object === null ? '' : in_.object(row.object),
    row.place_name ?? '',
    row.person_name ?? row.person ?? '',
    in_.why(row.outcome) ?? in_.say(`access.audit.outcome.${row.outcome}`),
    json(row.before),
    json(row.after),
    row.address ?? '',
    row.request ?? '',
  ]);
}

const json = (value: unknown) => (value === null ? '' : JSON.stringify(value));

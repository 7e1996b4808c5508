/** A row as the text its hash is made of: the same whatever the order of keys, the time zone or the program (docs/security.md). */

/** A row of access.audit, everything as text. */
export interface AuditRow {
  county: string;
  day: string;
  n: string;
  id: string;
  /** UTC with six digits of a second: 2022-07-28T08:00:00.000000Z */
  at: string;
  account: string | null;
  role: string | null;
  ranges: string[];
  kind: string;
  action: string;
  object: string | null;
  place: string;
  person: string | null;
  outcome: string;
  /** JSON as PostgreSQL writes it. */
  before: string | null;
  after: string | null;
  request: string | null;
  address: string | null;
  session: string | null;
}

/** Columns of access.audit a as an AuditRow. */
export const auditColumns = `
  a.county, a.day::text as day, a.n::text as n, a.id::text as id,
  to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  a.account_id::text as account, a.role, a.ranges, a.kind::text as kind, a.action, a.object,
  a.place_key::text as place, a.person_id::text as person, a.outcome, a.before::text as before, a.after::text as after,
  a.request_id as request, a.address, a.session_id::text as session`;

/** Names in the order they are written. */
const names = [
  'county',
  'day',
  'n',
  'id',
  'at',
  'account',
  'role',
  'ranges',
  'kind',
  'action',
  'object',
  'place',
  'person',
  'outcome',
  'before',
  'after',
  'request',
  'address',
  'session',
] as const satisfies readonly (keyof AuditRow)[];

export function canonicalRow(row: AuditRow): string {
  const lines = names.map((name) => {
    const value = textOf(row, name);
    return value === null ? `${name} -` : `${name} ${Buffer.byteLength(value)}:${value}`;
  });
  return `zhuzhen-audit-1\n${lines.join('\n')}\n`;
}

function textOf(row: AuditRow, name: (typeof names)[number]): string | null {
  if (name === 'ranges') return JSON.stringify(row.ranges);
  if (name !== 'before' && name !== 'after') return row[name];
  const json = row[name];
  return json === null ? null : canonicalJson(json);
}

/** A number as it stands in the text: as a double it could lose digits. */
class Digits {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** JSON without spaces, keys in the order of their UTF-8 bytes, numbers as PostgreSQL writes them. */
export function canonicalJson(text: string): string {
  const keep = (_: string, value: unknown, { source }: { source: string }) =>
    typeof value === 'number' ? new Digits(source) : value;
  // The type of a reviver does not know its third argument yet.
  return written(JSON.parse(text, keep as (key: string, value: unknown) => unknown));
}

function written(value: unknown): string {
  if (value instanceof Digits) return value.text;
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.entries(value)
    .map(([key, one]) => ({
      bytes: Buffer.from(key),
      text: `${JSON.stringify(key)}:${written(one)}`,
    }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  return `{${pairs.map((p) => p.text).join(',')}}`;
}

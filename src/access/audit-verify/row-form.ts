/** A row of the audit as bytes, and the hashes made of it; written from docs/security.md alone. */
import { createHash } from 'node:crypto';
import { jsonForm } from './json-form.ts';

/** A row as the database gives it, every field as text. */
export type Row = Record<(typeof fields)[number], string | null> & {
  county: string;
  day: string;
  n: string;
  at: string;
  place: string;
};

const fields = [
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
] as const;

const json = new Set<string>(['ranges', 'before', 'after']);

/** The statement's columns, from access.audit r. */
export const columns = `
  r.county, r.day::text, r.n::text, r.id::text,
  to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, r.account_id::text as account, r.role,
  array_to_json(r.ranges)::text as ranges, r.kind::text, r.action, r.object, r.place_key::text as place,
  r.person_id::text as person, r.outcome, r.before::text, r.after::text, r.request_id as request, r.address,
  r.session_id::text as session`;

export function rowForm(row: Row): Buffer {
  const parts = [Buffer.from('zhuzhen-audit-1\n')];
  for (const field of fields) {
    const given = row[field];
    if (given === null) {
      parts.push(Buffer.from(`${field} -\n`));
      continue;
    }
    const bytes = Buffer.from(json.has(field) ? jsonForm(given) : given, 'utf8');
    parts.push(Buffer.from(`${field} ${bytes.length}:`), bytes, Buffer.from('\n'));
  }
  return Buffer.concat(parts);
}

export interface Before {
  day: string;
  hash: string;
}

/** The hash a day begins with. */
export function beginning(algorithm: string, county: string, day: string, before?: Before): Buffer {
  const lines = `zhuzhen-audit-day-1\n${county}\n${day}\n${before?.day ?? '-'}\n${before?.hash ?? '-'}\n`;
  return createHash(algorithm).update(lines, 'utf8').digest();
}

export function following(algorithm: string, hash: Buffer, row: Row): Buffer {
  return createHash(algorithm)
    .update(Buffer.concat([hash, rowForm(row)]))
    .digest();
}

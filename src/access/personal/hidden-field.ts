/** What a room says of a field that is shown hidden, so that one value of it can be revealed. */
import type { Client } from '../../platform/db/pool.ts';
import type { Caller } from '../../platform/http/endpoint.ts';

export interface Found {
  /** Null where nothing was entered. */
  sealed: Buffer | null;
  /** Where the seal is bound to. */
  place: string;
  /** teams.person it is about; null where it is nobody's on record. */
  person: string | null;
  /** Region key of the place that keeps the record. */
  at: string;
}

/** @returns null when there is no such row, or the record is not kept in the caller's ranges */
export type FindHidden = (client: Client, caller: Caller, row: string) => Promise<Found | null>;

/** By table and column: 'teams.person.id_number'. The name is also the key of its words. */
export type HiddenFields = Readonly<Record<string, FindHidden>>;

// What is typed is kept until it is sent: per account, until its holder signs out, another signs in, or the window
// closes. Hidden numbers and what looks classified are never kept: they stay on the screen alone.
import { useRef, useState } from 'react';
import { classifiedMark } from '../../kit/classified.ts';
import { useSession } from './session.ts';
import { newId } from './uuid.ts';

export type Values = Record<string, string>;

export interface Draft<V extends Values> {
  values: V;
  /** True when the values come from an earlier visit. */
  restored: boolean;
  set(change: Partial<V>): void;
  /** Empties the form and forgets the draft. */
  discard(): void;
  /** The id to send these values under: the same for the same values, so that a repetition happens once. */
  idFor(body: unknown): string;
}

const prefix = 'draft:';
const of = (account: string) => `${prefix}${account}:`;

/** Forgets the drafts of this window, but those of the account named: who comes back after a pause goes on. */
export function forgetDrafts(
  but: string | null,
  store: Pick<Storage, 'length' | 'key' | 'removeItem'> = sessionStorage,
): void {
  const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
  for (const key of keys) {
    const kept = but !== null && key.startsWith(of(but));
    if (key.startsWith(prefix) && !kept) store.removeItem(key);
  }
}

interface Kept {
  values: Values;
  id?: string;
  body?: string;
}

/**
 * @param name which form, and of which object: two objects must not share a draft
 * @param unkept fields that are not kept
 */
export function useDraft<V extends Values>(
  name: string,
  initial: V,
  unkept: readonly (keyof V)[] = [],
): Draft<V> {
  const key = `${of(useSession().account.id)}${name}`;
  const [before] = useState(() => read(key));
  const [values, setValues] = useState<V>(() => restoredValues(initial, before?.values));
  const [restored, setRestored] = useState(() => !same(values, initial));
  const sent = useRef<{ id: string; body: string }>(undefined);
  const keep = (all: Values) => keptOf(all, unkept as readonly string[]); // names of V are texts
  return {
    values,
    restored,
    set(change) {
      const next = { ...values, ...change };
      setValues(next);
      sessionStorage.setItem(key, JSON.stringify({ ...read(key), values: keep(next) }));
    },
    discard() {
      sessionStorage.removeItem(key);
      sent.current = undefined;
      setValues(initial);
      setRestored(false);
    },
    idFor(body) {
      const whole = JSON.stringify(body);
      if (sent.current?.body === whole) return sent.current.id;
      const kept = read(key);
      const all = JSON.stringify(keep(values)) === JSON.stringify(values);
      const id = all && kept?.id && kept.body === whole ? kept.id : newId();
      sent.current = { id, body: whole };
      // Of what is not kept whole nothing could be compared after a reload: it is then sent under a new id.
      const known = all ? { id, body: whole } : {};
      sessionStorage.setItem(key, JSON.stringify({ values: keep(values), ...known }));
      return id;
    },
  };
}

/** What may be kept of what was typed. */
export function keptOf(values: Values, unkept: readonly string[]): Values {
  const may = ([name, text]: [string, string]) =>
    !unkept.includes(name) && classifiedMark(text) === null;
  return Object.fromEntries(Object.entries(values).filter(may));
}

/** Only fields the form still has come back, and only as text. */
export function restoredValues<V extends Values>(initial: V, kept: Values | undefined): V {
  const entries = Object.entries(initial).map(([name, value]) => {
    const earlier = kept?.[name];
    return [name, typeof earlier === 'string' ? earlier : value];
  });
  return Object.fromEntries(entries) as V; // the names are exactly those of `initial`
}

function read(key: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (kept && typeof kept === 'object' && 'values' in kept) return kept as Kept;
  } catch {
    sessionStorage.removeItem(key); // not ours: a draft nobody can read is no draft
  }
  return undefined;
}

function same(a: Values, b: Values): boolean {
  return Object.keys(b).every((name) => a[name] === b[name]);
}

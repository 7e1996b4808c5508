/** Rows of the audit in words: what was done, to what, why not, and what was before and after. Pure. */
import { fill, type Lang, type Word, type Words } from '../../../kit/words.ts';

/** What the whole product knows in words; handed in by app. */
export interface Wording {
  words: Words;
  /** What an endpoint does, by method and address; usual are those that leave a row whoever asks. */
  actions: ReadonlyMap<string, { word: Word; usual: boolean }>;
  /** The name of a thing that has one of its own, like a figure. */
  nameOf(type: string, id: string): Word | undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const placeKey = /^\d{12}$/;
const code = /^[a-z][a-z0-9_]*$/;

export interface InWords {
  did(action: string): string;
  object(object: string): string;
  /** The word of a kind of object. */
  objectType(type: string): string;
  why(outcome: string): string | null;
  role(role: string | null): string | null;
  say(key: string, params?: Record<string, string | number>): string;
}

export function inWords({ words, actions, nameOf }: Wording, lang: Lang): InWords {
  const say = (key: string, params?: Record<string, string | number>) =>
    fill(words[key]?.[lang] ?? '', params);
  const or = (key: string, otherwise: string) => words[key]?.[lang] ?? otherwise;
  const objectType = (type: string) =>
    or(`access.audit_object.${type}`, say('access.audit.other_object'));
  return {
    say,
    objectType,
    did: (action) =>
      actions.get(action)?.word[lang] ??
      (action.startsWith('JOB ') ? say('access.audit.by_job') : say('access.audit.other_action')),
    object: (object) => {
      const [type = '', ...rest] = object.split(' ');
      const id = rest.join(' ');
      const name = nameOf(type, id)?.[lang] ?? (uuid.test(id) ? `…${id.slice(-6)}` : id);
      return `${objectType(type)} ${name}`.trim();
    },
    why: (outcome) => {
      const [, refusal] = /^refused (\S+)$/.exec(outcome) ?? [];
      // The numbers of a refusal are not kept: they were the moment's.
      return refusal
        ? or(refusal, say('access.audit.refused'))
            .replace(/\{\w+\|[^|{}]*\|([^|{}]*)\}/g, '$1')
            .replace(/\{\w+\}/g, '…')
        : null;
    },
    role: (role) =>
      role === null ? null : or(`access.role.${role}`, or('access.audit.job', role)),
  };
}

export interface Field {
  name: string;
  before: string;
  after: string;
}

/**
 * Before and after side by side, fields that are the same left out where both are there.
 * @param room the room whose vocabulary the values are of
 * @param places names of places by key
 */
export function fieldsOf(
  given: { before: unknown; after: unknown; action: string },
  { words }: Wording,
  lang: Lang,
  places: ReadonlyMap<string, string>,
): Field[] {
  const [, room = ''] = /\/api\/([a-z-]+)\//.exec(given.action) ?? [];
  const before = new Map(flat(given.before));
  const after = new Map(flat(given.after));
  const both = before.size > 0 && after.size > 0;
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths
    .filter((path) => !both || before.get(path) !== after.get(path))
    .map((path) => ({
      name: path
        .split('.')
        .map((key) => nameOfField(key))
        .join(' · '),
      before: textOf(path, before.get(path)),
      after: textOf(path, after.get(path)),
    }));

  function nameOfField(key: string): string {
    const named = [
      `access.audit_field.of_${room}.${key}`,
      `access.audit_field.${key}`,
      `access.policy_item.${key}`,
      `${room}.column.${key}`,
    ];
    return named.map((name) => words[name]?.[lang]).find((text) => text !== undefined) ?? key;
  }

  function textOf(path: string, value: string | undefined): string {
    if (value === undefined) return '';
    const key = path.split('.').at(-1) ?? '';
    if (value === 'true' || value === 'false')
      return words[`platform.flag.${value}`]?.[lang] ?? value;
    if (placeKey.test(value)) return places.get(value) ?? value;
    if (uuid.test(value)) return `…${value.slice(-6)}`;
    const named = words[value]; // a field is named by the key of its word: teams.person.phone
    if (named) return named[lang];
    return code.test(value) ? (wordOf(key, value) ?? value) : value;
  }

  /** The label of a code: that of the vocabulary named like the field, else the only one the room has. */
  function wordOf(key: string, value: string): string | undefined {
    const snake = key.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`);
    const own = words[`${room}.${snake}.${value}`] ?? words[`access.policy.${snake}.${value}`];
    if (own) return own[lang];
    const fits = Object.keys(words).filter(
      (name) =>
        name.startsWith(`${room}.`) && name.split('.').length === 3 && name.endsWith(`.${value}`),
    );
    const [named] = fits.filter((name) => name.split('.')[1]?.endsWith(snake));
    const found = named ?? (fits.length === 1 ? fits[0] : undefined);
    return found && words[found]?.[lang];
  }
}

/** Places named anywhere in the values. */
export function placesNamed(...values: readonly unknown[]): string[] {
  const all = values.flatMap((value) => flat(value).map(([, text]) => text));
  return [...new Set(all.filter((text) => placeKey.test(text)))];
}

/** Leaves with their paths; lists of plain values are one leaf each entry. */
function flat(value: unknown, path = ''): [string, string][] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [[path, String(value)]];
  const numbered = Array.isArray(value);
  return Object.entries(value).flatMap(([key, one]) =>
    flat(one, [path, numbered ? String(Number(key) + 1) : key].filter(Boolean).join('.')),
  );
}

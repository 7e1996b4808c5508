/** The keys of an installation, as lines of text: `id algorithm base64`, the one in use marked `active`. Pure. */
import { type Algorithm, algorithms } from './algorithms.ts';

export interface Key {
  id: string;
  algorithm: Algorithm;
  /** 32 bytes; never used itself, keys for each purpose are derived from it. */
  bytes: Buffer;
}

/** Whence values are sealed and opened: a file, the environment, or whatever else can name these two. */
export interface Keys {
  /** Under which new values are sealed. */
  active: Key;
  /** All that may still be asked for, the oldest first. */
  all: readonly Key[];
}

/** The id of a key that stands alone on a line, as the first versions wrote it. */
export const firstId = 'first';
const idForm = /^[a-z0-9][a-z0-9-]{0,31}$/;
export const isKeyId = (id: string): boolean => idForm.test(id);

/** One key as an installation of one key has it. */
export const onlyKey = (bytes: Buffer, algorithm: Algorithm = 'aes-256-gcm'): Keys => {
  const key = { id: firstId, algorithm, bytes };
  return { active: key, all: [key] };
};

/**
 * Reads lines; those that are empty or begin with # say nothing. Without a mark the first key is the one in use.
 * @throws RangeError naming the line that is wrong, never what stands on it
 */
export function keysFrom(text: string): Keys {
  const lines = text
    .split(/[\n;]/)
    .map((line, at) => ({ at: at + 1, words: line.trim().split(/\s+/) }))
    .filter(({ words: [first = ''] }) => first !== '' && !first.startsWith('#'));
  const read = lines.map(({ at, words }) => ({ at, ...keyOf(words, at) }));
  const twice = read.find(({ key }, at) => read.findIndex((r) => r.key.id === key.id) < at);
  if (twice) throw new RangeError(`line ${twice.at}: the id ${twice.key.id} stands twice`);
  const marked = read.filter((one) => one.active);
  if (marked.length > 1) throw new RangeError(`line ${marked[1]?.at}: a second active key`);
  const active = (marked[0] ?? read[0])?.key;
  if (!active) throw new RangeError('no key');
  return { active, all: read.map(({ key }) => key) };
}

function keyOf(words: readonly string[], at: number): { key: Key; active: boolean } {
  const [id = '', name = '', base64 = '', mark] = words.length === 1 ? asFirst(words) : words;
  const algorithm = algorithms.find((one) => one === name);
  if (!isKeyId(id)) throw new RangeError(`line ${at}: ids are lower case letters, digits, -`);
  if (!algorithm) throw new RangeError(`line ${at}: the algorithm is ${algorithms.join(' or ')}`);
  if (words.length > 4 || (mark !== undefined && mark !== 'active'))
    throw new RangeError(`line ${at}: after the key only the word active may stand`);
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 32) throw new RangeError(`line ${at}: the key must be Base64 of 32 bytes`);
  return { key: { id, algorithm, bytes }, active: mark === 'active' };
}

const asFirst = ([base64 = '']: readonly string[]) => [firstId, 'aes-256-gcm', base64];

/** The lines of a file that holds these keys. */
export const linesOf = ({ active, all }: Keys): string =>
  all
    .map(({ id, algorithm, bytes }) =>
      [id, algorithm, bytes.toString('base64'), ...(id === active.id ? ['active'] : [])].join(' '),
    )
    .map((line) => `${line}\n`)
    .join('');

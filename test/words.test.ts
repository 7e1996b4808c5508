/** Every code has words in both languages, every word is asked for, and both languages keep their style. */
import { describe, expect, test } from 'vitest';
import { catalogue, words as serverWords } from '../src/app/rooms.ts';
import { words as webWords } from '../src/app/web-rooms.ts';
import type { Words } from '../src/kit/words.ts';
import { useDatabase } from './database.ts';
import { beginningsAsked, keysAskedByPages, literals, refusalsAsked } from './gate/words.ts';

const database = useDatabase();
const all: Words = { ...serverWords, ...webWords };
const keys = Object.keys(all);

/** Keys of all enum values, as words.ts names them. */
async function enumKeys(): Promise<string[]> {
  const { rows } = await database.owner.query<{ key: string }>(
    `select n.nspname || '.' || t.typname || '.' || e.enumlabel as key
     from pg_enum e join pg_type t on t.oid = e.enumtypid join pg_namespace n on n.oid = t.typnamespace
     where t.typowner = 'zz_owner'::regrole order by 1`,
  );
  return rows.map((r) => r.key);
}

describe('every code has words', () => {
  test('values of every enumeration', async () => {
    expect((await enumKeys()).filter((key) => !(key in serverWords))).toEqual([]);
  });

  test('refusals: what happened and what to do', () => {
    const missing = refusalsAsked().filter(
      ({ key }) => !(key in serverWords) || !(`${key}.todo` in serverWords),
    );
    expect(missing).toEqual([]);
  });

  test('what pages say', () => {
    const missing = keysAskedByPages().filter(({ key }) => !(key in webWords));
    expect(missing).toEqual([]);
  });

  test('keys put together while running', () => {
    const missing = beginningsAsked().filter(
      ({ key }) => !keys.some((known) => known.startsWith(key)),
    );
    expect(missing).toEqual([]);
  });

  test('vocabularies of figures have words for every value they name', () => {
    const missing = catalogue.all.flatMap((d) =>
      d.name.zh && d.name.en && d.means.zh && d.means.en ? [] : [d.code],
    );
    expect(missing).toEqual([]);
  });
});

test('no word that nobody asks for', async () => {
  const named = literals();
  const enums = new Set(await enumKeys());
  const begun = beginningsAsked().map(({ key }) => key);
  const asked = (key: string): boolean =>
    named.has(key) || enums.has(key) || begun.some((start) => key.startsWith(start));
  expect(keys.filter((key) => !asked(key) && !asked(key.replace(/\.todo$/, '')))).toEqual([]);
});

test('no key has two wordings', () => {
  const differing = Object.entries(webWords).filter(([key, word]) => {
    const other = serverWords[key];
    return other !== undefined && (other.zh !== word.zh || other.en !== word.en);
  });
  expect(differing.map(([key]) => key)).toEqual([]);
});

/** Keys that break a rule of style, and why. */
const styled: Record<string, string> = {
  'platform.web.language': 'names the other language in its own words',
  'indicators.refusal.no_rows': 'the name that is filled in is Chinese',
};

describe('style', () => {
  const cjk = /\p{Script=Han}/u;
  const spoken = [
    ...Object.entries(all).map(([key, word]) => ({ key, ...word })),
    ...catalogue.all.flatMap((d) => [
      { key: `${d.code} name`, ...d.name },
      { key: `${d.code} means`, ...d.means },
    ]),
  ];
  const faulty = (wrong: (word: { zh: string; en: string }) => boolean) =>
    spoken
      .filter(({ key }) => !(key in styled))
      .filter(wrong)
      .map(({ key, zh, en }) => `${key}: ${zh} | ${en}`);
  /** Nothing but placeholders, digits and signs: the same in both languages. */
  const wordless = (text: string) => !/\p{L}/u.test(text.replace(/\{\w+\}/g, ''));

  test('Chinese says 你, calmly, and is Chinese', () => {
    expect(faulty(({ zh }) => /您|[!！]/.test(zh))).toEqual([]);
    expect(faulty(({ zh, en }) => !cjk.test(zh) && !(wordless(zh) && wordless(en)))).toEqual([]);
  });

  test('English is English, and calm', () => {
    expect(faulty(({ en }) => cjk.test(en) || /!/.test(en))).toEqual([]);
    expect(faulty(({ zh, en }) => en.trim() === '' && !wordless(zh))).toEqual([]);
  });

  test('both languages fill in the same things', () => {
    const filled = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
    expect(faulty(({ zh, en }) => String(filled(zh)) !== String(filled(en)))).toEqual([]);
  });
});

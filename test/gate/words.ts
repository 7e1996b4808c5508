/** Questions of the gate about words: which keys the code asks for, and which nobody asks for. */
import { isTest, isWeb, rooms, type Source, sources } from './sources.ts';

const product = sources.filter(
  (s) => s.path.startsWith('src/') && !isTest(s.path) && !s.path.endsWith('.gen.ts'),
);
const speaks = product.filter((s) => !isWordList(s));
const room = `(?:${rooms.join('|')})`;

function isWordList(s: Source): boolean {
  return /\/words(-[a-z-]+)?\.ts$/.test(s.path) || /\/words\/[a-z-]+\.ts$/.test(s.path);
}

export interface Asked {
  key: string;
  path: string;
}

/** Refusal codes written out in code. */
export const refusalsAsked = (): Asked[] => found(speaks, `['"](${room}\\.refusal\\.[a-z_]+)['"]`);

/** Keys that pages ask for by name: t('...'), and literals of three parts or more. */
export const keysAskedByPages = (): Asked[] => [
  ...found(speaks.filter(isPage), `\\bt\\(\\s*['"]([^'"$]+)['"]`),
  ...found(speaks.filter(isPage), `['"](${room}(?:\\.[a-z0-9_]+){2,})['"]`),
];

/** Beginnings of keys that are put together while running: `access.role.` of \`access.role.\${role}\`. */
export const beginningsAsked = (): Asked[] => [
  ...found(
    speaks.filter(({ path }) => !/\/(of-[a-z]+|indicators)\.ts$/.test(path)), // they put codes of figures together
    `\`(${room}\\.[a-z0-9_.]*)\\$\\{`,
  ),
  ...found(speaks, `vocabulary: ['"](${room}\\.[a-z0-9_.]+)['"]`).map(({ key, path }) => ({
    key: `${key}.`,
    path,
  })),
  ...found(speaks.filter(isPage), `useNone\\(['"](${room}\\.[a-z0-9_.]+)['"]`).map(
    ({ key, path }) => ({
      key: `${key}.`,
      path,
    }),
  ),
];

/** Every text in quotes that could be a key. */
export const literals = (): ReadonlySet<string> =>
  new Set(found(speaks, `['"\`](${room}(?:\\.[a-zA-Z0-9_]+)+)['"\`]`).map(({ key }) => key));

function found(list: readonly Source[], form: string): Asked[] {
  return list.flatMap((s) =>
    [...s.text.matchAll(new RegExp(form, 'g'))].map((m) => ({ key: m[1] ?? '', path: s.path })),
  );
}

const isPage = (s: Source): boolean => isWeb(s.path);

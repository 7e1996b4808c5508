/** Questions of the gate about imports, names and sizes; each answers with one line a fault. */
import { byPath, filesBelow, isTest, isWeb, rooms, type Source, sources } from './sources.ts';

const mostLines = 400;
const mostFiles = 12;

/** Files every room has by plan; a folder is crowded by what it holds beyond them. */
const standing =
  /\/(contract|words)(-[a-z-]+)?\.ts$|\/(rules|store|routes|jobs|tables|indicators)\.ts$/;

/** Folders that may hold more, and why. */
const crowded: Record<string, string> = {
  'src/app': 'one list or one wiring a file; the only place that knows all rooms',
  'src/indicators': 'the engine, one question a file; its README walks through them',
  'src/teams/store': 'one question a file, named as the question',
  'src/platform/web':
    'one component or hook a file, each named by what stands on the screen; pages find them by name',
};

const product = sources.filter((s) => s.path.startsWith('src/') && !isTest(s.path));
const orderOf = (room: string) => rooms.indexOf(room as (typeof rooms)[number]);

/** Imports from a room that stands later in the order; types count. */
export function upwardImports(): string[] {
  return product.flatMap((s) =>
    s.files
      .filter((file) => file.startsWith('src/') && file !== 'src/schema.gen.ts')
      .filter((file) => orderOf(roomOf(file)) > orderOf(s.room))
      .map((file) => `${s.path} imports ${file}: ${s.room} stands before ${roomOf(file)}`),
  );
}

const roomOf = (file: string) => /^src\/([^/]+)\//.exec(file)?.[1] ?? '';

/** Files that import each other in a circle, each circle once. */
export function importRings(): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const rings: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    state.set(path, 'open');
    for (const next of byPath.get(path)?.files ?? []) {
      const seen = state.get(next);
      if (seen === 'open') rings.push([...trail.slice(trail.indexOf(next)), next].join(' -> '));
      if (seen === undefined && byPath.has(next)) visit(next, [...trail, next]);
    }
    state.set(path, 'done');
  };
  for (const { path } of sources) if (!state.has(path)) visit(path, [path]);
  return rings;
}

/** What may never be reached from a page, even through another file. */
const serverPackage =
  /^node:|^(pg|kysely|fastify|pino|csv-parse|csv-stringify|pinyin-pro)(\/|$)|^@fastify\/|^@node-rs\//;
const serverFile =
  /\/(store|routes|jobs)(\/|\.ts$)|^src\/(platform\/(db|http|jobs|files)\/|schema\.gen\.ts)/;

export function serverCodeInPages(): string[] {
  return product
    .filter((s) => isWeb(s.path))
    .flatMap((s) =>
      reached(s.path)
        .flatMap(({ at, via }) => [
          ...at.packages.filter((name) => serverPackage.test(name)).map((name) => ({ name, via })),
          ...at.files.filter((file) => serverFile.test(file)).map((name) => ({ name, via })),
        ])
        .map(({ name, via }) => `${via.join(' -> ')} -> ${name}`),
    );
}

/** The file itself and all it imports, with the way there. */
function reached(start: string): { at: Source; via: string[] }[] {
  const found = new Map<string, { at: Source; via: string[] }>();
  const visit = (path: string, via: string[]): void => {
    const at = byPath.get(path);
    if (!at || found.has(path)) return;
    found.set(path, { at, via });
    for (const next of at.files) visit(next, [...via, next]);
  };
  visit(start, [start]);
  return [...found.values()];
}

/** What the verifier of the audit imports beyond itself: it must share no code with what writes the audit. */
export function verifierImports(): string[] {
  const own = 'src/access/audit-verify/';
  const verifier = product.filter((s) => s.path.startsWith(own));
  if (verifier.length === 0) return [`no file in ${own}`];
  return verifier.flatMap((s) =>
    [
      ...s.files.filter((file) => !file.startsWith(own)),
      ...s.packages.filter((name) => name !== 'pg' && !name.startsWith('node:')),
    ].map((name) => `${s.path} imports ${name}`),
  );
}

const clock = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bfetch\(/;

/** Files that must decide without clock, chance, database and network, and do not. */
export function impureFiles(): string[] {
  const pure = product.filter(
    (s) => s.room === 'kit' || /\/(rules|contract|words)(-[a-z-]+)?(\.ts$|\/)/.test(s.path),
  );
  return pure.flatMap((s) => [
    ...(clock.test(s.text) ? [`${s.path} reads a clock or chance: take it as an argument`] : []),
    ...reached(s.path).flatMap(({ at, via }) =>
      at.packages
        .filter((name) => name !== 'typebox')
        .map((name) => `${via.join(' -> ')} imports ${name}`),
    ),
    ...(s.room === 'kit'
      ? s.files.filter((f) => roomOf(f) !== 'kit').map((f) => `${s.path} imports ${f}`)
      : []),
  ]);
}

const kebab =
  /^(README\.md|[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|gen|d|geo))?\.(ts|tsx|mjs|css|html|svg|csv|json)|\d{12}_[a-z0-9_]+\.sql)$/;
const saysNothing = /(^|[-/])(utils?|helpers?|common|managers?|misc|shared|v\d+)(?=[-./]|$)/;

export function badNames(): string[] {
  return ['src', 'test', 'bin']
    .flatMap((folder) => filesBelow(folder, /./))
    .filter((path) => !path.startsWith('test/output/'))
    .flatMap((path) => {
      const name = path.split('/').at(-1) ?? '';
      if (saysNothing.test(path)) return [`${path}: the name does not say what it holds`];
      return kebab.test(name) ? [] : [`${path}: not kebab-case`];
    });
}

export function longFiles(): string[] {
  return sources
    .filter((s) => s.lines > mostLines && !s.path.endsWith('.gen.ts'))
    .map((s) => `${s.path}: ${s.lines} lines`);
}

export function crowdedFolders(): string[] {
  const counted = product.filter((s) => !standing.test(s.path));
  const folders = Map.groupBy(counted, (s) => s.path.slice(0, s.path.lastIndexOf('/')));
  return [...folders]
    .filter(([folder, files]) => files.length > mostFiles && !(folder in crowded))
    .map(([folder, files]) => `${folder}: ${files.length} files`);
}

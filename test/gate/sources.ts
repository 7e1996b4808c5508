/** The source files as the gate sees them: where each lies, what it says, what it imports. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = fileURLToPath(new URL('../..', import.meta.url));

export interface Source {
  /** From the checkout, with '/': 'src/teams/rules.ts'. */
  path: string;
  /** The folder below src; '' for files right in src and outside it. */
  room: string;
  text: string;
  lines: number;
  /** Files of the checkout it imports, types included. */
  files: string[];
  /** Packages and node: modules it imports. */
  packages: string[];
}

/** Rooms in their order: a room imports only from itself and from rooms before it. */
export const rooms = [
  'kit',
  'platform',
  'regions',
  'access',
  'indicators',
  'teams',
  'funds',
  'projects',
  'plans',
  'reconciliation',
  'subsidies',
  'supervision',
  'dossiers',
  'disclosure',
  'evidence',
  'imports',
  'livelihoods',
  'policy',
  'reports',
  'cockpit',
  'demo',
  'app',
] as const;

/** Every file below a folder of the checkout whose name fits. */
export function filesBelow(folder: string, fits: RegExp): string[] {
  if (!existsSync(join(checkout, folder))) return [];
  return readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && fits.test(entry.name))
    .map((entry) => relative(checkout, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export const isTest = (path: string): boolean =>
  /\.(test|spec)\.tsx?$|-for-tests\.ts$/.test(path) || path.startsWith('test/');

/** What runs in the browser. */
export const isWeb = (path: string): boolean =>
  path.startsWith('src/') &&
  (/\/web\//.test(path) || path.endsWith('.tsx') || path === 'src/app/web-rooms.ts');

/** TypeScript of the product and its tests. */
export const sources: readonly Source[] = [
  ...filesBelow('src', /\.tsx?$/),
  ...filesBelow('test', /\.tsx?$/),
].map(read);

export const byPath: ReadonlyMap<string, Source> = new Map(sources.map((s) => [s.path, s]));

function read(path: string): Source {
  const text = readFileSync(join(checkout, path), 'utf8');
  const named = importsOf(text);
  return {
    path,
    room: /^src\/([^/]+)\//.exec(path)?.[1] ?? '',
    text,
    lines: text.split('\n').length - 1,
    files: named.filter((n) => n.startsWith('.')).map((n) => resolved(path, n)),
    packages: named.filter((n) => !n.startsWith('.')),
  };
}

function importsOf(text: string): string[] {
  const forms = [
    /^(?:import|export)\b[^;'"]*?\bfrom\s+['"]([^'"]+)['"]/gm,
    /^import\s+['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  ];
  return [...new Set(forms.flatMap((form) => [...text.matchAll(form)].map((m) => m[1] ?? '')))];
}

function resolved(from: string, name: string): string {
  return relative(checkout, join(checkout, dirname(from), name))
    .split(sep)
    .join('/');
}

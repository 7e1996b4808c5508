/** Questions of the gate about who writes whose tables, found in SQL text and in Kysely's writers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, filesBelow, isTest, rooms, sources } from './sources.ts';

/** What may write other rooms' tables, and why. */
const exempt: Record<string, string> = {
  'src/demo/': 'makes a whole province in one go; never runs beside real data',
  'src/app/first-start.ts': 'fills an empty database once, before anybody is served',
};

const schemas = rooms.join('|');
const sqlWriter = new RegExp(
  `\\b(?:insert\\s+into|update|delete\\s+from|truncate(?:\\s+table)?|merge\\s+into|copy)\\s+(?:only\\s+)?(${schemas})\\.[a-z_]+`,
  'gi',
);
const kyselyWriter = new RegExp(
  `\\.(?:insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\\(\\s*['"\`](${schemas})\\.[a-z_]+`,
  'g',
);

export function foreignWrites(): string[] {
  return sources
    .filter((s) => s.room !== '' && !isTest(s.path))
    .filter((s) => !Object.keys(exempt).some((start) => s.path.startsWith(start)))
    .flatMap((s) =>
      [...s.text.matchAll(sqlWriter), ...s.text.matchAll(kyselyWriter)]
        .filter((m) => m[1] !== s.room)
        .map((m) => `${s.path} writes a table of ${m[1]}: ${m[0].replace(/\s+/g, ' ')}`),
    );
}

const definer = new RegExp(
  `\\b(?:create|alter|drop|comment\\s+on|grant\\s+[a-z, ]+\\s+on|revoke\\s+[a-z, ]+\\s+on)\\b[^;'$]*?\\b(?:table|view|function|type|sequence|trigger\\s+[a-z_]+[^;]*?\\s+on|index\\s+[a-z_]+\\s+on|schema|column)\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?(${schemas})\\b(?:\\.[a-z_]+)*`,
  'gi',
);

/** Migrations that make, change or fill what belongs to another room. */
export function foreignMigrations(): string[] {
  return filesBelow('src', /\.sql$/).flatMap((path) => {
    const room = path.split('/')[1] ?? '';
    const sql = readFileSync(join(checkout, path), 'utf8').replace(/--.*$/gm, '');
    return [...sql.matchAll(definer), ...sql.matchAll(sqlWriter)]
      .filter((m) => m[1]?.toLowerCase() !== room)
      .map((m) => `${path} touches ${m[1]}: ${m[0].replace(/\s+/g, ' ')}`);
  });
}

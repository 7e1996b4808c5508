/** A process of its own that writes, rolls back and seals for a while: node busy-for-tests.ts URL_APP URL_JOBS DIR SEED SECONDS */
import { randomFrom } from '../../../test/property/random.ts';
import { openPool } from '../../platform/db/pool.ts';
import { sealAndAnchor } from './job.ts';

const [app = '', jobs = '', dir = '', seed = '1', seconds = '5'] = process.argv.slice(2);
const random = randomFrom(Number(seed));
const writers = openPool(app, { max: 3 });
const sealer = openPool(jobs, { max: 1 });
const until = Date.now() + Number(seconds) * 1_000;
const places = ['440983117000', '440983000000', '440900000000', '440000000000', '441900000000'];
const texts = [
  '',
  '镇"\\',
  '\u0001\t\u2028',
  '𠮷\uffff\ue000',
  'é',
  'e\u0301',
  '/',
  '{"a":1}',
  '=1+1',
];

function value(depth: number): unknown {
  const kind = random.below(depth > 3 ? 5 : 7);
  if (kind === 0) return random.of([0, -1, 1.5, 1e21, 1e-7, 12_345_678_901_234_568, -0]);
  if (kind === 1) return random.of(texts);
  if (kind === 2) return random.chance(0.5);
  if (kind === 3) return null;
  if (kind === 4) return random.below(1_000_000);
  const parts = Array.from({ length: random.below(4) }, () => value(depth + 1));
  if (kind === 5) return parts;
  return Object.fromEntries(
    parts.map((part) => [random.of([...texts, '__proto__', 'a', 'B']), part]),
  );
}

const sign = (text: unknown) => (text === undefined ? null : JSON.stringify(text));

let committed = 0;
async function write(): Promise<void> {
  while (Date.now() < until) {
    const client = await writers.connect();
    try {
      await client.query('begin');
      if (random.chance(0.3)) await client.query('savepoint deed');
      await client.query(
        `select access.add_audit(null, 'x', $1, 'deed', 'POST /x', $2, $3, $4, null, 'done', $5, $6, $7, '::1', null)`,
        [
          Array.from({ length: random.below(4) }, () => random.of(texts)),
          random.of([null, ...texts]),
          random.of([null, ...places]),
          random.of([null, ...places]),
          random.chance(0.3) ? null : sign(value(0)),
          random.chance(0.3) ? null : sign(value(0)),
          random.of([null, ...texts]),
        ],
      );
      if (random.chance(0.2)) await client.query('select pg_sleep(0.005)');
      const back = random.chance(0.25);
      await client.query(back ? 'rollback' : 'commit');
      if (!back) committed += 1;
    } finally {
      client.release();
    }
  }
}

async function sealing(): Promise<void> {
  const settings = {
    algorithm: random.of(['sha256', 'sm3'] as const),
    ...{ anchorDirs: [dir], ownDir: dir, anchorMinutes: 5, keepYears: 3 },
  };
  while (Date.now() < until) {
    const problems = await sealAndAnchor(sealer, settings, { atOnce: random.chance(0.3) });
    if (problems?.length) throw new Error(problems.join('; '));
    await new Promise((resolve) => setTimeout(resolve, random.below(80)));
  }
}

await Promise.all([write(), write(), write(), sealing()]);
await Promise.all([writers.end(), sealer.end()]);
console.log(committed);

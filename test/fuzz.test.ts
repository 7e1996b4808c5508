/**
 * Every endpoint asked what its schemas allow and what they do not, by every role: never a server error, never a
 * reply outside its schema, never a trace. The seed is printed; FUZZ_SEED and FUZZ_REQUESTS set both, and
 * test/fuzz/run.ts makes the long run.
 */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildServer, describedEndpoints } from '../src/app/server.ts';
import { logTo } from '../src/platform/observe/log.ts';
import { useDatabase } from './database.ts';
import { drive } from './fuzz/drive.ts';
import { aWorld, prepareWorld, type World } from './fuzz/world.ts';
import { testFiles, testKeys } from './people.ts';
import { watchReplies } from './replies.ts';

const requests = Number(process.env.FUZZ_REQUESTS ?? 3_000);
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 1e9));
const database = useDatabase();
const endpoints = describedEndpoints();
const defects = new Map<unknown, string>();
let server: FastifyInstance;
let world: World;
let faultsBefore: ReturnType<typeof watchReplies>;

/** The log says of a defect what the reply must not. */
const stream = {
  write: (line: string) => {
    const { requestId, defect, cause } = JSON.parse(line);
    if (defect ?? cause) defects.set(requestId, JSON.stringify(defect ?? cause).slice(0, 800));
  },
};

beforeAll(async () => {
  await prepareWorld(database);
  server = await buildServer({
    files: testFiles,
    keys: testKeys, // what the world is sealed under
    pool: database.app,
    logger: logTo('warn', stream),
  });
  faultsBefore = watchReplies(server);
  world = await aWorld(database, server);
});
afterAll(() => server.close());

test(
  `${requests} requests`,
  async () => {
    console.log(`fuzz: seed ${seed}, ${requests} requests to ${endpoints.length} endpoints`);
    let told = Date.now();
    let shown = 0;
    const outcome = await drive(
      { server, endpoints, world, faultsBefore, defects },
      { requests, seed },
      ({ sent, faulty, faults }) => {
        for (; shown < faults.length; shown++) console.log(`fuzz: ${faults[shown]}`);
        if (Date.now() - told < 30_000) return;
        told = Date.now();
        console.log(`fuzz: ${sent} sent, ${faulty} faulty`);
      },
    );
    const { faults, ...counts } = outcome;
    console.log(`fuzz: ${JSON.stringify(counts)}`);
    expect(faults.join('\n\n')).toBe('');
    expect(outcome.faulty).toBe(0);
    // A fuzzer that is refused everything has tested nothing.
    for (const status of [200, 400, 401, 403, 404])
      expect(outcome.statuses[status] ?? 0).toBeGreaterThan(requests / 200);
  },
  60_000 + requests * 40,
);

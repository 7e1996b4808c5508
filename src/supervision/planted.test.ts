/**
 * Planted truth (G14): for each rule positives and near misses, found and missed printed. PLANTED says how many positives a
 * rule, NEAR how many near misses (as many if not said), SEED another chance: the full size is PLANTED=200 NEAR=2000.
 */
import { expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { Ground, today } from '../../test/planted/ground.ts';
import { truth } from '../../test/planted/truth.ts';
import { definitions } from './definitions/all.ts';
import { runRules } from './store/run.ts';

const database = useDatabase();
const positives = Number(process.env.PLANTED ?? 6);
const near = Number(process.env.NEAR ?? positives);
const seed = Number(process.env.SEED ?? 20220728);

interface Planted {
  rule: string;
  object: string;
  yes: boolean;
}

test('every rule has planted truth', () => {
  expect(Object.keys(truth).sort()).toEqual(definitions.map(({ code }) => code).sort());
});

test(`all planted are found, no near miss is: ${positives} and ${near} a rule, seed ${seed}`, async () => {
  const ground = new Ground(seed);
  const planted: Planted[] = Object.entries(truth).flatMap(([rule, plant]) =>
    [true, false].flatMap((yes) =>
      Array.from({ length: yes ? positives : near }, (_, n) => ({
        rule,
        yes,
        object: plant(ground, yes, n),
      })),
    ),
  );
  await ground.write(database.owner);
  // As autovacuum does before the night.
  await database.owner.query('analyze');
  const runs = await runRules(database.jobs, today);
  expect(runs?.map(({ rule }) => rule)).toEqual(definitions.map(({ code }) => code));
  const { rows } = await database.owner.query<Planted & { hit: boolean }>(
    `select p.rule, p.object, p.yes, f.id is not null as hit
     from jsonb_to_recordset($1::jsonb) p (rule text, object text, yes boolean)
     left join supervision.finding f on f.rule = p.rule
       and f.object_id = case when p.object like '%/%' then md5(p.object)::uuid else p.object::uuid end`,
    [JSON.stringify(planted)],
  );
  const count = (rule: string, yes: boolean, hit: boolean) =>
    rows.filter((row) => row.rule === rule && row.yes === yes && row.hit === hit).length;
  console.log(`seed ${seed}`);
  for (const { rule, tookMs } of runs ?? [])
    console.log(
      `${rule.padEnd(24)} found ${count(rule, true, true)} missed ${count(rule, true, false)} of ${positives}; near misses hit ${count(rule, false, true)} of ${near}; ${tookMs} ms`,
    );
  expect(rows.filter(({ yes, hit }) => yes && !hit)).toEqual([]);
  expect(rows.filter(({ yes, hit }) => !yes && hit)).toEqual([]);

  const again = await runRules(database.jobs, today);
  expect(again?.filter(({ opened, reopened, gone }) => opened + reopened + gone > 0)).toEqual([]);
}, 600_000);

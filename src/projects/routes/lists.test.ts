// A year's projects as bars, and what a town hands over.
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { useProjects } from '../../../test/projects.ts';
import type { HandoverPack, YearRow } from '../contract-lists.ts';

const database = useDatabase();
const kit = useProjects(database);
const { office, post, done, step } = kit;

beforeAll(() => kit.received('100000000'));

const yearOf = async (year: string, more = '') => {
  const url = `/api/projects/year?place=${office.town}&year=${year}${more}`;
  return (await office.maker.get<{ rows: YearRow[]; next: string | null }>(url)).body;
};

test('a project stands in the years it is planned for or built in, page by page', async () => {
  const planned = { plannedFrom: '2022-11-01', plannedTo: '2023-03-31' };
  const over = done(await post(office.maker, 'projects', kit.project(planned)), 201);
  const other = done(await post(office.maker, 'projects', kit.project({})), 201);
  expect((await yearOf('2022')).rows.map(({ id }) => id)).toEqual([over, other]);
  expect((await yearOf('2023')).rows).toMatchObject([{ id: over, ...planned, startedOn: null }]);
  expect((await yearOf('2021')).rows).toEqual([]);
  const first = await yearOf('2022', '&limit=1');
  expect(first.rows.map(({ id }) => id)).toEqual([over]);
  const rest = await yearOf('2022', `&limit=1&after=${encodeURIComponent(first.next ?? '')}`);
  expect([rest.rows.map(({ id }) => id), rest.next]).toEqual([[other], null]);
  done(await step(office.maker, other, 'discard', { reason: '重复登记' }));
  expect((await yearOf('2022')).rows.map(({ id }) => id)).toEqual([over]);
});

test('what is handed over is what is open: projects, contracts, requests, notices, shortfalls', async () => {
  const short = await kit.shortfall('水口桥承重不足');
  const id = await kit.preparing({ shortfalls: [await kit.shortfall('上坪无路灯'), short] });
  const main = await kit.signed(id);
  done(await step(office.maker, id, 'sign'));
  const asked = done(
    await post(office.maker, `projects/${id}/requests`, kit.request(main, { amount: '100' })),
    201,
  );
  const url = `/api/projects/handover?place=${office.town}`;
  const { body } = await office.county.get<HandoverPack>(url);
  expect(body.projects.map((row) => row.id)).toContain(id);
  expect(body.contracts).toMatchObject([{ id: main, project: id, amount: '28000000', paid: '0' }]);
  expect(body.requests).toMatchObject([{ id: asked, amount: '100', state: 'drafted' }]);
  const names = body.shortfalls.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['上坪无路灯', '水口桥承重不足']));
  expect(body.notices.every(({ unanswered }) => unanswered === 0)).toBe(true);
  expect((await office.sibling.get(url)).status).toBe(404);
  const county = await office.county.get<{ code: string }>(
    `/api/projects/handover?place=${office.town.slice(0, 6)}000000`,
  );
  expect([county.status, county.body.code]).toEqual([422, 'projects.refusal.handover_of_town']);
});

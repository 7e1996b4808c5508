// Households of subsidies from a sheet: entered whole, every reason at once, taken back while nobody decided about one.
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { bytesFrom, done, importsAs, refused } from '../../../test/imports.ts';
import type { Person } from '../../../test/people.ts';
import { useProjects } from '../../../test/projects.ts';
import { cellsOf, type Line, partsOf } from '../../../test/sheets.ts';
import type { AwardRow, SubsidyPage } from '../../subsidies/contract.ts';
import { awardSheet } from '../../subsidies/sheets/award-sheet.ts';

const database = useDatabase();
const kit = useProjects(database);
const { office } = kit;
const { act, page, taken, problems } = importsAs;
const reasons = async (who: Person, job: string) =>
  Object.fromEntries((await problems(who, job)).map((one) => [one.n, one.reasons.join(' ')]));

let project = '';
let number = '';
beforeAll(async () => {
  await kit.received('300000000');
  ({ id: project } = await kit.underWay());
  ({ number } = await kit.page(project));
});

const household = (head: string, more: Line = {}): Line => ({
  ...{ project: number, village: '第1村', head, item: '种养奖补', standard: 1500, quantity: 1 },
  ...{ accountTail: '1234', ...more },
});
const rare = ['陈𠮷', '李䶮', '王㙍', '刘𬭎', '阿卜杜拉·买买提'];
const families = (count = 30) =>
  Array.from({ length: count }, (_, at) =>
    household(rare[at] ?? `赵${at + 1}`, {
      ...{ accountTail: String(at).padStart(4, '0'), quantity: at === 0 ? '2.5' : 1 },
    }),
  );
const awards = async () =>
  done(
    await office.maker.get<{ rows: AwardRow[] }>(
      `/api/subsidies/awards?project=${project}&limit=200`,
    ),
  ).rows;
const inUse = async () => (await awards()).filter(({ state }) => state !== 'discarded');
const decide = (who: Person, verb: string, ids: string[], reason?: string) =>
  who.send('POST', `/api/subsidies/projects/${project}/decisions`, { awards: ids, verb, reason });

test('the template offers the town’s projects and villages', async () => {
  const url = `/api/imports/kinds/${awardSheet.code}/template.xlsx?lang=zh`;
  const bytes = await bytesFrom(office.server, office.maker, url);
  expect(cellsOf(bytes)).toMatchObject({
    ...{ A1: '项目（名称或编号）', B1: '村', C1: '户主姓名', D1: '奖补事项' },
    ...{ E1: '每单位标准（元）', F1: '数量', G1: '账号末四位' },
  });
  const lists = Object.values(partsOf(bytes)).join('');
  for (const one of [number, '第1村', '大于 0 的数，最多两位小数']) expect(lists).toContain(one);
  const county = await bytesFrom(office.server, office.county, url);
  expect(Object.values(partsOf(county)).join('')).not.toContain(number);
});

test('thirty households are previewed without a trace, entered with every character, taken back', async () => {
  const { maker, other } = office;
  const job = await taken(maker, awardSheet, families());
  expect(job, JSON.stringify(await reasons(maker, job.id))).toMatchObject({
    ...{ state: 'previewed', lines: 30, created: 30, changed: 0, amount: '4725000' },
  });
  expect(job.preview[0]).toMatchObject({ name: '陈𠮷 种养奖补', amount: '375000' });
  expect(await awards()).toEqual([]);
  done(await act(maker, job.id, 'commit'));
  const rows = await inUse();
  expect(rows.map(({ head }) => head)).toEqual(expect.arrayContaining(rare));
  expect(rows.find(({ head }) => head === '陈𠮷')).toMatchObject({
    ...{ villageName: '第1村', item: '种养奖补', standard: '150000', quantity: 250 },
    ...{ amount: '375000', accountTail: '0000', state: 'applied', mayCheck: false },
  });
  const whole = await maker.get<SubsidyPage>(`/api/subsidies/projects/${project}`);
  expect(done(whole).states).toEqual([{ state: 'applied', count: 30, amount: '4725000' }]);
  // Whoever took it in entered them: another person checks.
  const ids = rows.map(({ id }) => id);
  refused(await decide(maker, 'check', ids), 'projects.refusal.same_person');

  // Sent again, nobody is entered twice; the rest of the sheet is told as well.
  const again = await taken(maker, awardSheet, [...families(2), household('新户')]);
  expect(again).toMatchObject({ state: 'validated', faulty: 2, created: 1 });
  expect(await reasons(maker, again.id)).toEqual({
    2: expect.stringMatching(/^户主姓名：这个项目已登记过这一户/),
    3: expect.stringContaining('已登记过'),
  });
  done(await act(other, job.id, 'undo'));
  expect(await inUse()).toEqual([]);
  expect(new Set((await awards()).map(({ reason }) => reason))).toEqual(
    new Set(['撤销批量导入：填好的表.xlsx']),
  );
});

test('every reason of every line comes in one pass, beside its column', async () => {
  const { maker, sibling } = office;
  const idea = await kit.stocked({ name: '还没签约' });
  const twice = household('同一户');
  const job = await taken(maker, awardSheet, [
    household('一', { standard: '很多', quantity: 0.001, village: '别处' }),
    household('二', { accountTail: 12 }),
    household('三,四'),
    household('五', { project: '没有的项目', item: null }),
    household('六', { project: (await kit.page(idea)).number }),
    household('七', { standard: 0.01, quantity: 0.01 }),
    household('八', { quantity: 2_000_000 }),
    twice,
    { ...twice, standard: 2000 },
    household('同一户', { accountTail: '5678' }),
    household('同一户', { item: '改厕奖补' }),
  ]);
  expect(job).toMatchObject({ state: 'validated', faulty: 9, created: 2 });
  const same = expect.stringMatching(/^户主姓名：同一张表里出现两次/);
  expect(await reasons(maker, job.id)).toEqual({
    2: expect.stringMatching(
      /村：“别处”不在可选范围内.*每单位标准（元）：应为大于 0 的金额.*数量：应为大于 0 的数/s,
    ),
    3: expect.stringMatching(/^账号末四位：内容不符合要求/),
    4: expect.stringMatching(/^户主姓名：内容不符合要求/),
    5: expect.stringMatching(/项目（名称或编号）：“没有的项目”.*奖补事项：没有填写/s),
    6: expect.stringMatching(/^项目（名称或编号）：项目签约后、完工前/),
    7: expect.stringMatching(/^数量：按标准和数量算出的金额为零/),
    8: expect.stringMatching(/^数量：超过 1000000/),
    ...{ 9: same, 10: same },
  });
  refused(await act(maker, job.id, 'commit'), 'imports.refusal.state', 409);
  expect(await inUse()).toEqual([]);
  // Another county's office has neither the project nor its villages.
  const theirs = await taken(sibling, awardSheet, [household('九', { project })]);
  expect(await reasons(sibling, theirs.id)).toEqual({
    2: expect.stringMatching(/项目（名称或编号）：.*不在可选范围内.*村：/s),
  });
});

test('a check that is out of date enters nobody; after one was checked or amended nothing is taken back', async () => {
  const { maker, other } = office;
  const [first, second] = [
    await taken(maker, awardSheet, families(5)),
    await taken(other, awardSheet, families(6).slice(4)),
  ];
  done(await act(maker, first.id, 'commit'));
  refused(await act(other, second.id, 'commit'), 'imports.refusal.not_as_checked', 409);
  const [one, more] = await inUse();
  done(await decide(other, 'check', [one?.id ?? '']), 201);
  refused(await act(maker, first.id, 'undo'), 'imports.refusal.depends', 409);
  expect((await inUse()).map(({ state }) => state).toSorted()).toEqual([
    ...['applied', 'applied', 'applied', 'applied', 'checked'],
  ]);
  // By hand those that wait are discarded still, as ever.
  done(await decide(maker, 'discard', [more?.id ?? ''], '重复'), 201);
  expect((await page(maker, first.id)).state).toBe('committed');

  const third = await taken(maker, awardSheet, [household('改过的户')]);
  done(await act(maker, third.id, 'commit'));
  const entered = (await inUse()).find(({ head }) => head === '改过的户');
  const { village, head, item, standard, quantity, changedAt } = entered as AwardRow;
  const amended = { village, head, item, standard, quantity, accountTail: '4321', seen: changedAt };
  done(await maker.send('POST', `/api/subsidies/awards/${entered?.id}/amend`, amended));
  refused(await act(maker, third.id, 'undo'), 'imports.refusal.depends', 409);
});

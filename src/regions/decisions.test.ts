/** Deciding uncertain changes over HTTP: by whom, once, with its history, in the audit, and what is refused. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aPerson, aServer, type Person } from '../../test/people.ts';
import { pendingTemplate } from '../../test/registry.ts';
import { newId } from '../platform/new-id.ts';
import type { ChangeRow, Counts } from './contract.ts';
import { loadEdition } from './load.ts';
import { upgradeTo } from './upgrade.ts';

const d = useDatabase(...pendingTemplate);
let server: FastifyInstance;
let administrator: Person;
beforeAll(async () => {
  server = await aServer(d);
  administrator = await aPerson(d, server, 'sysadmin', '440000000000');
});
afterAll(() => server.close());

const change = '440823450000>440823107000';
const body = (more = {}) => ({
  ...{ edition: '2021', change, verdict: 'accept', reason: '遂溪县批复', ...more },
});
const decide = (who: Person, more = {}, id?: string) =>
  who.send<{ id: string; code: string; detail: string; todo: string }>(
    'POST',
    '/api/regions/decisions',
    body(more),
    id,
  );
const uncertain = async (who: Person) => {
  const url = '/api/regions/changes?older=2020&newer=2021&confidence=uncertain';
  return (await who.get<{ rows: ChangeRow[] }>(url)).body.rows;
};
const open = async () => {
  const url = '/api/regions/change-counts?older=2020&newer=2021';
  return (await administrator.get<Counts>(url)).body.open;
};
const kept = async (id: string) =>
  (await d.db.selectFrom('access.audit').selectAll().where('request_id', 'is not', null).execute())
    .filter((row) => row.object === `decision ${id}`)
    .map(({ outcome, place_key, after }) => ({ outcome, place_key, after }));

describe('a decision', () => {
  test('is kept with who, when and why, counts at once, and stands in the audit', async () => {
    expect(await open()).toBe(4);
    const id = newId();
    expect(await decide(administrator, {}, id)).toMatchObject({ status: 201, body: { id } });
    expect(await open()).toBe(3);
    const row = (await uncertain(administrator)).find((one) => one.id === change);
    expect(row?.decisions).toMatchObject([
      { verdict: 'accept', by: 'person', reason: '遂溪县批复' },
    ]);
    expect(row?.decisions[0]?.name).toMatch(/^sysadmin-/);
    expect(await kept(id)).toMatchObject([
      { outcome: 'done', place_key: '440823450000', after: { verdict: 'accept' } },
    ]);
  });

  test('sent again under its id happens once; under its id with other words it is refused', async () => {
    const id = newId();
    const other = '440281106203>440281106220';
    const first = await decide(administrator, { change: other }, id);
    const again = await decide(administrator, { change: other }, id);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers['idempotent-replay']).toBe('true');
    const reused = await decide(administrator, { change: other, verdict: 'reject' }, id);
    expect(reused.status).toBe(409);
    const row = (await uncertain(administrator)).find((one) => one.id === other);
    expect(row?.decisions).toHaveLength(1);
    expect(await kept(id)).toHaveLength(1);
  });

  test('can be changed until the edition is applied; what was said before stays', async () => {
    await decide(administrator, { verdict: 'reject', reason: '批复说的是另一处' });
    expect(await open()).toBe(2);
    const row = (await uncertain(administrator)).find((one) => one.id === change);
    expect(row?.decisions.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['reject', '批复说的是另一处'],
      ['accept', '遂溪县批复'],
    ]);
  });
});

describe('refused', () => {
  test.each([
    ['a change there is not', { change: '440823450000>440823109000' }, 'change_absent'],
    ['a certain change', { change: '440113118000>440113017000' }, 'change_not_uncertain'],
    ['an edition not loaded', { edition: '2031' }, 'edition_not_loaded'],
    ['the edition in force', { edition: '2020' }, 'edition_applied'],
  ])('%s', async (_what, more, code) => {
    const id = newId();
    const reply = await decide(administrator, more, id);
    expect(reply).toMatchObject({ status: 422, body: { code: `regions.refusal.${code}` } });
    expect(reply.body.detail).toMatch(/[\u4e00-\u9fff]/);
    expect(reply.body.todo).not.toBe('');
    expect(await open()).toBe(2);
  });

  test('an edition older than the one in force', async () => {
    const text = 'code,name,level,parent_code\n440000000000,广东省,province,\n';
    await loadEdition(d.db, { edition: '2019', cutOff: '2019-06-30', text });
    expect(await decide(administrator, { edition: '2019' })).toMatchObject({
      ...{ status: 422, body: { code: 'regions.refusal.edition_not_newer' } },
    });
  });

  test.each([
    ['no reason', { reason: ' ' }],
    ['another verdict', { verdict: 'perhaps' }],
    ['a change by another name', { change: '440823450000' }],
  ])('by shape: %s', async (_what, more) => {
    expect((await decide(administrator, more)).status).toBe(400);
  });

  test.each([
    ['county', '440823000000'],
    ['province', '440000000000'],
    ['auditor', '440000000000'],
  ] as const)('to a %s, which sees it all the same', async (role, home) => {
    const who = await aPerson(d, server, role, home);
    expect(await decide(who)).toMatchObject({
      ...{ status: 403, body: { code: 'platform.refusal.permission' } },
    });
    expect((await uncertain(who)).find((one) => one.id === change)?.decisions).toHaveLength(2);
  });

  test('to an administrator of another city, who cannot tell it from one there is not', async () => {
    const elsewhere = await aPerson(d, server, 'sysadmin', '441900000000');
    expect(await decide(elsewhere)).toMatchObject({
      ...{ status: 422, body: { code: 'regions.refusal.change_absent' } },
    });
  });

  test('once the edition is applied; what was open is told from what a person decided', async () => {
    const upgraded = await upgradeTo(d.db, '2021', { acceptOpen: 'demonstration' });
    expect(upgraded).toMatchObject({ status: 'upgraded' });
    expect(await decide(administrator)).toMatchObject({
      ...{ status: 422, body: { code: 'regions.refusal.edition_applied' } },
    });
    const by = (await uncertain(administrator)).map(({ decisions: [last] }) => last?.by);
    expect(by.sort()).toEqual(['demonstration', 'demonstration', 'person', 'person']);
    expect(await open()).toBe(0);
  });
});

test('the application can add decisions and neither change nor take away any', async () => {
  const attempt = (text: string) => d.app.query(text).catch((error: Error) => error.message);
  expect(await attempt("update regions.decision set verdict = 'accept'")).toMatch(/permission/);
  expect(await attempt('delete from regions.decision')).toMatch(/permission/);
});

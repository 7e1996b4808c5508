// Households of a project from the application to the second try, and what the ledger says of it.
import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import type { Person } from '../../../test/people.ts';
import { useProjects } from '../../../test/projects.ts';
import { newId } from '../../platform/new-id.ts';
import type { AnswerTaken, AwardRow, BatchPage, SubsidyPage } from '../contract.ts';

const database = useDatabase();
const kit = useProjects(database);
const { office, done, refused, page, step, moneyStep } = kit;

beforeAll(() => kit.received('100000000'));

const write = <T = { id: string; state: string }>(
  who: Person,
  path: string,
  body: object,
  id = newId(),
) => who.send<T>('POST', `/api/subsidies/${path}`, body, id);
const batchOf = async (id: string) =>
  (await office.maker.get<BatchPage>(`/api/subsidies/batches/${id}`)).body;
const move = async (who: Person, id: string, verb: string, more: object = {}) =>
  write(who, `batches/${id}/steps/${verb}`, { seen: (await batchOf(id)).changedAt, ...more });
const answer = async (id: string, file: Uint8Array) =>
  write<AnswerTaken>(office.maker, `batches/${id}/answers`, {
    ...{ seen: (await batchOf(id)).changedAt, file: Buffer.from(file).toString('base64') },
  });
/** Text in GB18030: the decoder is there, so its sequences of two and four bytes are asked one by one. */
function gb18030(text: string): Buffer {
  const wanted = new Set(text);
  const decoder = new TextDecoder('gb18030');
  const known = new Map<string, number[]>();
  const look = (...bytes: number[]) => {
    const read = decoder.decode(Uint8Array.from(bytes));
    if (wanted.has(read) && !known.has(read)) known.set(read, bytes);
  };
  for (let one = 0; one < 0x80; one++) look(one);
  for (let one = 0x81; one < 0xff; one++) for (let two = 0x40; two < 0xff; two++) look(one, two);
  for (const one of [0x81, 0x82])
    for (let two = 0x30; two < 0x3a; two++)
      for (let three = 0x81; three < 0xff; three++)
        for (let four = 0x30; four < 0x3a; four++) look(one, two, three, four);
  return Buffer.from([...text].flatMap((character) => known.get(character) ?? []));
}
const heads = '序号,户主姓名,账号末四位,金额,结果,原因';

test('applied for, checked, noticed, listed, paid by the bank, tried again; what failed is not spent', async () => {
  const { maker, other, sibling } = office;
  const village = String(BigInt(office.town) + 200n);
  const id = await kit.preparing();
  const main = await kit.signed(id);
  const ids = [newId(), newId(), newId()].toSorted();
  const family = (head: string, accountTail: string, at: number) => ({
    ...{ id: ids[at], village, head, item: '种养奖补', standard: '150000', quantity: 100 },
    accountTail,
  });
  const awards = [family('陈㛃', '1234', 0), family('李𬭎', '5678', 1), family('赵六', '9012', 2)];
  const enter = (who: Person, path = `projects/${id}/awards`) => write(who, path, { awards });
  expect(await enter(maker)).toMatchObject({
    ...{ status: 409, body: { code: 'subsidies.refusal.project_state' } },
  });
  done(await step(maker, id, 'sign'));
  expect((await enter(sibling)).status).toBe(404);
  expect((await enter(maker)).status).toBe(201);

  const listed = async () =>
    (await maker.get<{ rows: AwardRow[] }>(`/api/subsidies/awards?project=${id}`)).body.rows;
  const decide = (who: Person, verb: string, ids: string[], reason?: string) =>
    write(who, `projects/${id}/decisions`, { awards: ids, verb, reason });
  refused(await decide(maker, 'check', ids), 'refusal.same_person');
  refused(await decide(other, 'refuse', ids), 'refusal.reason_needed');
  expect((await decide(other, 'check', ids)).status).toBe(201);
  expect((await listed()).map(({ head, state, mayList }) => [head, state, mayList])).toEqual([
    ...[
      ['陈㛃', 'checked', false],
      ['李𬭎', 'checked', false],
      ['赵六', 'checked', false],
    ],
  ]);

  const list = (which: string[], made = newId()) =>
    write(maker, 'batches', { project: id, awards: which }, made);
  expect((await list(ids)).body).toMatchObject({ code: 'subsidies.refusal.not_noticed' });
  const unnoticed = async () =>
    (await maker.get<SubsidyPage>(`/api/subsidies/projects/${id}`)).body.unnoticed;
  expect(await unnoticed()).toBe(ids.length);
  await kit.notice(id, 'subsidy', ['2022-07-28', '2022-08-03']);
  expect(await unnoticed()).toBe(0);
  await kit.clock('2022-08-04');
  expect((await listed()).every(({ mayList }) => mayList)).toBe(true);
  const first = done(await list(ids), 201);
  refused(await move(maker, first, 'check'), 'refusal.same_person');
  expect((await maker.get(`/api/subsidies/batches/${first}/file.csv`)).status).toBe(409);
  // A list is checked with a request of its own, never with the contractor's.
  const ask = async (amount: string, payee = '代发银行') =>
    done(
      await kit.post(
        maker,
        `projects/${id}/requests`,
        kit.request(main, { kind: 'advance', amount, payee }),
      ),
      201,
    );
  const contractors = await ask('450000', '遂溪路桥公司');
  const asked = await ask('450000');
  expect((await batchOf(first)).requests.map((one) => one.id)).toEqual([asked]);
  for (const request of [null, contractors])
    expect((await move(other, first, 'check', { request })).body).toMatchObject({
      code: 'subsidies.refusal.request_needed',
    });
  done(await move(other, first, 'check', { request: asked }));
  expect((await sibling.get(`/api/subsidies/batches/${first}`)).status).toBe(404);
  const file = await maker.get(`/api/subsidies/batches/${first}/file.csv`);
  expect(file.text).toContain('李𬭎');
  expect((await batchOf(first)).sha256).toBe(
    createHash('sha256')
      .update(file.text.startsWith('\uFEFF') ? file.text : `\uFEFF${file.text}`)
      .digest('hex'),
  );

  const bad = await answer(
    first,
    Buffer.from(`${heads}\n1,陈洁,1234,1500,成功,\n7,某,1,1,成功,\n`),
  );
  expect(bad.body.faults.map(({ code }) => code)).toEqual([
    'name',
    'unknown_line',
    'lacking',
    'lacking',
  ]);
  expect(await batchOf(first)).toMatchObject({
    state: 'checked',
    lines: [{ result: null }, {}, {}],
  });
  // The bank writes GB18030, and cannot write one of the names.
  const good = await answer(
    first,
    gb18030(
      `${heads}\n1,陈㛃,1234,1500.00,成功,\n2,李?,5678,1500,失败,户名含生僻字\n3,赵六,9012,1500,成功,\n`,
    ),
  );
  expect(good.body).toMatchObject({ taken: true, paid: 2, failed: 1 });
  expect(await batchOf(first)).toMatchObject({
    state: 'answered',
    paidCount: 2,
    paidAmount: '300000',
  });
  expect((await listed()).map(({ head, state, reason }) => [head, state, reason])).toContainEqual([
    ...['李𬭎', 'failed', '户名含生僻字'],
  ]);

  const receipt = { receipt: '代发回单 1', day: '2022-08-04' };
  const early = await move(maker, first, 'receipt', receipt);
  expect(early.body).toMatchObject({ code: 'subsidies.refusal.request_not_sent' });
  const submitted = { explanation: '与合同申请同额，为代发' };
  done(await moneyStep(maker, 'requests', id, asked, 'submit', submitted));
  done(await moneyStep(other, 'requests', id, asked, 'check'));
  await kit.dossier(asked);
  done(await moneyStep(maker, 'requests', id, asked, 'send'));
  // On the project's page it would spend what failed, too.
  refused(
    await moneyStep(maker, 'requests', id, asked, 'receipt', receipt),
    'refusal.receipt_of_batch',
  );
  done(await move(maker, first, 'receipt', receipt));
  const paid = async () => (await page(id)).requests.find((one) => one.id === asked);
  expect(await page(id)).toMatchObject({ spent: '300000' });
  expect(await paid()).toMatchObject({ amount: '300000', state: 'paid' });
  // A receipt taken back puts the batch back, too; it is registered once more.
  done(await moneyStep(other, 'requests', id, asked, 'reverse', { reason: '回单错' }));
  expect(await page(id)).toMatchObject({ spent: '0' });
  expect(await batchOf(first)).toMatchObject({ state: 'answered', requests: [{ id: asked }] });
  done(await move(maker, first, 'receipt', { ...receipt, bookedOn: '2022-08-04' }));
  expect(await page(id)).toMatchObject({ spent: '300000' });

  // The failed one again, by itself, without another notice.
  const failed = (await listed()).filter(({ state }) => state === 'failed');
  const second = done(await list(failed.map((row) => row.id)), 201);
  const taken = await move(other, second, 'check', { request: asked });
  expect(taken.body).toMatchObject({ code: 'subsidies.refusal.request_needed' });
  const retry = await ask('150000');
  done(await move(other, second, 'check', { request: retry }));
  // Discarded, the request is the batch's no more, and the batch may name another one.
  done(await moneyStep(maker, 'requests', id, retry, 'discard', { reason: '账号错' }));
  const anew = await ask('150000');
  const again = await answer(second, Buffer.from(`${heads}\n1,李𬭎,5678,1500,成功,\n`));
  expect(again.body).toMatchObject({ taken: true, paid: 1, failed: 0 });
  expect((await batchOf(second)).requests.map((one) => one.id)).toEqual([anew]);
  expect((await batchOf(first)).requestAmount).toBe('300000');
  expect((await batchOf(first)).lines.map((line) => line.again)).toEqual([null, 2, null]);
  const whole = await office.county.get<SubsidyPage>(`/api/subsidies/projects/${id}`);
  expect(whole.body).toMatchObject({
    ...{ mayWrite: false, states: [{ state: 'paid', count: 3, amount: '450000' }] },
    batches: [
      { number: 1, receipt: '代发回单 1' },
      { number: 2, receipt: null },
    ],
  });
  await kit.clock('2022-07-28');
});

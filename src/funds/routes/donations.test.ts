/** Pledges through HTTP: promised, received in parts, granted for their purpose alone; goods beside the money. */
import { expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { put, putProject } from '../../../test/facts.ts';
import { usePapers } from '../../../test/papers.ts';
import { aPerson, type Person } from '../../../test/people.ts';
import { places } from '../../../test/places.ts';
import { aBatch, aPosting, aTeam } from '../../../test/teams.ts';
import { newId } from '../../platform/new-id.ts';
import type { Rows } from '../../teams/store/paging.ts';
import { checkBooks } from '../check.ts';
import type { Donations, GoodsRow, PledgeBooking, PledgePage } from '../contract-donations.ts';

const database = useDatabase();
const { desk, send, done, refused, page, balanceOf } = usePapers(database);

const pledge = (change: object = {}) => ({
  ...{ place: desk.town, donorKind: 'organisation', donor: '演示慈善会', payer: 'donor' },
  ...{ payerPlace: places.county, source: 'donation', amount: '120', pledgedOn: '2022-06-30' },
  ...{ document: '认捐函1号', purpose: '村内照明', ...change },
});
const receipt = (amount: string) => ({ number: `回单${newId()}`, dated: '2022-07-08', amount });
const grant = (amount: string, change: object = {}) => ({
  ...{ ...receipt(amount), dated: '2022-07-20', use: '大岭村路灯', purpose: '村内照明' },
  ...change,
});
const bookingsOf = async (id: string, who: Person, asked = '') =>
  (await who.get<Rows<PledgeBooking>>(`/api/funds/pledges/${id}/bookings${asked}`)).body;
const pledgeOf = async (id: string, who: Person = desk.officer) => ({
  ...(await who.get<PledgePage>(`/api/funds/pledges/${id}`)).body,
  bookings: (await bookingsOf(id, who)).rows,
});

async function booked(id: string, what: 'receipts' | 'grants', body: object) {
  const paper = done(await send(desk.officer, `pledges/${id}/${what}`, body), 201);
  done(await send(desk.officer, `papers/${paper}/submit`, { explanation: '凭银行回单' }));
  done(await send(desk.clerk, `papers/${paper}/check`, {}));
  return paper;
}

test('money arrives in parts, is granted for its purpose, and stands in books of its own', async () => {
  const id = done(await send(desk.officer, 'pledges', pledge()), 201);
  const first = done(await send(desk.officer, `pledges/${id}/receipts`, receipt('60')), 201);
  expect((await page(desk.officer, first)).verbs).toEqual(['submit', 'discard']);
  done(await send(desk.officer, `papers/${first}/submit`, { explanation: null }));
  refused(await send(desk.officer, `papers/${first}/check`, {}), 'same_person');
  expect(await pledgeOf(id)).toMatchObject({ received: '0', outstanding: '120' });
  done(await send(desk.clerk, `papers/${first}/check`, {}));
  await booked(id, 'receipts', receipt('30'));
  refused(await send(desk.officer, `pledges/${id}/receipts`, receipt('31')), 'pledge_exceeded');

  refused(await send(desk.officer, `pledges/${id}/grants`, grant('91')), 'grant_exceeded');
  refused(
    await send(desk.officer, `pledges/${id}/grants`, grant('10', { purpose: '村道硬化' })),
    'purpose_differs',
  );
  await booked(id, 'grants', grant('50'));
  expect(await pledgeOf(id)).toMatchObject({
    ...{ received: '90', outstanding: '30', granted: '50', left: '40', keeps: true },
    bookings: [{ kind: 'grant', use: '大岭村路灯' }, { kind: 'receipt' }, { kind: 'receipt' }],
  });
  expect(await balanceOf(desk.town, 'received')).toBe('40');
  expect(await balanceOf(desk.town, 'spent')).toBe('50');

  // The town and its captain see what the county sees, but for the papers, which are the county's.
  const { rows: lists } = (
    await desk.officer.get<{ rows: unknown[] }>(`/api/funds/pledges?place=${desk.town}`)
  ).body;
  const { bookings } = await pledgeOf(id);
  const begun = await bookingsOf(id, desk.officer, '?limit=2');
  const rest = await bookingsOf(id, desk.officer, `?limit=2&after=${begun.next}`);
  expect([...begun.rows, ...rest.rows]).toEqual(bookings);
  expect([begun.rows.length, rest.next]).toEqual([2, null]);
  const batch = await aBatch(database.db);
  const team = await aTeam(database.db, desk.town);
  const { person: personId } = await aPosting(database.db, team, batch, '队长');
  for (const who of [
    await aPerson(database, desk.server, 'town', desk.town),
    await aPerson(database, desk.server, 'captain', desk.town, { personId }),
  ]) {
    expect(await pledgeOf(id, who)).toMatchObject({
      ...{ received: '90', outstanding: '30', granted: '50', left: '40', keeps: false },
      bookings: bookings.map((one) => ({ ...one, opens: false })),
    });
    const { body } = await who.get<{ rows: unknown[] }>(`/api/funds/pledges?place=${desk.town}`);
    expect(body.rows).toEqual(lists);
    const sums = await who.get<Donations>(`/api/funds/donations?place=${desk.town}`);
    expect(sums.body).toMatchObject({ received: '90', granted: '50', left: '40' });
  }

  // What was granted of it is not taken back from under the grant.
  const back = done(
    await send(desk.officer, `documents/${first}/reverse`, {
      ...{ entries: [], dated: '2022-07-25', reason: '银行退票' },
    }),
    201,
  );
  refused(
    await send(desk.officer, `papers/${back}/submit`, { explanation: null }),
    'granted_already',
  );
  expect(await checkBooks(database.jobs)).toEqual([]);

  // Fiscal figures and who owes what know nothing of it.
  const period = `place=${desk.town}&from=2022-01-01&to=2022-07-28`;
  const { body: figures } = await desk.officer.get<{ values: { code: string; value: string }[] }>(
    `/api/indicators/values?codes=funds.received,funds.own_received,funds.own_spent&${period}`,
  );
  expect(figures.values.map(({ code, value }) => `${code} ${value}`)).toEqual([
    'funds.received 0',
    'funds.own_received 90',
    'funds.own_spent 50',
  ]);
  const { body: standing } = await desk.officer.get<{ rows: unknown[] }>(
    `/api/funds/standing?place=${desk.town}`,
  );
  expect(standing.rows).toEqual([]);
});

test('a grant leaves what projects hold, and what is designated is not there for projects', async () => {
  const [county, town] = [places.county.slice(0, 6), desk.town];
  const id = done(await send(desk.officer, 'pledges', pledge({ purpose: null })), 201);
  await booked(id, 'receipts', receipt('100'));
  const project = await putProject(database.owner, town, {});
  const budget = { payer: 'donor', payer_key: places.county, source: 'donation', year: 2022 };
  await put(database.owner, 'projects.budget', {
    ...{ county, id: newId(), project_id: project, place_key: town, programme: 'self_raised' },
    ...{ ...budget, amount: '60', held: '60' },
  });
  const available = async () => {
    const { rows } = await database.owner.query<{ available: string }>(
      'select available::text as available from projects.quotas_of($1, $2)',
      [county, project],
    );
    return rows[0]?.available;
  };
  const over = done(await send(desk.officer, `pledges/${id}/grants`, grant('50')), 201);
  refused(
    await send(desk.officer, `papers/${over}/submit`, { explanation: '凭银行回单' }),
    'bound_elsewhere',
  );
  expect(await available()).toBe('100');
  await booked(id, 'grants', grant('10'));
  expect(await available()).toBe('90');
  const other = done(await send(desk.officer, 'pledges', pledge()), 201);
  await booked(other, 'receipts', receipt('30'));
  expect(await available()).toBe('90');
  await booked(other, 'grants', grant('20'));
  expect(await available()).toBe('90');
  // What projects hold is not named for a purpose afterwards.
  const consent = { consentedOn: '2022-07-10', consent: '同意函2号', purpose: '村道硬化' };
  refused(await send(desk.officer, `pledges/${id}/designations`, consent), 'bound_elsewhere');
});

test('a receipt is spent once in the county, and a reversal takes back its own paper alone', async () => {
  const id = done(await send(desk.officer, 'pledges', pledge({ purpose: null })), 201);
  await booked(id, 'receipts', receipt('100'));
  const spent = async (number: string) =>
    database.owner.query(
      `select funds.post(array[row(gen_random_uuid(), $1::text, $2::bigint, m.amount, m.measure::funds.measure, 'donor', $3::bigint,
         'donation', 'county', 'self_raised', 'bank_receipt', 2022, m.number, '2022-07-20', null, null)::funds.booking], null)
       from (values (7, 'received', 'R' || $4), (7, 'spent', $4)) m (amount, measure, number)`,
      [places.county.slice(0, 6), desk.otherTown, places.county, number],
    );
  const number = `YH${newId()}`;
  await spent(number);
  const twice = done(
    await send(desk.officer, `pledges/${id}/grants`, grant('10', { number })),
    201,
  );
  refused(
    await send(desk.officer, `papers/${twice}/submit`, { explanation: '凭银行回单' }),
    'receipt_spent',
  );
  const own = `YH${newId()}`;
  const paper = await booked(id, 'grants', grant('10', { number: own }));
  await spent(own);
  const reason = { entries: [], dated: '2022-07-25', reason: '银行退票' };
  const back = done(await send(desk.officer, `documents/${paper}/reverse`, reason), 201);
  expect(await page(desk.officer, back)).toMatchObject({ amount: '10', lines: [{ amount: '10' }] });
  done(await send(desk.officer, `papers/${back}/submit`, { explanation: '银行退票' }));
  done(await send(desk.clerk, `papers/${back}/check`, {}));
  expect(await pledgeOf(id)).toMatchObject({ granted: '0', left: '100' });
  expect(await balanceOf(desk.otherTown, 'spent')).toBe('14');
});

test('two grants at once spend what arrived once', async () => {
  const id = done(await send(desk.officer, 'pledges', pledge({ purpose: null })), 201);
  await booked(id, 'receipts', receipt('100'));
  const papers = await Promise.all(
    ['60', '70'].map(async (amount) => {
      const paper = done(await send(desk.officer, `pledges/${id}/grants`, grant(amount)), 201);
      done(await send(desk.officer, `papers/${paper}/submit`, { explanation: '凭银行回单' }));
      return paper;
    }),
  );
  const answers = await Promise.all(
    papers.map((paper) => send(desk.clerk, `papers/${paper}/check`, {})),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test('another purpose needs the donor’s consent on record, and another office keeps away', async () => {
  const id = done(await send(desk.officer, 'pledges', pledge()), 201);
  await booked(id, 'receipts', receipt('10'));
  const change = { purpose: '村道硬化', consentedOn: '2022-07-10', consent: '同意函2号' };
  refused(
    await send(desk.officer, `pledges/${id}/designations`, { ...change, purpose: '村内照明' }),
    'purpose_same',
  );
  expect(
    (await send(desk.officer, `pledges/${id}/designations`, { purpose: '村道硬化' })).status,
  ).toBe(400);
  expect((await send(desk.sibling, `pledges/${id}/designations`, change)).status).toBe(404);
  refused(await send(desk.province, `pledges/${id}/designations`, change), 'other_office');
  done(await send(desk.officer, `pledges/${id}/designations`, change));
  refused(await send(desk.officer, `pledges/${id}/grants`, grant('1')), 'purpose_differs');
  await booked(id, 'grants', grant('1', { purpose: '村道硬化' }));
  expect((await pledgeOf(id)).designations).toMatchObject([
    { purpose: '村内照明', consent: null },
    { purpose: '村道硬化', consentedOn: '2022-07-10', consent: '同意函2号' },
  ]);
});

test('goods stand beside the money once a second person confirmed them, and a person by the family name', async () => {
  const goods = {
    ...{ place: desk.town, donorKind: 'person', donor: '陈某某', goods: '太阳能路灯' },
    ...{ quantity: '28盏', value: '140', valuedBy: '发票', receivedOn: '2022-07-15' },
    usedFor: '学校门口照明',
  };
  const id = done(await send(desk.officer, 'donated-goods', goods), 201);
  refused(await send(desk.officer, `donated-goods/${id}/confirm`, {}), 'same_person');
  const all = async () =>
    (await desk.clerk.get<Donations>(`/api/funds/donations?place=${desk.town}`)).body;
  expect(await all()).toMatchObject({ goods: '0', donors: [] });
  done(await send(desk.clerk, `donated-goods/${id}/confirm`, {}));
  refused(
    await send(desk.officer, `donated-goods/${id}/discard`, { reason: '重复' }),
    'goods_decided',
    409,
  );
  expect(await all()).toMatchObject({
    ...{ amount: '0', received: '0', goods: '140' },
    donors: [{ donorKind: 'person', donor: '陈**', pledges: 0, goods: '140' }],
  });
  const { body } = await desk.clerk.get<{ rows: GoodsRow[] }>(
    `/api/funds/donated-goods?place=${desk.town}`,
  );
  expect(body.rows).toMatchObject([{ donor: '陈**', state: 'confirmed', verbs: [] }]);
  expect(await balanceOf(desk.town, 'received')).toBe('0');
  const { rows } = await database.owner.query(
    `select 1 from access.audit where to_jsonb(audit)::text like '%陈某某%'`,
  );
  expect(rows).toEqual([]);
});

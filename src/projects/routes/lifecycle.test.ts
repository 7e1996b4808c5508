// A project from the idea to the asset, with its money: each step refused first, then taken, and what the ledger says after it.
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import type { Person } from '../../../test/people.ts';
import { places } from '../../../test/places.ts';
import { useProjects } from '../../../test/projects.ts';
import { newId } from '../../platform/new-id.ts';

const database = useDatabase();
const kit = useProjects(database);
const { office, post, done, refused, page, step, moneyStep } = kit;

beforeAll(() => kit.received('100000000'));

describe('from the idea to the asset', () => {
  test('a project goes its way, and the ledger says what it costs', async () => {
    const { maker, other, county } = office;
    await kit.clock('2022-06-10');
    const short = await kit.shortfall('大岭村道未硬化');
    const id = done(
      await post(maker, 'projects', kit.project({ shortfalls: [short], operating: true })),
      201,
    );
    expect(await page(id)).toMatchObject({ number: '2022-001', state: 'idea', budget: '30000000' });

    refused(await step(maker, id, 'propose'), 'missing.benefit_link');
    const { shortfalls: _, ...head } = kit.project({ shortfalls: [short] });
    const { town: __, ...amended } = { ...head, operating: true, benefitLink: 'jobs' as const };
    const seen = (await page(id)).changedAt;
    done(await post(maker, `projects/${id}/amend`, { ...amended, shortfalls: [short], seen }));
    refused(
      await post(maker, `projects/${id}/amend`, { ...amended, shortfalls: [short], seen }),
      'refusal.changed_since',
      409,
    );
    refused(await step(maker, id, 'propose'), 'missing.notice_proposal');

    const posted = await kit.notice(id, 'proposal', ['2022-06-01', '2022-06-08']);
    const objection = done(
      await post(maker, `notices/${posted}/objections`, {
        ...{ receivedOn: '2022-06-05', said: '走向绕开了东边三户' },
      }),
      201,
    );
    await kit.paper(id, 'minutes');
    refused(await step(maker, id, 'propose'), 'missing.notice_proposal');
    expect((await page(id)).steps.find(({ verb }) => verb === 'propose')?.missing).toEqual([
      'notice_proposal',
    ]);
    done(
      await post(maker, `objections/${objection}/answer`, {
        ...{ answer: '线路已延长到东边三户', answeredOn: '2022-06-06' },
      }),
    );
    done(await step(maker, id, 'propose'));

    refused(await step(maker, id, 'pass'), 'refusal.same_person');
    refused(await step(county, id, 'approve'), 'refusal.state', 409);
    refused(await step(other, id, 'return'), 'refusal.reason_needed');
    done(await step(other, id, 'pass'));
    refused(await step(other, id, 'approve'), 'refusal.other_office');
    refused(await step(county, id, 'approve'), 'missing.paper_review');
    await kit.paper(id, 'review', county);
    done(await step(county, id, 'approve'));
    refused(
      await post(maker, `projects/${id}/notices`, kit.posting('plan', '2022-06-09')),
      'refusal.day_before',
    );
    refused(
      await post(maker, `projects/${id}/notices`, kit.posting('award', '2022-06-10')),
      'refusal.notice_state',
      409,
    );
    await kit.notice(id, 'plan', ['2022-06-10', '2022-06-17']);
    await kit.clock('2022-06-20');
    done(await step(county, id, 'plan'));
    expect((await page(id)).budgetLines).toMatchObject([{ held: '30000000' }]);
    done(await step(maker, id, 'prepare'));

    await kit.notice(id, 'award', ['2022-06-20', '2022-06-27']);
    await kit.clock('2022-07-28');
    refused(await step(maker, id, 'sign'), 'missing.contract_in_force');
    refused(
      await post(maker, `projects/${id}/contracts`, kit.contract({ signedOn: '2022-08-01' })),
      'refusal.day_to_come',
    );
    const founded = kit.contract({ contractorFounded: '2022-07-29' });
    refused(await post(maker, `projects/${id}/contracts`, founded), 'refusal.founded_to_come');
    const large = done(
      await post(maker, `projects/${id}/contracts`, kit.contract({ amount: '30000001' })),
      201,
    );
    refused(await moneyStep(maker, 'contracts', id, large, 'submit'), 'refusal.above_budget');
    done(await moneyStep(maker, 'contracts', id, large, 'discard', { reason: '金额有误' }));
    const before = await kit.balanceOf('committed');
    const main = await kit.signed(id, { contractorFounded: '2022-07-01' });
    expect((await page(id)).contracts.find((one) => one.id === main)).toMatchObject({
      contractorFounded: '2022-07-01',
    });
    expect(Number(await kit.balanceOf('committed')) - Number(before)).toBe(28_000_000);
    // The contractor's age is corrected once it was checked: by another person, with a reason, and nothing else moves.
    const licence = { founded: '2022-06-01', reason: '执照日期录错' };
    const correct = (who: Person, more: object = {}) =>
      moneyStep(who, 'contracts', id, main, 'correct', { ...licence, ...more });
    refused(await correct(maker), 'refusal.same_person');
    refused(await correct(other, { reason: null }), 'refusal.reason_needed');
    refused(await correct(other, { founded: '2022-07-29' }), 'refusal.founded_to_come');
    refused(await correct(other, { founded: '2022-07-01' }), 'refusal.founded_same');
    refused(await correct(other, { founded: null }), 'refusal.founded_needed');
    done(await correct(other));
    const corrected = await page(id);
    expect(corrected.contracts.find((one) => one.id === main)).toMatchObject({
      ...{ state: 'in_force', contractorFounded: '2022-06-01', amount: '28000000' },
    });
    expect(corrected.events).toContainEqual(
      expect.objectContaining({ verb: 'correct', reason: '2022-07-01 → 2022-06-01 执照日期录错' }),
    );
    const { rows: audited } = await database.owner.query(
      `select before, after ->> 'founded' as founded from access.audit
       where object = $1 and outcome = 'done' and after ->> 'verb' = 'correct'`,
      [`contract ${main}`],
    );
    expect(audited).toEqual([
      { before: { state: 'in_force', founded: '2022-07-01' }, founded: '2022-06-01' },
    ]);
    await kit.paper(id, 'contract');
    done(await step(maker, id, 'sign'));
    done(await step(maker, id, 'start', { day: '2022-07-28' }));
    refused(await step(maker, id, 'complete', { day: '2022-07-28' }), 'missing.progress_full');
    done(await step(maker, id, 'report', { progress: 60 }));
    refused(await step(maker, id, 'report', { progress: 50 }), 'refusal.progress_back');

    // Asked for: never above the contract less what is kept back, and not twice at once.
    const ask = (change: object) =>
      post(maker, `projects/${id}/requests`, kit.request(main, change));
    const tooMuch = done(await ask({ kind: 'progress', amount: '27160001' }), 201);
    refused(await moneyStep(maker, 'requests', id, tooMuch, 'submit'), 'refusal.above_contract');
    const first = done(await ask({ kind: 'progress', amount: '16800001', invoice: 'FP001' }), 201);
    refused(await moneyStep(maker, 'requests', id, first, 'submit'), 'refusal.explain_first');
    done(await moneyStep(maker, 'requests', id, first, 'submit', { explanation: '材料已进场' }));
    refused(await moneyStep(maker, 'requests', id, first, 'check'), 'refusal.same_person');
    done(await moneyStep(other, 'requests', id, first, 'check'));
    refused(await moneyStep(maker, 'requests', id, first, 'send'), 'missing.dossier');
    await kit.dossier(first);
    refused(await moneyStep(maker, 'requests', id, first, 'send'), 'missing.paper_invoice');
    await kit.paper(id, 'invoice');
    // What was put together before it was checked again is of another request.
    done(await moneyStep(maker, 'requests', id, first, 'recall', { reason: '金额再核' }));
    done(await moneyStep(maker, 'requests', id, first, 'submit', { explanation: '材料已进场' }));
    done(await moneyStep(other, 'requests', id, first, 'check'));
    const sending = (await page(id)).requests.find((one) => one.id === first)?.deeds;
    expect(sending?.find(({ verb }) => verb === 'send')?.missing).toEqual(['dossier']);
    await kit.dossier(first);
    done(await moneyStep(maker, 'requests', id, first, 'send'));
    const paidWith = { receipt: '国库回单 0001', day: '2022-07-28' };
    done(await moneyStep(maker, 'requests', id, first, 'receipt', paidWith));
    expect(await page(id)).toMatchObject({ spent: '16800001', committed: '28000000' });
    const again = done(await ask({ kind: 'progress', amount: '100', invoice: 'FP001' }), 201);
    expect((await page(id)).requests.find((one) => one.id === again)?.hints).toMatchObject([
      { code: 'ahead_of_progress' },
      { code: 'same_invoice' },
    ]);
    done(await moneyStep(maker, 'requests', id, again, 'discard', { reason: '重复' }));
    done(await moneyStep(maker, 'requests', id, tooMuch, 'discard', { reason: '金额有误' }));

    done(await step(maker, id, 'report', { progress: 100 }));
    done(await step(maker, id, 'complete', { day: '2022-07-28' }));
    refused(await step(maker, id, 'accept', { day: '2022-07-28' }), 'refusal.same_person');
    await kit.notice(id, 'acceptance', ['2022-07-28', '2022-08-04']);
    await kit.paper(id, 'acceptance');
    await kit.clock('2022-08-05');
    done(await step(other, id, 'accept', { day: '2022-08-05' }));
    expect((await page(id)).shortfalls).toMatchObject([{ id: short, closedOn: '2022-08-05' }]);
    const early = done(await ask({ kind: 'final', amount: '100' }), 201);
    refused(await moneyStep(maker, 'requests', id, early, 'submit'), 'refusal.before_settlement');
    done(await moneyStep(maker, 'requests', id, early, 'discard', { reason: '先结算' }));

    refused(await step(county, id, 'settle', { day: '2022-08-05' }), 'missing.settlement');
    await kit.signed(id, { kind: 'settlement', changes: main, amount: '27500000' });
    await kit.paper(id, 'audit', county);
    done(await step(county, id, 'settle', { day: '2022-08-05' }));
    expect(await page(id)).toMatchObject({
      committed: '27500000',
      budgetLines: [{ held: '27500000' }],
    });
    const rest = done(await ask({ kind: 'final', amount: '9874999' }), 201);
    done(await moneyStep(maker, 'requests', id, rest, 'submit'));
    const retained = done(await ask({ kind: 'final', amount: '1' }), 201);
    refused(await moneyStep(maker, 'requests', id, retained, 'submit'), 'refusal.above_contract');

    refused(await step(maker, id, 'hand_over', { day: '2022-08-05' }), 'missing.asset');
    const asset = {
      ...{ kind: 'public', name: '大岭村道', ownerKind: 'village', owner: '大岭村集体' },
      ...{ keeper: null, upkeep: null, value: '27500000', registerNumber: null },
      takenOverOn: '2022-08-05',
    };
    refused(await post(maker, `projects/${id}/assets`, asset), 'refusal.upkeep_needed');
    done(
      await post(maker, `projects/${id}/assets`, {
        ...asset,
        upkeep: '村保洁员，每月一次，村集体',
      }),
      201,
    );
    done(await step(maker, id, 'hand_over', { day: '2022-08-05' }));
    expect(await page(id)).toMatchObject({ state: 'handed_over', handedOn: '2022-08-05' });
    await kit.clock('2022-07-28');
  });

  test('what is held is never more than what was received', async () => {
    const left = BigInt((await page(await kit.planned())).budgetLines[0]?.left ?? '0');
    const id = await kit.planned({ budget: [kit.source(String(left - 30_000_000n))] });
    expect((await page(id)).budgetLines[0]?.left).toBe(String(left - 30_000_000n));
    await expect(kit.planned({ budget: [kit.source('1')] })).rejects.toThrow('missing.quota');
    done(await step(office.county, id, 'terminate', { reason: '选址有变' }));
    await kit.planned({ budget: [kit.source('1')] });
  });

  test('no money without a signed contract, no short form for the treasury’s money, no number twice', async () => {
    const { maker } = office;
    await kit.received('60000000');
    const light = kit.project({ light: true });
    refused(await post(maker, 'projects', light), 'refusal.light_self_raised');
    const id = await kit.preparing();
    const number = `HT-${newId()}`;
    const main = await kit.signed(id, { number });
    const early = await post(maker, `projects/${id}/requests`, kit.request(main));
    refused(early, 'refusal.state', 409);
    done(await step(maker, id, 'sign'));
    const before = kit.request(main, { askedOn: '2022-07-01' });
    refused(await post(maker, `projects/${id}/requests`, before), 'refusal.day_before');
    const other = await kit.preparing();
    const again = await post(maker, `projects/${other}/contracts`, kit.contract({ number }));
    refused(again, 'refusal.number_taken');
  });

  test('two offices plan with the same money at once: one of them holds it', async () => {
    await kit.received('5000000', { source: 'county_fund', payer: 'county', year: 2022 });
    const budget = [
      {
        ...{ ...kit.source('4000000'), source: 'county_fund' as const, payer: 'county' as const },
        payerPlace: places.county,
      },
    ];
    const two = [await kit.stocked({ budget }), await kit.stocked({ budget })];
    const both = await Promise.all(two.map((id) => step(office.county, id, 'plan')));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });
});

describe('who sees and does what', () => {
  test('another county neither sees nor touches a project', async () => {
    const id = await kit.planned({ budget: [kit.source('2')] }).catch(() => undefined);
    const any =
      id ??
      (
        await office.maker.get<{ rows: { id: string }[] }>(
          `/api/projects/projects?place=${office.town}`,
        )
      ).body.rows[0]?.id;
    expect((await office.sibling.get(`/api/projects/projects/${any}`)).status).toBe(404);
    const seen = (await page(any ?? '')).changedAt;
    const answer = await post(office.sibling, `projects/${any}/steps/prepare`, { seen });
    expect(answer.status).toBe(404);
    expect((await office.sibling.get(`/api/projects/projects?place=${office.town}`)).status).toBe(
      404,
    );
  });

  test('the library finds by number of contract or invoice, and by the money of a line of the quota book', async () => {
    const id = await kit.preparing();
    const main = await kit.signed(id, { number: '遂府合〔2022〕找1号' });
    done(await step(office.maker, id, 'sign'));
    done(
      await post(office.maker, `projects/${id}/requests`, kit.request(main, { invoice: 'FP找-1' })),
      201,
    );
    const found = async (more: Record<string, string>) => {
      const query = new URLSearchParams({ place: office.town, limit: '200', ...more });
      const { rows } = (
        await office.county.get<{ rows: { id: string }[] }>(`/api/projects/projects?${query}`)
      ).body;
      return rows.map((row) => row.id);
    };
    expect(await found({ words: '遂府合〔2022〕找1号' })).toEqual([id]);
    expect(await found({ words: 'fp 找-1' })).toEqual([id]);
    expect(await found({ words: '找1号' })).toEqual([]);
    const line = { source: 'provincial_fund', programme: 'special_fund', moneyYear: '2022' };
    expect(await found(line)).toContain(id);
    expect(await found({ ...line, moneyYear: '2021' })).toEqual([]);
    expect(await found({ ...line, source: 'county_fund' })).not.toContain(id);
  });

  test('board, library and matters tell the same', async () => {
    const url = `/api/projects/projects?place=${office.town}&limit=200`;
    const { rows } = (await office.county.get<{ rows: { id: string; state: string }[] }>(url)).body;
    const board = await office.county.get<{ columns: { state: string; count: number }[] }>(
      `/api/projects/board?place=${office.town}`,
    );
    for (const { state, count } of board.body.columns)
      expect(count, state).toBe(rows.filter((row) => row.state === state).length);
    const matters = await office.maker.get<{ rows: { state: string; verb: string }[] }>(
      '/api/projects/matters',
    );
    expect(matters.body.rows.filter(({ state }) => state === 'planned')).not.toEqual([]);
    expect(matters.body.rows.every(({ verb }) => verb !== null)).toBe(true);
  });
});

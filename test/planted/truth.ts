/**
 * What each rule has to find and what it must not, with the smallest differences between the two. Each deed answers the
 * object the rule would name: a positive where `yes`, otherwise a near miss of the kind `n`.
 */
import { addDays } from '../../src/kit/period.ts';
import { newId } from '../../src/platform/new-id.ts';
import { type Ground, today } from './ground.ts';

type Plant = (on: Ground, yes: boolean, n: number) => string;
const ago = (days: number) => addDays(today, -days);
const limit = 10_000_000;
const int = (on: Ground, from: number, to: number) => from + on.random.below(to - from + 1);

/** A project with one contract of 900,000 yuan. */
function work(
  on: Ground,
  wishes: Record<string, unknown> = {},
  contract: Record<string, unknown> = {},
  budget?: number,
) {
  const place = on.place();
  const project = on.project(place, wishes, budget);
  return { place, project, contract: on.contract(place, project, contract) };
}
/** Two requests of one contract, the later of which is answered. */
function pair(on: Ground, first: Record<string, unknown>, second: Record<string, unknown>) {
  const { place, project, contract } = work(on, { progress: 100 });
  on.request(place, project, contract, first);
  return on.request(place, project, contract, second);
}

export const truth: Record<string, Plant> = {
  idle_money: (on, yes, n) => {
    const place = on.place();
    const least = limit;
    const account = on.quota(
      place,
      yes ? least + int(on, 0, 1e9) : n % 3 === 1 ? least - 1 : least,
    );
    const first = yes || n % 3 === 1 ? ago(366 + int(on, 0, 300)) : ago(n % 3 === 0 ? 365 : 100);
    on.entry(place, 'received', account, first, least);
    if (!yes && n % 3 === 2) {
      const old = on.entry(place, 'received', account, ago(700), least);
      on.entry(place, 'received', account, ago(690), -least, old);
    }
    return account;
  },
  rush_spending: (on, yes, n) => {
    const place = on.place();
    const account = on.quota(place, 0);
    const whole = !yes && n % 3 === 2 ? limit - 1 : limit * (1 + int(on, 0, 9));
    const late = yes ? Math.floor(whole / 2) + 1 + int(on, 0, 1000) : Math.floor(whole / 2);
    const lateDay = !yes && n % 3 === 1 ? '2021-11-30' : '2021-12-01';
    on.entry(place, 'spent', account, '2021-10-08', whole - late);
    on.entry(place, 'spent', account, lateDay, late);
    return `${place}/2021`;
  },
  over_budget: (on, yes) => {
    const { place, project, contract } = work(
      on,
      { progress: 100 },
      { amount: 60_000_000 },
      50_000_000,
    );
    on.request(place, project, contract, { amount: 20_000_000 });
    on.request(place, project, contract, {
      amount: yes ? 30_000_001 : 30_000_000,
      asked_on: '2022-06-20',
    });
    return project;
  },
  contract_over_budget: (on, yes, n) => {
    const budget = 50_000_000;
    const main = yes ? budget - 10 : n % 2 === 0 ? budget : budget + 10;
    const { place, project, contract } = work(on, {}, { amount: main }, budget);
    if (yes || n % 2 === 1)
      on.contract(place, project, {
        ...{ kind: 'variation', changes: contract, signed_on: '2022-04-01' },
        amount: yes ? budget + 1 : budget,
      });
    return project;
  },
  off_purpose: (on, yes, n) => {
    const said = on.random.of(['镇政府办公楼改造', '偿还债务', '公务用车购置', '干部奖金']);
    if (yes) return work(on, { content: said }).project;
    return n % 2 === 0
      ? work(on, { name: '农业办公桌椅以旧换新', content: '办公用品、债券宣传、车道硬化' }).project
      : work(on, { name: said, state: 'discarded' }).project;
  },
  ahead_of_progress: (on, yes, n) => {
    const progress = 10 + int(on, 0, 60);
    const wishes = { progress, ...(!yes && n % 3 === 1 ? { started_on: null, progress: 0 } : {}) };
    const accepted = !yes && n % 3 === 2 ? { accepted_on: '2022-07-01' } : {};
    const { place, project, contract } = work(on, { ...wishes, ...accepted });
    const exact = 900_000 * (n % 3 === 1 && !yes ? 30 : progress + 10);
    on.request(place, project, contract, {
      amount: yes ? exact + 1 : n % 3 === 2 ? 89_000_000 : exact,
    });
    return contract;
  },
  slow_project: (on, yes, n) => {
    if (yes)
      return on.random.chance(0.5)
        ? work(on, { planned_from: '2021-03-01', planned_to: ago(31 + int(on, 0, 200)) }).project
        : work(on, { state: 'contracted', planned_from: ago(31), started_on: null }).project;
    return n % 2 === 0
      ? work(on, { planned_to: ago(30) }).project
      : work(on, { state: 'completed', planned_to: ago(100) }).project;
  },
  parked_money: (on, yes, n) => {
    const { place, project, contract } = work(on, { progress: yes || n % 2 === 0 ? 0 : 1 });
    const asked_on = ago(yes || n % 2 === 1 ? 91 + int(on, 0, 50) : 90);
    on.request(place, project, contract, { kind: 'advance', state: 'paid', asked_on });
    return contract;
  },
  disclosure_gap: (on, yes, n) => {
    on.without.add('award');
    const { place, project } = work(on, { light: !yes && n % 2 === 1 });
    on.without.clear();
    on.notice(place, project, 'award', yes ? today : ago(1));
    return project;
  },
  asset_drift: (on, yes, n) => {
    const state = !yes && n % 2 === 1 ? 'handed_over' : 'settled';
    return work(on, { state, progress: 100, accepted_on: ago(yes || n % 2 === 1 ? 181 : 180) })
      .project;
  },
  asset_value: (on, yes, n) => {
    const settled = { progress: 100, state: 'settled', accepted_on: ago(10) };
    const state = !yes && n % 3 === 1 ? 'accepted' : 'settled';
    const { place, project, contract } = work(on, { ...settled, state }, { amount: 80_000_000 });
    on.contract(place, project, { kind: 'settlement', changes: contract, signed_on: '2022-06-01' });
    // Settled at 900,000 yuan; one part in a hundred of it is 9,000.
    const apart = yes || n % 3 !== 0 ? 900_001 : 900_000;
    const sign = on.random.chance(0.5) ? 1 : -1;
    const both = !yes && n % 3 === 2;
    on.asset(place, project, { value: 90_000_000 + sign * apart - (both ? 1_000_000 : 0) });
    if (both) on.asset(place, project, { value: 1_000_000 - sign * apart });
    return project;
  },
  asset_unkept: (on, yes, n) => {
    const { place, project } = work(on, { state: 'handed_over', accepted_on: ago(100) });
    const bare = on.random.of([{ keeper: null }, { keeper: ' ' }, { upkeep: null }]);
    const near = [
      { ...bare, taken_over_on: ago(30) },
      { kind: 'household', keeper: null, upkeep: null, taken_over_on: ago(90) },
      { kind: 'operating', upkeep: null, taken_over_on: ago(90) },
      { ...bare, condition: 'disposed', taken_over_on: ago(90) },
    ][n % 4];
    on.asset(place, project, yes ? { ...bare, taken_over_on: ago(31) } : near);
    return project;
  },
  asset_idle: (on, yes, n) => {
    const { place, project } = work(on, { state: 'handed_over', accepted_on: ago(900) });
    const put = (wishes: Record<string, unknown>, ...earned: (readonly [number, number])[]) => {
      const asset = on.asset(place, project, { kind: 'operating', ...wishes });
      for (const [year, income] of earned) on.income(place, asset, year, income);
    };
    const [long, value] = [{ taken_over_on: '2020-12-01' }, 90_000_000];
    const positives = [
      () => put({ taken_over_on: ago(366) }),
      () => put(long, [2021, 0]),
      () => put({ ...long, condition: 'idle' }, [2021, value]),
      () => put(long, [2021, value / 100 - 1]),
      // Nothing in a year is less than little, also where this year earned again.
      () => put(long, [2021, 0], [2022, 1]),
    ];
    const near = [
      () => put({ taken_over_on: ago(365) }),
      () => put(long, [2021, value / 100]),
      () => put({ taken_over_on: '2021-01-02' }, [2021, 1]),
      () => put({ kind: 'public', ...long }),
    ];
    const kinds = yes ? positives : near;
    kinds[n % kinds.length]?.();
    return project;
  },
  back_dated: (on, yes, n) => {
    const { place, project } = work(on);
    const recorded = '2022-07-01';
    const kind = !yes && n % 2 === 1 ? 'invoice' : 'acceptance';
    on.document(place, project, kind, addDays(recorded, yes || n % 2 === 1 ? -61 : -60), recorded);
    return project;
  },
  before_contract: (on, yes) => {
    const { place, project, contract } = work(on, { progress: 100 });
    return on.request(place, project, contract, { asked_on: yes ? '2022-02-19' : '2022-02-20' });
  },
  before_acceptance: (on, yes, n) => {
    const done = !yes && n % 2 === 0;
    const { place, project, contract } = work(on, {
      progress: 100,
      accepted_on: done ? '2022-06-01' : null,
    });
    const kind = !yes && n % 2 === 1 ? 'progress' : on.random.of(['final', 'retention']);
    return on.request(place, project, contract, { kind, asked_on: '2022-06-01' });
  },
  duplicate_payment: (on, yes, n) => {
    const amount = 5_000_000 + int(on, 0, 1_000_000);
    const gap = yes || n % 2 === 1 ? int(on, 1, 15) : 16;
    const kind = !yes && n % 2 === 1 ? 'advance' : 'progress';
    return pair(
      on,
      { amount, asked_on: '2022-05-01', kind },
      { amount, asked_on: addDays('2022-05-01', gap) },
    );
  },
  same_amount_twin: (on, yes, n) => {
    const amount = !yes && n % 2 === 1 ? 999_999 : 1_000_000 + int(on, 0, 1e7);
    const payee = `孪生${on.next()}`;
    const [one, two] = [work(on), work(on)];
    on.request(one.place, one.project, one.contract, { amount, payee, asked_on: '2022-05-01' });
    const asked_on = addDays('2022-05-01', yes || n % 2 === 1 ? 30 : 31);
    return on.request(two.place, two.project, two.contract, { amount, payee, asked_on });
  },
  duplicate_invoice: (on, yes, n) => {
    const invoice = n % 2 === 1 && !yes ? ' ' : `重 A${on.next()}`;
    const [one, two] = [work(on), work(on)];
    const state = !yes && n % 2 === 0 ? 'discarded' : 'paid';
    on.request(one.place, one.project, one.contract, { invoice, state });
    return on.request(two.place, two.project, two.contract, {
      invoice: ` ${invoice.replace(' ', '').toLowerCase()}`, // typed in another way
      asked_on: '2022-06-01',
    });
  },
  split_invoice: (on, yes, n) => {
    const { place, project, contract } = work(on, { progress: 100 });
    const payee = `拆分${on.next()}`;
    const parts =
      yes || n % 2 === 1 ? [4_000_000, 3_000_001, 3_000_000] : [4_000_000, 3_000_001, 2_999_998];
    const gap = yes || n % 2 === 0 ? [0, 3, 7] : [0, 8, 16];
    const [first = ''] = parts.map((amount, at) =>
      on.request(place, project, contract, {
        amount,
        payee,
        asked_on: addDays('2022-05-01', gap[at] ?? 0),
      }),
    );
    return first;
  },
  split_contract: (on, yes, n) => {
    const place = on.place();
    const contractor = `拆分公司${on.next()}`;
    const parts = yes || n % 2 === 1 ? [6_000_000, 4_000_000] : [6_000_000, 3_999_999];
    const [first = ''] = parts.map((amount, at) =>
      on.contract(place, on.project(place), {
        ...{ amount, contractor },
        signed_on: addDays('2022-03-01', at === 0 ? 0 : yes || n % 2 === 0 ? 60 : 61),
      }),
    );
    return first;
  },
  threshold_hugging: (on, yes, n) => {
    const amount = yes ? int(on, 8_500_000, 9_999_999) : [8_499_999, limit, 9_900_000][n % 3];
    return work(on, { light: !yes && n % 3 === 2 }, { amount }).contract;
  },
  supplier_concentration: (on, yes, n) => {
    const place = on.place();
    const contractor = `集中公司${on.next()}`;
    const put = (amount: number, who?: string) =>
      on.contract(place, on.project(place), { amount, ...(who ? { contractor: who } : {}) });
    put(30_000_000, contractor);
    put(yes || n % 2 === 1 ? 30_000_001 : 30_000_000, contractor);
    put(yes || n % 2 === 0 ? 20_000_000 : 40_000_000);
    if (yes || n % 2 === 0) put(20_000_000);
    return `${place}/2022/${contractor}`;
  },
  young_supplier: (on, yes, n) => {
    const signed_on = '2022-02-20';
    const age = yes ? int(on, -30, 179) : n % 3 === 0 ? 180 : 1;
    const amount = !yes && n % 3 === 1 ? limit - 1 : limit;
    const unknown = !yes && n % 3 === 2;
    const contractor_founded = unknown ? null : addDays(signed_on, -age);
    return work(on, {}, { amount, signed_on, contractor_founded }).contract;
  },
  shared_account: (on, yes, n) => {
    const account_tail = String(1000 + int(on, 0, 8999));
    const [one, elsewhere] = [work(on), work(on)];
    const payee = `同户${on.next()}`;
    on.request(one.place, one.project, one.contract, {
      account_tail,
      payee,
      asked_on: '2021-06-01',
    });
    const at = !yes && n % 3 === 0 ? elsewhere : one;
    return on.request(at.place, at.project, at.contract, {
      ...{ account_tail, asked_on: addDays('2021-06-01', !yes && n % 3 === 2 ? 366 : 365) },
      ...(!yes && n % 3 === 1 ? { payee } : {}),
    });
  },
  changed_account: (on, yes, n) => {
    const payee = `换户${on.next()}`;
    return pair(
      on,
      { payee, account_tail: '1234', asked_on: '2022-05-01' },
      { payee, account_tail: yes ? '4321' : n % 2 === 0 ? '1234' : null, asked_on: '2022-06-01' },
    );
  },
  same_person: (on, yes, n) => {
    const { place, project, contract } = work(on);
    const person = newId();
    const way = n % 3;
    // A person has one account at a time: the other was disabled since.
    const maker = on.account(place, person, '2022-06-01');
    const checker =
      yes && way === 0 ? maker : on.account(place, yes && way === 1 ? person : newId());
    const address = `10.0.${on.next()}.1`;
    on.session(maker, address, 'Firefox');
    on.session(checker, address, !yes && way === 1 ? 'Chromium' : 'Firefox');
    const gap = !yes && way !== 1 ? '11' : '09';
    on.event(place, project, 'contract', contract, 'submit', maker, '2022-05-01T09:00:00+08:00');
    on.event(
      place,
      project,
      'contract',
      contract,
      'check',
      checker,
      `2022-05-01T09:${gap}:00+08:00`,
    );
    return contract;
  },
};

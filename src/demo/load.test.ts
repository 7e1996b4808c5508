import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useDemonstration } from '../../test/database.ts';
import { lastingKeys } from '../../test/own-program.ts';
import { identityFault, isMobileNumber } from '../kit/identity-number.ts';
import { placeOf, secretsUnder } from '../platform/secrets/envelope.ts';
import { keysFrom } from '../platform/secrets/keys.ts';
import { figures } from './figures-for-tests.ts';
import { loadDemonstration } from './load.ts';

const secrets = secretsUnder(keysFrom(lastingKeys));

describe('the demonstration', () => {
  const d = useDemonstration();

  const one = async (text: string): Promise<string> => {
    const { rows } = await d.owner.query<{ value: string | number | null }>(text);
    return String(rows[0]?.value);
  };

  test.each(figures)('$id $what', async ({ query, expected }) => {
    const value = await one(query);
    if (typeof expected === 'string') expect(value).toBe(expected);
    else {
      expect(Number(value)).toBeGreaterThanOrEqual(expected.from);
      expect(Number(value)).toBeLessThanOrEqual(expected.to);
    }
  });

  test('numbers of its people open, are good as made-up ones alone, and are no two people’s', async () => {
    const { rows } = await d.owner.query<{
      id: string;
      born: number;
      sealed: Buffer;
      phone: Buffer;
    }>(
      `select id, born_in as born, id_number as sealed, phone from teams.person
       where id_number is not null and phone is not null order by id limit 500`,
    );
    expect(rows).toHaveLength(500);
    for (const { id, born, sealed, phone } of rows) {
      const number = secrets.open(sealed, placeOf('teams.person', id, 'id_number'));
      const about = { today: '2022-07-28', bornIn: born };
      expect(identityFault(number, { ...about, madeUp: true })).toBe(null);
      expect(identityFault(number, { ...about, madeUp: false })).toBe('area');
      const mobile = secrets.open(phone, placeOf('teams.person', id, 'phone'));
      expect([isMobileNumber(mobile, true), isMobileNumber(mobile, false)]).toEqual([true, false]);
    }
    const twice =
      'select count(*) - count(distinct phone_index) as value from teams.person where phone_index is not null';
    expect(await one(twice)).toBe('0');
  });

  test('the first document of 2021 has four binding tasks, a project for each', async () => {
    expect(
      await one(`select string_agg(t.name || ' ' || (select string_agg(j.number, ' ') from projects.project j
          where j.binding_task = t.name and j.place_key = 990101100000 and j.state <> 'discarded'), '；' order by t.position) as value
        from funds.paper_task t join funds.paper p on p.id = t.paper_id where t.binding and p.number like '演财农〔2021〕演%'`),
    ).toBe('防返贫监测 22-4；污水治理 21-3；扶贫资产管护 22-5；农村电商 22-6');
  });

  test('loading it twice is refused and changes nothing', async () => {
    const before = await one('select count(*) as value from teams.posting');
    await expect(loadDemonstration(d.owner, { secrets })).rejects.toThrow('loaded already');
    expect(await one('select count(*) as value from teams.posting')).toBe(before);
  });

  test('balances are the sums of the entries; no money was spent that had not come', async () => {
    expect(
      await one(`
        with moved as (
          select county, account, sum(amount) as amount from (
            select county, debit_account as account, amount from funds.entry
            union all select county, credit_account, -amount from funds.entry) sides group by 1, 2)
        select count(*) as value from funds.account a left join moved m on m.county = a.county and m.account = a.id
        where a.balance <> coalesce(m.amount, 0)`),
    ).toBe('0');
    // On no day, not only at the end: payments follow receipts.
    expect(
      await one(`
        select count(*) as value from (
          select sum(case measure when 'received' then amount else -amount end)
            over (partition by place_key, source, programme, year
              order by booked_on, measure, id rows unbounded preceding) as left_over
          from funds.entry where measure in ('received', 'spent')) days where left_over < 0`),
    ).toBe('0');
  });

  test('documents are worth their lines', async () => {
    expect(
      await one(`
        select count(*) as value from funds.document d
        where amount <> (select coalesce(sum(amount), 0) from funds.entry e
          where e.document_number = d.number and e.measure = d.measure)`),
    ).toBe('0');
  });

  test('teams are in shape: 5-8 cadres, 4-9 units, one lead, places short of the rule', async () => {
    const { rows } = await sql<Record<string, number>>`
      select min(cadres)::int as "fewestCadres", max(cadres)::int as "mostCadres", min(units)::int as "fewestUnits",
        max(units)::int as "mostUnits", min(leads)::int as "fewestLeads", max(leads)::int as "mostLeads" from (
        select (select count(*) from teams.posting p where p.team_id = t.id and p.main and p.category = 'cadre'
            and p.starts_on <= '2022-07-28' and (p.ends_on is null or p.ends_on > '2022-07-28')) as cadres,
          (select count(*) from teams.team_unit u where u.team_id = t.id and u.ends_on is null) as units,
          (select count(*) from teams.team_unit u where u.team_id = t.id and u.lead and u.ends_on is null) as leads
        from teams.team t where t.dissolved_on is null) team`.execute(d.db);
    expect(rows[0]).toEqual({
      fewestCadres: 5,
      mostCadres: 8,
      fewestUnits: 4,
      mostUnits: 9,
      fewestLeads: 1,
      mostLeads: 1,
    });
    expect(
      Number(
        await one(`
          select count(*) as value from teams.team t where dissolved_on is null and not exists (
            select from teams.posting p where p.team_id = t.id and p.role = 'captain' and p.starts_on <= '2022-07-28'
              and (p.ends_on is null or p.ends_on > '2022-07-28'))`),
      ),
    ).toBeGreaterThan(5);
    expect(
      Number(
        await one(`select count(*) as value from teams.posting where main and ends_on is null
          and due_on between '2022-07-28' and '2023-01-28'`),
      ),
    ).toBeGreaterThan(300);
  });

  test('nothing that could hurt a real place: weak marks only in the made-up county, all rows marked', async () => {
    expect(
      await one(`select count(*) as value from regions.flag where place_key < 990000000000
        and flag in ('weak_organisation', 'weak_collective_economy', 'formerly_poor_village')`),
    ).toBe('0');
    expect(
      await one(`select (select count(*) from projects.project where place_key < 990000000000 and planned_to < '2022-07-28'
          and completed_on is null)
        + (select count(*) from projects.asset where place_key < 990000000000 and (keeper is null or condition <> 'in_use'))
        + (select count(*) from projects.shortfall where place_key < 990000000000) as value`),
    ).toBe('0');
    const tables = [
      'teams.organisation',
      'teams.person',
      'teams.team',
      'teams.posting',
      'teams.pairing',
      'funds.entry',
    ];
    tables.push(
      'funds.document',
      'livelihoods.participant',
      'livelihoods.placement',
      'livelihoods.sale',
      'policy.document',
      'projects.project',
      'projects.contract',
      'projects.request',
      'projects.asset',
    );
    for (const table of tables) {
      expect(await one(`select count(*) as value from ${table} where not made_up`), table).toBe(
        '0',
      );
    }
  });

  test('石溪镇 has the money of its story', async () => {
    const sum = (where: string) =>
      one(
        `select sum(amount) as value from funds.entry where place_key = 990101100000 and programme = 'special_fund' and (${where})`,
      );
    expect(await sum(`measure = 'due'`)).toBe('4000000000');
    expect(
      await sum(`measure in ('issued', 'remitted') or measure = 'received'
      and payer in ('assisted_city', 'county')`),
    ).toBe('3464000000');
    expect(await sum(`measure = 'received'`)).toBe('3164000000');
    expect(await sum(`measure = 'committed'`)).toBe('2993700000');
    expect(await sum(`measure = 'spent'`)).toBe('1877036000');
    expect(
      await one(
        `select sum(balance) as value from funds.account where place_key = 990101100000 and guarded
           and programme = 'special_fund'`,
      ),
    ).toBe(String(3_164_000_000 - 1_877_036_000));
  });

  test('self-raised and donated money of 石溪镇 stands in books of its own, the street lights in none', async () => {
    const own = `from funds.entry where place_key = 990101100000 and programme = 'self_raised' and measure`;
    expect(await one(`select sum(amount) as value ${own} = 'received'`)).toBe('176000000');
    expect(await one(`select sum(amount) || ' of ' || count(*) as value ${own} = 'spent'`)).toBe(
      '138600000 of 14',
    );
    expect(await one('select sum(amount) as value from funds.pledge')).toBe('206000000');
    expect(await one('select sum(value) as value from funds.donated_goods')).toBe('14000000');
    expect(
      await one(`select sum(balance) as value from funds.account where place_key = 990101100000
        and guarded and programme = 'self_raised'`),
    ).toBe('37400000');
  });

  test('what 石溪镇 had left at the end of 2021 was carried over, bound by contracts or surplus', async () => {
    expect(
      await one(`select count(*) || ' ' || bool_and(carried + surplus = received - spent and approved) as value
        from funds.carry_over_line where place_key = 990101100000`),
    ).toMatch(/^[1-9]\d* true$/);
    expect(
      await one(
        `select count(*) || ' ' || max(month) as value from funds.closing where county = '990101'`,
      ),
    ).toBe('12 2021-12-01');
  });

  // What the ledger says of projects of the special fund: by the numbers of their contracts, by the receipts of their requests.
  const ofLedger = `
    select p.county, p.place_key, p.number, p.progress, p.state,
      (select sum(b.amount) from projects.budget b where b.county = p.county and b.project_id = p.id and b.programme = 'special_fund') as budget,
      (select sum(b.held) from projects.budget b where b.county = p.county and b.project_id = p.id and b.programme = 'special_fund') as held,
      (select coalesce(sum(e.amount), 0) from projects.contract c join funds.entry e on e.document_number = c.number
        and e.place_key = p.place_key and e.measure = 'committed' and e.programme = 'special_fund'
        where c.county = p.county and c.project_id = p.id and c.kind = 'main' and c.state = 'in_force') as committed,
      (select coalesce(sum(e.amount), 0) from projects.request q join funds.entry e on e.document_number = q.receipt
        and e.place_key = p.place_key and e.measure = 'spent' and e.programme = 'special_fund'
        where q.county = p.county and q.project_id = p.id and q.state = 'paid') as spent
    from projects.project p`;

  test('each project of 石溪镇 has budget, contract, payments and progress of its story', async () => {
    const { rows } = await d.owner.query<Record<string, string>>(
      `select number || ' ' || budget || ' ' || committed || ' ' || spent || ' ' || state || ' ' || progress as line
       from (${ofLedger}) p where place_key = 990101100000 and held > 0 order by number`,
    );
    expect(rows.map(({ line }) => line)).toEqual([
      '21-1 320000000 308600000 299342000 accepted 100',
      '21-2 286000000 273200000 265004000 accepted 100',
      '21-3 298000000 290000000 232000000 building 85',
      '21-4 260000000 255000000 247350000 accepted 100',
      '21-5 76000000 74800000 74800000 completed 100',
      '21-6 20000000 19800000 19800000 completed 100',
      '22-1 480000000 468000000 224640000 building 55',
      '22-2 365000000 352600000 176300000 building 52',
      '22-3 412000000 398000000 119400000 building 18',
      '22-4 118000000 118000000 61500000 building 52',
      '22-5 96000000 92400000 46200000 building 50',
      '22-6 83000000 79800000 39900000 building 50',
      '22-7 150000000 145500000 0 contracted 0',
      '22-8 120000000 118000000 70800000 building 62',
    ]);
    expect(
      await one(`select sum(committed) || ' ' || sum(spent) as value from (${ofLedger}) p
        where place_key = 990101100000`),
    ).toBe('2993700000 1877036000');
    expect(
      await one(`select string_agg(kind::text || count, ' ' order by kind) as value from (
        select kind, count(*) from projects.shortfall where place_key = 990101100000 group by kind) s`),
    ).toBe('road6 water5 sewage3 service4 industry3 party2');
    expect(
      await one(`select string_agg(amount::text, ' ') as value from projects.request
        where place_key = 990101100000 and state = 'sent'`),
    ).toBe('7700000');
  });

  test('what is committed and spent under contracts belongs to projects, each payment as it was made', async () => {
    const sums = (of: string) =>
      one(`select sum(committed) || ' ' || sum(spent) as value from (${of}) x`);
    expect(await sums(ofLedger)).toBe(
      await sums(`select case measure when 'committed' then amount else 0 end as committed,
        case measure when 'spent' then amount else 0 end as spent from funds.entry where programme = 'special_fund'`),
    );
    expect(
      await one(`select count(*) as value from projects.request q where state = 'paid'
        and amount <> (select sum(e.amount) from funds.entry e where e.document_number = q.receipt)`),
    ).toBe('0');
    // Held is never more than what was received, committed never more than what is held.
    expect(
      await one(`select count(*) as value from (
        select b.county, b.place_key, b.source, b.programme, b.year, sum(b.held) as held
        from projects.budget b group by 1, 2, 3, 4, 5) b
        where held > (select sum(e.amount) from funds.entry e where e.place_key = b.place_key and e.measure = 'received'
          and (e.source, e.programme, e.year) = (b.source, b.programme, b.year))`),
    ).toBe('0');
    expect(
      await one(
        `select count(*) as value from (${ofLedger}) p where committed > held or spent > committed`,
      ),
    ).toBe('0');
  });

  test('the ninth small project pays with self-raised money, and the rule finds its invoice used again', async () => {
    expect(
      await one(`select string_agg(e.measure::text || e.amount, ' ' order by e.measure) as value from funds.entry e
        where e.programme = 'self_raised' and e.document_number in ('HT演示-自筹-09', 'YH演示-自筹-09')`),
    ).toBe('committed9900000 spent9900000');
    const { rows } = await d.owner.query(
      `select f.amount::text as amount, f.facts, f.state, array(select p.number from jsonb_array_elements(f.evidence) e
         join projects.request q on q.id = (e ->> 'id')::uuid join projects.project p on p.id = q.project_id order by q.asked_on) as of
       from supervision.finding f where f.rule = 'duplicate_invoice'`,
    );
    const facts = { count: 1, invoice: 'FP演示-自筹-09' };
    expect(rows).toEqual([{ amount: '4800000', facts, state: 'closed', of: ['自筹-09', '21-5'] }]);
  });

  test('generated triggers are on again', async () => {
    expect(await one(`select count(*) as value from pg_trigger where tgenabled = 'D'`)).toBe('0');
  });
});

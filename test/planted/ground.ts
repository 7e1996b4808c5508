/** What rules of supervision look at, as plain rows put in as sets: written apart from the rules. */
import { addDays } from '../../src/kit/period.ts';
import { newId } from '../../src/platform/new-id.ts';
import { type Random, randomFrom } from '../property/random.ts';

export const today = '2022-07-28';
export const county = '990101';
type Row = Record<string, unknown>;
/** Rows a statement takes in. */
const portion = 20_000;

/** Rows by table, and the deeds that make them. */
export class Ground {
  readonly tables = new Map<string, Row[]>();
  readonly random: Random;
  private serial = 0;

  constructor(seed: number) {
    this.random = randomFrom(seed);
  }

  private put(table: string, row: Row): string {
    const full = { id: newId(), ...row };
    const rows = this.tables.get(table) ?? [];
    rows.push(full);
    this.tables.set(table, rows);
    return full.id;
  }

  next(): number {
    this.serial += 1;
    return this.serial;
  }
  /** A place of its own. */
  place = (): string => `${county}${String(this.next()).padStart(6, '0')}`;

  /** A project under construction, in time, with its notices and a budget of a million yuan. */
  project(place: string, wishes: Row = {}, budget = 100_000_000): string {
    const n = this.next();
    const id = this.put('projects.project', {
      ...{
        county,
        place_key: place,
        number: `P${n}`,
        year: 2022,
        name: `村道硬化${n}`,
        content: '路面硬化',
      },
      ...{
        task: 'facilities',
        category: '道路',
        implementer: `村委会${n}`,
        operating: false,
        light: false,
      },
      ...{ villages: [], households: 0, people: 0, lifted: 0, monitored: 0, land: 'not_needed' },
      ...{ environment: 'not_needed', state: 'building', state_since: '2022-03-10', progress: 50 },
      ...{ planned_from: '2022-03-01', planned_to: '2022-12-31', started_on: '2022-03-10' },
      ...{
        accepted_on: null,
        registered_at: '2022-01-01',
        changed_at: '2022-01-01',
        made_up: false,
      },
      ...wishes,
    });
    for (const stage of ['proposal', 'plan', 'award', 'acceptance'])
      if (!(wishes.light || this.without.has(stage))) this.notice(place, id, stage, '2022-02-10');
    this.put('projects.budget', {
      ...{ county, project_id: id, place_key: place, payer: 'province', payer_key: '990000000000' },
      ...{
        source: 'provincial_fund',
        programme: 'special_fund',
        year: 2022,
        amount: budget,
        held: budget,
      },
    });
    return id;
  }
  /** Stages of notices that the next projects do not post. */
  readonly without = new Set<string>();
  notice(place: string, project: string, stage: string, ends: string): void {
    this.put('projects.notice', {
      ...{ county, project_id: project, place_key: place, stage, posted_on: addDays(ends, -7) },
      ...{ ends_on: ends, place_posted: '公示栏', made_up: false, recorded_at: '2022-02-01' },
    });
  }
  contract(place: string, project: string, wishes: Row = {}): string {
    const n = this.next();
    return this.put('projects.contract', {
      ...{
        county,
        project_id: project,
        place_key: place,
        kind: 'main',
        changes: null,
        number: `H${n}`,
      },
      ...{ contractor: `建筑公司${n}`, signed_on: '2022-02-20', amount: 90_000_000, retention: 30 },
      ...{ state: 'in_force', changed_at: '2022-02-20', made_up: false },
      ...wishes,
    });
  }
  request(place: string, project: string, contract: string, wishes: Row = {}): string {
    const n = this.next();
    const { state = 'submitted', asked_on = '2022-05-01' } = wishes;
    return this.put('projects.request', {
      ...{ county, project_id: project, contract_id: contract, place_key: place, kind: 'progress' },
      ...{ amount: 20_000_000 + n, invoice: `FP${n}`, payee: `收款人${n}`, account_tail: null },
      ...{ changed_at: '2022-05-01', made_up: false, asked_on, state },
      ...(state === 'paid'
        ? { receipt: `ZF${n}`, paid_on: asked_on }
        : { receipt: null, paid_on: null }),
      ...wishes,
    });
  }
  asset(place: string, project: string, wishes: Row = {}): string {
    return this.put('projects.asset', {
      ...{
        county,
        project_id: project,
        place_key: place,
        kind: 'public',
        name: `资产${this.next()}`,
      },
      ...{ owner_kind: 'village', owner: '村经济合作社', keeper: '村民委员会', upkeep: '每月巡查' },
      ...{ value: 90_000_000, condition: 'in_use', taken_over_on: '2022-06-01' },
      ...{ recorded_at: '2022-06-01', changed_at: '2022-06-01', made_up: false },
      ...wishes,
    });
  }
  income(place: string, asset: string, year: number, income: number): void {
    this.put('projects.asset_income', {
      ...{ county, asset_id: asset, place_key: place, year, income, distributed: 0, people: 0 },
      ...{ recorded_at: '2022-06-01', made_up: false },
    });
  }
  document(place: string, project: string, kind: string, dated: string, recorded: string): void {
    this.put('projects.document', {
      ...{ county, project_id: project, place_key: place, kind, title: '材料', dated },
      ...{ made_up: false, recorded_at: `${recorded}T10:00:00+08:00` },
    });
  }
  event(
    place: string,
    project: string,
    kind: string,
    of: string,
    verb: string,
    by: string,
    at: string,
  ) {
    this.put('projects.event', {
      ...{
        county,
        project_id: project,
        place_key: place,
        kind,
        case_id: of,
        verb,
        state: 'x',
        by,
        at,
      },
      made_up: false,
    });
  }
  account(home: string, person: string, disabled: string | null = null): string {
    const n = this.next();
    return this.put('access.account', {
      ...{
        name: `p${n}-${newId()}`,
        display_name: `人${n}`,
        role: 'town',
        home_key: home,
        person_id: person,
      },
      ...{ created_at: '2022-01-01', must_change: false, granted_at: '2022-01-01' },
      disabled_at: disabled,
    });
  }
  session(account: string, address: string, agent: string): void {
    this.put('access.session', {
      ...{
        token_hash: `\\x${Buffer.from(newId()).toString('hex')}`,
        account_id: account,
        address,
        agent,
      },
      ...{ created_at: '2022-05-01T08:00:00+08:00', seen_at: '2022-05-01', ended_at: null },
      ...{ expires_at: '2022-05-01T20:00:00+08:00', signed_by: 'password' },
    });
  }
  /** An account of money received at a place, with what is left on it. */
  quota(place: string, balance: number): string {
    return this.put('funds.account', {
      ...{ county, holder: 'place', place_key: place, payer_key: null, source: 'provincial_fund' },
      ...{ programme: 'special_fund', measure: 'received', year: 2021, guarded: true, balance },
    });
  }
  entry(
    place: string,
    measure: string,
    debit: string,
    booked: string,
    amount: number,
    reverses: string | null = null,
  ) {
    return this.put('funds.entry', {
      ...{
        county,
        place_key: place,
        debit_account: debit,
        credit_account: this.other(),
        amount,
        measure,
      },
      ...{ payer: 'province', payer_key: '990000000000', source: 'provincial_fund', level: 'town' },
      ...{
        programme: 'special_fund',
        instrument: 'quota_notice',
        year: 2021,
        document_number: '演财农',
      },
      ...{ booked_on: booked, reverses, made_up: false, recorded_at: booked },
    });
  }
  private far: string | undefined;
  private other(): string {
    this.far ??= this.put('funds.account', {
      ...{ county, holder: 'payer', place_key: `${county}000000`, payer_key: '990000000000' },
      ...{ source: 'provincial_fund', programme: 'special_fund', measure: 'received', year: 2021 },
      ...{ guarded: false, balance: 0 },
    });
    return this.far;
  }

  /** Everything into the database, table by table in the order in which they lean on each other. */
  async write(to: { query(text: string, values: unknown[]): Promise<unknown> }): Promise<void> {
    const order = [
      ...[
        'access.account',
        'access.session',
        'funds.account',
        'funds.entry',
        'projects.project',
        'projects.budget',
      ],
      ...[
        'projects.contract',
        'projects.request',
        'projects.notice',
        'projects.document',
        'projects.event',
        'projects.asset',
        'projects.asset_income',
      ],
    ];
    for (const table of order) {
      const rows = this.tables.get(table) ?? [];
      const [first] = rows;
      if (!first) continue;
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ');
      for (let from = 0; from < rows.length; from += portion)
        await to.query(
          `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
          [JSON.stringify(rows.slice(from, from + portion))],
        );
    }
  }
}

// Rows of projects, each list in one shape: what a project leaves open stands as its column would have it.
import { claimOf } from '../../projects/rules-corrections.ts';
import type { Money } from '../funds/ledger.ts';
import type { Row } from '../rows.ts';
import type { Random } from '../seed.ts';
import type { Place } from '../world.ts';

export interface ProjectRows {
  projects: Row<'projects.project'>[];
  shortfalls: Row<'projects.shortfall'>[];
  budget: Row<'projects.budget'>[];
  contracts: Row<'projects.contract'>[];
  requests: Row<'projects.request'>[];
  notices: Row<'projects.notice'>[];
  objections: Row<'projects.objection'>[];
  documents: Row<'projects.document'>[];
  events: Row<'projects.event'>[];
  assets: Row<'projects.asset'>[];
}

export const noRows = (): ProjectRows => ({
  projects: [],
  shortfalls: [],
  budget: [],
  contracts: [],
  requests: [],
  notices: [],
  objections: [],
  documents: [],
  events: [],
  assets: [],
});

/** A moment of a working day, Beijing time. */
export const at = (day: string, hour = 10): string =>
  `${day}T${String(hour).padStart(2, '0')}:00:00+08:00`;

const openProject = {
  category: null,
  binding_task: null,
  operating: false,
  light: false,
  villages: [] as string[],
  households: 0,
  people: 0,
  lifted: 0,
  monitored: 0,
  benefit_link: null,
  benefit_note: null,
  land: 'not_needed',
  environment: 'not_needed',
  target: null,
  result: null,
  progress: 0,
  started_on: null,
  completed_on: null,
  accepted_on: null,
  settled_on: null,
  handed_on: null,
} as const satisfies Partial<Row<'projects.project'>>;
const openContract = {
  changes: null,
  contractor_code: null,
  contractor_founded: null,
  retention: 0,
  retained_to: null,
  state: 'in_force',
} as const satisfies Partial<Row<'projects.contract'>>;
const openRequest = {
  account_tail: null,
  explanation: null,
  receipt: null,
  paid_on: null,
} as const satisfies Partial<Row<'projects.request'>>;
const openAsset = {
  keeper: null,
  upkeep: null,
  register_number: null,
  condition: 'in_use',
} as const satisfies Partial<Row<'projects.asset'>>;

/** Makes the rows of one place: they share county, place and the mark of what is made up. */
export function rowsOf(rows: ProjectRows, place: Pick<Place, 'county' | 'key'>, r: Random) {
  const base = { county: place.county, place_key: place.key };
  const made = { ...base, made_up: true };
  return {
    project(
      given: Common<'projects.project', typeof openProject, 'registered_by' | 'ended_on'>,
      on: { registered: string; changed: string },
    ): string {
      const id = r.uuid(on.registered);
      const [registered_at, changed_at] = [at(on.registered), at(on.changed, 17)];
      rows.projects.push({ ...made, ...openProject, ...given, id, registered_at, changed_at });
      return id;
    },
    budget(project_id: string, money: Money, amount: bigint, held: bigint): void {
      rows.budget.push({
        ...base,
        id: r.uuid('2021-09-01'),
        project_id,
        payer: money.payer,
        payer_key: money.payerKey,
        source: money.source,
        programme: money.programme,
        year: money.year,
        amount: amount.toString(),
        held: held.toString(),
      });
    },
    contract(
      given: Common<
        'projects.contract',
        typeof openContract,
        'registered_by' | 'checked_by' | 'changed_at'
      >,
    ): string {
      const id = r.uuid(given.signed_on);
      rows.contracts.push({
        ...made,
        ...openContract,
        ...given,
        id,
        changed_at: at(given.signed_on, 15),
      });
      return id;
    },
    /** @param changed the day of what was last done to it */
    request(
      given: Common<
        'projects.request',
        typeof openRequest,
        'registered_by' | 'checked_by' | 'changed_at'
      >,
      changed: string,
    ): string {
      const id = r.uuid(given.asked_on);
      rows.requests.push({
        ...made,
        ...openRequest,
        ...given,
        id,
        invoice_claim:
          given.state === 'sent' || given.state === 'paid' ? claimOf(given.invoice ?? null) : null,
        changed_at: at(changed, 16),
      });
      return id;
    },
    asset(
      given: Common<
        'projects.asset',
        typeof openAsset,
        'recorded_by' | 'recorded_at' | 'changed_at'
      >,
    ): void {
      const on = at(given.taken_over_on, 16);
      rows.assets.push({
        ...made,
        ...openAsset,
        ...given,
        id: r.uuid(given.taken_over_on),
        recorded_at: on,
        changed_at: on,
      });
    },
    shortfall(
      given: Pick<
        Row<'projects.shortfall'>,
        'kind' | 'name' | 'found_on' | 'project_id' | 'closed_on'
      >,
    ): void {
      rows.shortfalls.push({
        ...made,
        ...given,
        id: r.uuid(given.found_on),
        recorded_at: at(given.found_on),
      });
    },
    notice(
      given: Pick<Row<'projects.notice'>, 'project_id' | 'stage' | 'ends_on' | 'place_posted'> & {
        posted_on: string;
      },
    ): string {
      const id = r.uuid(given.posted_on);
      rows.notices.push({ ...made, ...given, id, recorded_at: at(given.posted_on) });
      return id;
    },
    objection(
      given: Pick<Row<'projects.objection'>, 'notice_id' | 'said' | 'answer' | 'answered_on'> & {
        received_on: string;
      },
    ): void {
      rows.objections.push({
        ...made,
        ...given,
        id: r.uuid(given.received_on),
        recorded_at: at(given.received_on),
      });
    },
    document(
      given: Pick<Row<'projects.document'>, 'project_id' | 'kind' | 'title' | 'number'> & {
        dated: string;
      },
    ): void {
      rows.documents.push({
        ...made,
        ...given,
        id: r.uuid(given.dated),
        recorded_at: at(given.dated, 9),
      });
    },
    event(
      given: Pick<
        Row<'projects.event'>,
        'project_id' | 'kind' | 'case_id' | 'verb' | 'state' | 'reason'
      >,
      day: string,
      hour?: number,
    ): void {
      rows.events.push({ ...made, ...given, id: r.uuid(day), at: at(day, hour) });
    },
  };
}

export type Make = ReturnType<typeof rowsOf>;

/** What a row says, beside what its place and its open columns say for it. */
type Common<T extends keyof Known, Open, Never extends string> = Omit<
  Known[T],
  'county' | 'place_key' | 'made_up' | 'id' | keyof Open | Never | Stamps
> &
  Partial<Pick<Known[T], keyof Open & keyof Known[T]>>;
type Stamps = 'registered_at' | 'changed_at';
interface Known {
  'projects.project': Row<'projects.project'>;
  'projects.contract': Row<'projects.contract'> & { signed_on: string };
  'projects.request': Row<'projects.request'> & { asked_on: string };
  'projects.asset': Row<'projects.asset'> & { taken_over_on: string };
}

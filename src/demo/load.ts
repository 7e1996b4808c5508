// Loads the made-up demonstration onto the real places: one transaction, the same rows for the same seed.
import type { Client, Pool } from '../platform/db/pool.ts';
import type { Secrets } from '../platform/secrets/envelope.ts';
import { TODAY } from './days.ts';
import { type FundRows, makeFunds } from './funds/make.ts';
import { makeLivelihoods } from './livelihoods/make.ts';
import { policyRows } from './policy.ts';
import { makeProjects } from './projects/make.ts';
import type { ProjectRows } from './projects/rows.ts';
import type { Table } from './rows.ts';
import { random } from './seed.ts';
import { type RuleRows, shixiRules } from './shixi/books/allocations.ts';
import { type DonationRows, shixiDonations } from './shixi/books/donations.ts';
import { shixiMoney } from './shixi/books/money.ts';
import { shixiTaskList } from './shixi/books/task-list.ts';
import { writeYearEnd } from './shixi/books/year-end.ts';
import { shixiChecklists } from './shixi/checklists.ts';
import { shixiDisclosure } from './shixi/disclosure.ts';
import { shixiFindings } from './shixi/findings.ts';
import { type LifeRows, shixiLife } from './shixi/life.ts';
import { placeRows, TOWN } from './shixi/places.ts';
import { type PlanRows, shixiPlans } from './shixi/plans.ts';
import { writeReconciliation } from './shixi/reconciliation.ts';
import { shixiSubsidies } from './shixi/subsidies.ts';
import { shixiTeam } from './shixi/team.ts';
import { shixiProjects } from './shixi/works/cases.ts';
import { makeTeams, type TeamRows } from './teams/make.ts';
import { withNumbers } from './teams/numbers.ts';
import { assignTiers, flagRows, tierRows } from './tiers.ts';
import { readWorld } from './world.ts';
import { type Progress, type Writer, writer } from './write.ts';

const DEFAULT_SEED = 20220728;

export interface DemonstrationOptions {
  seed?: number;
  /** Under which the numbers of its people are sealed. */
  secrets: Secrets;
  /** Told after each batch: the table, rows done and rows in all. */
  onProgress?: Progress;
}

export interface Demonstration {
  seed: number;
  /** Rows written, by table. */
  rows: Record<string, number>;
}

/** Tables with generated triggers: increments are not written one by one, the caller rebuilds the indicators afterwards. */
const TRIGGERED: readonly Table[] = [
  'regions.region',
  'regions.code',
  'regions.tier',
  'regions.flag',
  'teams.organisation',
  'teams.person',
  'teams.team',
  'teams.team_unit',
  'teams.posting',
  'teams.pairing',
  'teams.duty',
  'funds.document',
  'funds.account',
  'funds.entry',
  'livelihoods.participant',
  'livelihoods.placement',
  'livelihoods.workshop',
  'livelihoods.workshop_job',
  'livelihoods.training_class',
  'livelihoods.attendance',
  'livelihoods.sales_event',
  'livelihoods.sale',
  'policy.document',
];

/**
 * Writes the demonstration province and 演示县·石溪镇 and sets the domain's today.
 * Editions 2020 and 2021 must be loaded and 2021 be the tree; the indicators must be rebuilt afterwards.
 * @param pool as zz_owner
 * @throws Error when a demonstration is there already, or the places are not those of the two editions
 */
export async function loadDemonstration(
  pool: Pool,
  options: DemonstrationOptions,
): Promise<Demonstration> {
  const seed = options.seed ?? DEFAULT_SEED;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await refuseTwice(client);
    for (const table of TRIGGERED) await client.query(`alter table ${table} disable trigger user`);
    const write = writer(client, options.onProgress ?? (() => {}));
    await writeAll(client, write, seed, options.secrets);
    for (const table of TRIGGERED) await client.query(`alter table ${table} enable trigger user`);
    await client.query('commit');
    await client.query(`analyze ${[...write.written.keys()].join(', ')}`);
    return { seed, rows: Object.fromEntries(write.written) };
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the first error is the one to tell
    throw error;
  } finally {
    client.release();
  }
}

async function refuseTwice(client: Client): Promise<void> {
  const { rowCount } = await client.query(
    `select 1 from platform.setting where name = 'demonstration'`,
  );
  if (rowCount) throw new Error('the demonstration is loaded already');
  const { rows } = await client.query<{ active: number }>(
    `select count(*)::int as active from regions.edition where edition in ('2020', '2021') and active_from is not null`,
  );
  if (rows[0]?.active !== 2)
    throw new Error('the demonstration needs the editions 2020 and 2021, the latter as the tree');
}

async function writeAll(
  client: Client,
  write: Writer,
  seed: number,
  secrets: Secrets,
): Promise<void> {
  const world = await readWorld(client);
  const tiered = assignTiers(world, random(seed, 'tiers'));
  await write.put('platform.setting', [
    { name: 'today', value: TODAY },
    { name: 'demonstration', value: { seed, today: TODAY } },
    { name: 'public_pages', value: true },
  ]);
  const places = placeRows(await firstDay(client), seed);
  await write.put('regions.edition', places.editions);
  await write.put('regions.region', places.regions);
  await write.put('regions.ancestor', places.ancestors);
  await write.put('regions.code', places.codes);
  await write.put('regions.tier', [
    ...tierRows(tiered, random(seed, 'tier rows')),
    ...places.tiers,
  ]);
  const flags = flagRows(tiered, random(seed, 'flags'));
  await write.put('regions.flag', [...flags, ...places.flags]);
  const marked = new Set(flags.map((flag) => String(flag.place_key)));
  const teams = makeTeams(world, tiered, marked, seed);
  await write.put('teams.batch', teams.batches);
  const { people, ...others } = merged(teams, shixiTeam(seed));
  await writeTeams(write, { ...others, people: withNumbers(people, secrets, seed) });
  const money = shixiMoney(seed);
  const { contracts, ...funds } = makeFunds(world, tiered, seed);
  const { documents, accounts, entries, ...donations } = shixiDonations(seed);
  const own = { documents, accounts, entries, shares: [], recallRules: [] };
  await writeFunds(write, merged(merged(funds, money), own));
  await writeRules(write, shixiRules(seed));
  await writeDonations(write, donations);
  const tasks = shixiTaskList(seed, money);
  await write.put('funds.paper', tasks.papers);
  await write.put('funds.paper_line', tasks.lines);
  await write.put('funds.paper_event', tasks.events);
  await write.put('funds.paper_task', tasks.tasks);
  await writeYearEnd(client, write, seed);
  await writeProjects(write, merged(makeProjects(contracts, seed), shixiProjects(seed)));
  await writePlans(write, shixiPlans(seed, money.entries, await projectsOfShixi(client)));
  await writeReconciliation(client, write, money.entries, seed);
  await writeLivelihoods(write, merged(makeLivelihoods(tiered, seed), shixiLife(seed)));
  const checklists = shixiChecklists(seed);
  await write.put('dossiers.checklist', checklists.lists);
  await write.put('dossiers.checklist_item', checklists.items);
  await write.put('policy.document', policyRows(world, seed));
  // Last: they name projects.
  const subsidies = await shixiSubsidies(client, seed);
  await write.put('subsidies.award', subsidies.awards);
  await write.put('subsidies.batch', subsidies.batches);
  await write.put('subsidies.batch_line', subsidies.lines);
  const { findings, events } = await shixiFindings(client, seed);
  const open = await shixiDisclosure(client, seed);
  await write.put('supervision.finding', [...findings, ...open.findings]);
  await write.put('supervision.event', [...events, ...open.events]);
  await write.put('disclosure.copy', open.copies);
  await write.put('disclosure.publication', open.publications);
  await write.put('disclosure.complaint', open.complaints);
}

async function writeTeams(write: Writer, rows: Omit<TeamRows, 'batches'>): Promise<void> {
  await write.put('teams.organisation', rows.organisations);
  await write.put('teams.person', rows.people);
  await write.put('teams.team', rows.teams);
  await write.put('teams.team_unit', rows.units);
  await write.put('teams.posting', rows.postings);
  await write.put('teams.posting_history', rows.history);
  await write.put('teams.pairing', rows.pairings);
  await write.put('teams.duty', rows.duties);
  await write.put('teams.requirement', rows.requirements);
}

async function writeFunds(write: Writer, rows: FundRows): Promise<void> {
  await write.put('funds.share', rows.shares);
  await write.put('funds.recall_rule', rows.recallRules);
  await write.put('funds.document', rows.documents);
  await write.put('funds.account', rows.accounts);
  await write.put('funds.entry', rows.entries);
}

async function writeDonations(
  write: Writer,
  rows: Omit<DonationRows, 'documents' | 'accounts' | 'entries'>,
): Promise<void> {
  await write.put('funds.pledge', rows.pledges);
  await write.put('funds.designation', rows.designations);
  await write.put('funds.donated_goods', rows.goods);
  await write.put('funds.paper', rows.papers);
  await write.put('funds.paper_line', rows.lines);
  await write.put('funds.paper_event', rows.events);
}

async function writePlans(write: Writer, rows: PlanRows): Promise<void> {
  await write.put('plans.plan', rows.plans);
  await write.put('plans.task', rows.tasks);
  await write.put('plans.line', rows.lines);
  await write.put('plans.event', rows.events);
}

/** Ids of the projects that are written already, by number. */
async function projectsOfShixi(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ number: string; id: string }>(
    'select number, id from projects.project where place_key = $1',
    [TOWN],
  );
  return new Map(rows.map(({ number, id }) => [number, id]));
}

async function writeRules(write: Writer, rows: RuleRows): Promise<void> {
  await write.put('funds.allocation', rows.allocations);
  await write.put('funds.allocation_share', rows.shares);
  await write.put('funds.allocation_line', rows.lines);
  await write.put('funds.factor_value', rows.factors);
  await write.put('funds.raising_plan', rows.plans);
  await write.put('funds.raising_instalment', rows.instalments);
  await write.put('funds.rule_event', rows.events);
}

async function writeProjects(write: Writer, rows: ProjectRows): Promise<void> {
  await write.put('projects.project', rows.projects);
  await write.put('projects.shortfall', rows.shortfalls);
  await write.put('projects.budget', rows.budget);
  await write.put('projects.contract', rows.contracts);
  await write.put('projects.request', rows.requests);
  await write.put('projects.notice', rows.notices);
  await write.put('projects.objection', rows.objections);
  await write.put('projects.document', rows.documents);
  await write.put('projects.event', rows.events);
  await write.put('projects.asset', rows.assets);
}

async function writeLivelihoods(write: Writer, rows: LifeRows): Promise<void> {
  await write.put('livelihoods.participant', rows.participants);
  await write.put('livelihoods.placement', rows.placements);
  await write.put('livelihoods.workshop', rows.workshops);
  await write.put('livelihoods.workshop_job', rows.jobs);
  await write.put('livelihoods.training_class', rows.classes);
  await write.put('livelihoods.attendance', rows.attendances);
  await write.put('livelihoods.sales_event', rows.events);
  await write.put('livelihoods.sale', rows.sales);
}

/** Two sets of rows as one, list by list. */
function merged<T extends object>(some: T, more: T): T {
  const lists = Object.keys(more).map((name) => {
    const key = name as keyof T; // the names of the lists themselves
    return [name, [...(some[key] as unknown[]), ...(more[key] as unknown[])]];
  });
  return Object.fromEntries(lists) as T;
}

async function firstDay(client: Client): Promise<string> {
  const { rows } = await client.query<{ day: string }>(
    `select min(active_from) as day from regions.edition`,
  );
  return rows[0]?.day ?? '2020-06-30';
}

/** Projects as a sheet: ideas of the own town with their budget lines, registered or rewritten. */

import Type from 'typebox';
import type { Client } from '../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../platform/http/endpoint.ts';
import type { Choice, Values } from '../../platform/sheets/description.ts';
import { sheetKind } from '../../platform/sheets/kind.ts';
import { placeChoices, villageChoices } from '../../regions/place-choices.ts';
import { type AmendProject, AmendProject as Shape } from '../contract.ts';
import { projectFor } from '../store/project.ts';
import { amendProject, registerProject, takeStep } from '../store/write.ts';
import { budgetColumns, columns } from './columns.ts';
import { mustStandAlone } from './take-back.ts';

type Said = Omit<AmendProject, 'seen'> & { number: string | null };
type Before = Said & { state: string };
const { seen: _, ...form } = Shape.properties;

export const projectSheet = sheetKind<Said>({
  code: 'projects.project',
  version: 1,
  permission: 'projects.write',
  name: { zh: '项目（谋划）', en: 'Projects (ideas)' },
  about: {
    zh: '每行一个项目，或一个项目的一笔预算。由本镇登记，导入后为“谋划”，提交申报前都可以修改。',
    en: 'A line is a project, or one line of its budget. Registered by the town; an idea until it is proposed.',
  },
  columns,
  sameIn: ['name', 'year'],
  mostThings: 2_000,
  shape: Type.Object({ number: Type.Union([Type.String(), Type.Null()]), ...form }),
  refusedAt: {
    'projects.refusal.light_self_raised': 'light',
    'projects.refusal.people_of_people': 'lifted',
    'projects.refusal.village_elsewhere': 'villages',
    'projects.refusal.shortfall_taken': 'shortfalls',
    'projects.refusal.source_of_programme': 'source',
    'projects.refusal.source_twice': 'source',
    'projects.refusal.payer_place': 'payerPlace',
    'projects.refusal.planned_days': 'plannedTo',
    'projects.refusal.sheet_number': 'number',
    'projects.refusal.sheet_known': 'name',
    'projects.refusal.state': 'number',
  },
  constraints: {
    project_planned: 'projects.refusal.planned_days',
    budget_once: 'projects.refusal.source_twice',
  },
  lists: async (client, { seat }) => ({
    villages: await villageChoices(client, seat),
    payerPlaces: await placeChoices(client, ['province', 'city', 'county'], null),
    shortfalls: await shortfallChoices(client, seat),
  }),
  saidOf: (lines) => {
    const [first] = lines;
    if (!first) throw new Error('a thing has a line');
    const budget = lines.filter((line) => budgetColumns.some((key) => line[key] !== null));
    const lacking = budget.flatMap((line) => budgetColumns.filter((key) => line[key] === null))[0];
    if (lacking) return { problem: { column: lacking, code: 'imports.problem.needed' } };
    return { said: saidOf(first, budget) };
  },
  told: ({ name, budget }) => ({
    name,
    amount: budget.reduce((sum, { amount }) => sum + BigInt(amount), 0n).toString(),
  }),
  known: async (client, { seat }, said) => {
    const { rows } = await client.query<{ number: string; id: string; seen: string }>(
      `select p.number, p.id, to_char(p.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as seen
       from projects.project p where p.place_key = $1 and p.number = any ($2)`,
      [seat, said.map(({ number }) => number)],
    );
    const found = new Map(rows.map(({ number, ...known }) => [number, known]));
    return said.map(({ number }) => (number === null ? null : (found.get(number) ?? null)));
  },
  write: async (client, caller, { id, said: { number, ...said }, known, today }) => {
    if (number !== null && !known) throw new Refusal('projects.refusal.sheet_number', { number });
    const before = known ? await formOf(client, caller, id) : null;
    if (known) await amendProject(client, caller, id, { ...said, seen: known.seen });
    else {
      await mustBeNew(client, caller, said);
      await registerProject(client, caller, id, { ...said, town: caller.seat }, today);
    }
    const { town, changedAt } = await projectFor(client, caller, id);
    return { place: town, seen: changedAt, before };
  },
  takeBack: async (client, caller, { id, seen, before, reason, today }) => {
    await projectFor(client, caller, id, 'held');
    await mustStandAlone(client, 'project', { id, seen, before: before as Before | null });
    if (before === null) await takeStep(client, caller, id, 'discard', { seen, reason }, today);
    else {
      const { number: _number, state: _state, ...said } = before as Before; // its own write made it
      await amendProject(client, caller, id, { ...said, seen });
    }
  },
});

function saidOf(first: Values, budget: readonly Values[]): Said {
  const lines = budget.map((line) => ({
    ...{ payer: line.payer, payerPlace: line.payerPlace, source: line.source },
    ...{ programme: line.programme, year: line.quotaYear, amount: line.amount },
  }));
  const {
    payer: _p,
    payerPlace: _l,
    source: _s,
    programme: _g,
    quotaYear: _y,
    amount: _a,
    ...head
  } = first;
  // The columns made each of them; the shape is checked before anything is done with it.
  return {
    ...head,
    villages: head.villages ?? [],
    shortfalls: head.shortfalls ?? [],
    budget: lines,
  } as unknown as Said;
}

/** @throws Refusal when the town has a project of that name and year: sending a sheet twice registers nothing twice. */
async function mustBeNew(
  client: Client,
  { seat }: Caller,
  { name, year }: Pick<Said, 'name' | 'year'>,
) {
  const { rows } = await client.query<{ number: string }>(
    `select number from projects.project where place_key = $1 and year = $2 and name = $3 and state <> 'discarded'
     order by number limit 1`,
    [seat, year, name.trim()],
  );
  if (rows[0]) throw new Refusal('projects.refusal.sheet_known', { number: rows[0].number });
}

async function shortfallChoices(client: Client, town: string): Promise<Choice[]> {
  const { rows } = await client.query<{ id: string; name: string }>(
    `select id, name from projects.shortfall where place_key = $1 and closed_on is null order by found_on, name limit 1000`,
    [town],
  );
  return rows.map(({ id, name }) => ({ value: id, word: { zh: name, en: name } }));
}

/** A project as its form would send it. */
async function formOf(client: Client, caller: Caller, id: string): Promise<Before> {
  await projectFor(client, caller, id, 'held');
  const { rows } = await client.query<Before>(
    `select p.state, p.number, p.name, p.year, p.task, p.category, p.binding_task as "bindingTask", p.content, p.implementer,
       p.operating, p.light, p.villages::text[] as villages, p.households, p.people, p.lifted, p.monitored,
       p.benefit_link as "benefitLink", p.benefit_note as "benefitNote", p.land, p.environment, p.target, p.result,
       p.planned_from::text as "plannedFrom", p.planned_to::text as "plannedTo",
       array(select s.id::text from projects.shortfall s where s.county = p.county and s.project_id = p.id
         and s.closed_on is null order by s.id) as shortfalls,
       coalesce((select jsonb_agg(jsonb_build_object('payer', b.payer, 'payerPlace', b.payer_key::text, 'source', b.source,
           'programme', b.programme, 'year', b.year, 'amount', b.amount::text) order by b.year, b.payer, b.id)
         from projects.budget b where b.county = p.county and b.project_id = p.id), '[]') as budget
     from projects.project p where p.id = $1`,
    [id],
  );
  const [said] = rows;
  if (!said) throw new Error('the project is gone');
  return said;
}

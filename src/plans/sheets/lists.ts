/** What the drop-downs of the sheet of a use plan offer its office, and the lines of its drafts to go on with. */
import { words as fundsWords } from '../../funds/words.ts';
import { plainYuan } from '../../kit/money.ts';
import type { Lang } from '../../kit/words.ts';
import type { Client } from '../../platform/db/pool.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import type { Caller } from '../../platform/http/endpoint.ts';
import type { Choice } from '../../platform/sheets/description.ts';
import type { Begun, Lists, Taken } from '../../platform/sheets/kind.ts';
import type { Cell } from '../../platform/sheets/workbook-out.ts';
import { placeChoice, placeChoices } from '../../regions/place-choices.ts';
import { linesOf } from '../store/contents.ts';
import { planFor } from '../store/plan.ts';

/** More no drop-down is of use for. */
const most = 5_000;
const named = (name: string): Choice => ({ value: name, word: { zh: name, en: name } });

export async function listsFor(client: Client, { seat, ownRanges }: Caller): Promise<Lists> {
  return {
    places: await placeChoices(client, ['city', 'county', 'town'], ownRanges),
    payerPlaces: [
      ...(await placeChoices(client, ['province', 'city', 'county'], null)),
      ...(await donorPlaces(client, seat)),
    ],
    documents: await documentChoices(client, seat),
    tasks: await taskChoices(client, seat),
    projects: await projectChoices(client, seat),
  };
}

/** Towns and villages where donors of its money are at home, wherever they lie: of money received, or on a line already. */
async function donorPlaces(client: Client, office: string): Promise<Choice[]> {
  const { rows } = await client.query<{ key: string; name: string }>(
    `select p.key::text as key, p.name from regions.region r
     cross join lateral (
       select e.payer_key from funds.entry e
         where e.county = r.county and e.place_key between r.lo and r.hi and e.measure = 'received'
       union select l.payer_key from plans.line l join plans.plan q on q.county = l.county and q.id = l.plan_id
         where q.county = r.county and q.place_key = r.key
     ) gave
     join regions.place p on p.key = gave.payer_key and p.level in ('town', 'village')
     where r.key = $1 order by p.key limit ${most}`,
    [office],
  );
  return rows.map(placeChoice);
}

/** Documents the office's area received money by. */
async function documentChoices(client: Client, office: string): Promise<Choice[]> {
  const { rows } = await client.query<{ number: string }>(
    `select e.document_number as number from regions.region r
     join funds.entry e on e.county = r.county and e.place_key between r.lo and r.hi and e.measure = 'received'
     where r.key = $1 group by e.document_number having sum(e.amount) > 0
     order by max(e.year) desc, min(e.booked_on), e.document_number limit ${most}`,
    [office],
  );
  return rows.map(({ number }) => named(number));
}

/** Tasks of its documents and plans, and what its projects answer. */
async function taskChoices(client: Client, office: string): Promise<Choice[]> {
  const { rows } = await client.query<{ name: string }>(
    `select t.name from regions.region r
     cross join lateral (
       select t.name from plans.task t where t.county = r.county and t.place_key = r.key
       union select t.name from funds.paper_task t join funds.paper p on p.id = t.paper_id and p.state = 'posted'
         where p.place_key between r.lo and r.hi
       union select p.binding_task from projects.project p
         where p.county = r.county and p.place_key between r.lo and r.hi and p.binding_task is not null
     ) t
     where r.key = $1 order by t.name limit ${most}`,
    [office],
  );
  return rows.map(({ name }) => named(name));
}

async function projectChoices(client: Client, office: string): Promise<Choice[]> {
  const { rows } = await client.query<{ id: string; name: string; number: string }>(
    `select p.id, p.name, p.number from regions.region r
     join projects.project p on p.county = r.county and p.place_key between r.lo and r.hi
     where r.key = $1 and p.state not in ('terminated', 'discarded')
       and exists (select from projects.budget b where b.county = p.county and b.project_id = p.id)
     order by p.year desc, p.place_key, length(p.number), p.number collate "C" limit ${most}`,
    [office],
  );
  return rows.map(({ id, name, number }) => ({
    value: id,
    word: { zh: name, en: name },
    hint: number,
  }));
}

/** The office's plans in work as they stand. */
export async function draftsTaken(client: Client, { seat }: Caller): Promise<Taken> {
  const { rows } = await client.query<{ id: string; seen: string }>(
    `select p.id, ${instant('p.changed_at')} as seen from plans.plan p
     where p.place_key = $1 and p.state in ('drafted', 'returned') order by p.year, p.programme`,
    [seat],
  );
  return Object.fromEntries(rows.map(({ id, seen }) => [id, seen]));
}

/** The lines of the office's plans in work, as the sheet would say them. */
export async function draftLines(client: Client, caller: Caller, lang: Lang): Promise<Begun> {
  const { rows } = await client.query<{ id: string }>(
    `select id from plans.plan where place_key = $1 and state in ('drafted', 'returned') order by year, programme`,
    [caller.seat],
  );
  const lines: Readonly<Record<string, Cell>>[] = [];
  for (const { id } of rows) {
    const plan = await planFor(client, caller, id);
    for (const [at, line] of (await linesOf(client, plan)).entries())
      lines.push({
        ...{ programme: fundsWords[`funds.programme.${plan.programme}`][lang], year: plan.year },
        ...(at === 0 ? { title: plan.title, basis: plan.basis } : {}),
        document: line.document,
        payer: fundsWords[`funds.payer.${line.payer}`][lang],
        payerPlace: `${line.payerName} ${line.payerPlace}`.trim(),
        source: fundsWords[`funds.source.${line.source}`][lang],
        task: line.task,
        place: `${line.placeName} ${line.place}`,
        project: line.project && `${line.projectName} ${line.number}`,
        amount: { of: Number(plainYuan(line.amount)), as: 'yuan' },
        note: line.note,
      });
  }
  return { lines };
}

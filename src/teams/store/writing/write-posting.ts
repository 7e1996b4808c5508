/** Adding, changing and ending postings. The one main posting of a person is kept by the database, across counties. */
import type { Client, Db } from '../../../platform/db/pool.ts';
import { inRanges } from '../../../platform/db/scope.ts';
import { Absent, type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import type { PostingRow } from '../../contract.ts';
import type { AddPosting, ChangePosting, EndPosting, NewPerson } from '../../contract-writing.ts';
import { refusalOfEnding, refusalOfPosting, refusalOfTerms } from '../../rules.ts';
import { spelling } from '../../spelling.ts';
import type { TeamHead } from '../one-team.ts';
import { postingColumns, postingJoins } from '../posting-columns.ts';
import { inTurn } from './in-turn.ts';
import { refuseWrong, type SealedNumbers, type Sealing, sealedNumbers } from './write-person.ts';

/** A posting as a page shows it. @throws Absent outside the caller's ranges. */
export async function postingFor(client: Client, caller: Caller, id: string): Promise<PostingRow> {
  const { rows } = await client.query<PostingRow>({
    name: 'posting',
    text: `select ${postingColumns} from teams.posting o ${postingJoins} where o.id = $1`,
    values: [id],
  });
  const posting = rows[0];
  if (!posting || !inRanges(posting.place, caller.ranges)) throw new Absent();
  return posting;
}

export interface BatchFacts {
  name: string;
  startsOn: string;
  endsOn: string | null;
}

/** @throws Error without such a batch: postings refer to one. */
export async function batchOf(client: Client, id: string): Promise<BatchFacts> {
  const { rows } = await client.query<BatchFacts>({
    name: 'batch',
    text: 'select name, starts_on as "startsOn", ends_on as "endsOn" from teams.batch where id = $1',
    values: [id],
  });
  if (!rows[0]) throw new Error(`no batch ${id}`);
  return rows[0];
}

interface Standing {
  dissolvedOn: string | null;
  batch: BatchFacts | null;
  villageParent: string | null;
  /** Whether the unit has somebody of this name on record, anywhere. */
  known: boolean;
}

/** The place above a village; null of what is none. */
const townOfVillage = (key: string) =>
  `(select parent::text from regions.region where key = ${key}::bigint and level = 'village')`;

/** What the rules ask about, as it stands when it is our turn: the team may have been dissolved while we waited. */
async function standingOf(client: Client, wanted: AddPosting): Promise<Standing> {
  const name = 'new' in wanted.person ? wanted.person.new.name.trim() : null;
  const { rows } = await client.query<Standing>({
    name: 'posting-standing',
    text: `
      select m.dissolved_on as "dissolvedOn",
        (select jsonb_build_object('name', b.name, 'startsOn', b.starts_on, 'endsOn', b.ends_on)
         from teams.batch b where b.id = $2) as batch,
        ${townOfVillage('$3')} as "villageParent",
        exists (select from teams.find_person($4, $5)) as known
      from teams.team m where m.id = $1`,
    values: [wanted.team, wanted.batch, wanted.village, name, wanted.organisation],
  });
  if (!rows[0]) throw new Absent();
  return rows[0];
}

/** Who writes, and what hidden numbers are sealed with. */
interface Writer {
  account: string;
  secrets: Sealing;
  today: string;
}

/**
 * Adds a posting to a team, with the person's record when they are new.
 * @returns its batch, and whether somebody of a new person's name and unit was on record before
 * @throws Refusal when a rule says no; constraints refuse a second main posting and a second captain.
 */
export async function addPosting(
  db: Db,
  client: Client,
  id: string,
  team: TeamHead,
  wanted: AddPosting,
  by: Writer,
): Promise<{ batch: BatchFacts; known: boolean }> {
  const person = 'new' in wanted.person ? wanted.person.new.id : wanted.person.id;
  await inTurn(client, `teams.team:${team.id}`, `teams.person:${person}`);
  const { dissolvedOn, batch, villageParent, known } = await standingOf(client, wanted);
  if (!batch) throw new Refusal('teams.refusal.no_such_batch');
  const refusal = refusalOfPosting(wanted, { ...team, dissolvedOn }, villageParent);
  if (refusal) throw new Refusal(refusal);
  // Before the constraint that tells of a posting elsewhere: what fails here learns nothing of it.
  if (wanted.role === 'captain') await refuseSecondCaptain(client, team.id, wanted.startsOn);
  if (!wanted.main) await refuseLoneSecondPost(client, person, team.id, wanted.startsOn);
  if ('new' in wanted.person) {
    const added = wanted.person.new;
    await refuseWrong(client, added, { today: by.today, bornIn: added.bornIn });
    if (added.idNumber) {
      // Constraints speak before it is asked whose the number is: what they refuse learns nothing about it.
      await client.query('savepoint trial');
      await addPerson(db, added, team, wanted.organisation, by.account, {});
      await insertPosting(db, id, team, wanted, by.account);
      await client.query('set constraints all immediate; rollback to savepoint trial');
    }
    const numbers = await sealedNumbers(client, by.secrets, person, added);
    await addPerson(db, added, team, wanted.organisation, by.account, numbers);
  }
  await insertPosting(db, id, team, wanted, by.account);
  // A new person's record is kept here already.
  if (!('new' in wanted.person)) await keepRecordOf(client, person, by.today);
  return { batch, known };
}

/** The record lies where the latest posting that has begun is; night's round moves those that begin later. */
async function keepRecordOf(client: Client, person: string, today: string): Promise<void> {
  await client.query('select teams.keep_record_of($1, $2::date)', [person, today]);
}

async function insertPosting(
  db: Db,
  id: string,
  team: TeamHead,
  wanted: AddPosting,
  by: string,
): Promise<void> {
  await db
    .insertInto('teams.posting')
    .values({
      id,
      place_key: team.place,
      village_key: wanted.village,
      team_id: team.id,
      person_id: 'new' in wanted.person ? wanted.person.new.id : wanted.person.id,
      organisation_id: wanted.organisation,
      batch_id: wanted.batch,
      category: wanted.category,
      role: wanted.role,
      main: wanted.main,
      town_post: wanted.townPost?.trim() ?? null,
      starts_on: wanted.startsOn,
      due_on: wanted.dueOn,
      recorded_by: by,
    })
    .execute();
}

async function addPerson(
  db: Db,
  person: NewPerson,
  team: TeamHead,
  organisation: string | null,
  account: string,
  numbers: SealedNumbers,
): Promise<void> {
  const name = person.name.trim();
  await db
    .insertInto('teams.person')
    .values({
      id: person.id,
      place_key: team.place,
      name,
      pinyin: spelling(name, true),
      sex: person.sex,
      born_in: person.bornIn,
      education: person.education,
      rank: person.rank,
      party_member: person.partyMember,
      skills: person.skills,
      home_unit_id: organisation,
      ...numbers,
      recorded_by: account,
    })
    .execute();
}

/** The constraint says the same of those who come at once. */
async function refuseSecondCaptain(client: Client, team: string, startsOn: string): Promise<void> {
  const { rows } = await client.query(
    `select from teams.posting
     where team_id = $1 and role = 'captain' and daterange(starts_on, ends_on) && daterange($2::date, null)`,
    [team, startsOn],
  );
  if (rows.length > 0) throw new Refusal('teams.refusal.captain_taken');
}

/** A second post stands beside a main posting in the same team. */
async function refuseLoneSecondPost(
  client: Client,
  person: string,
  team: string,
  startsOn: string,
): Promise<void> {
  const { rows } = await client.query(
    `select from teams.posting
     where person_id = $1 and team_id = $2 and main and starts_on <= $3::date and ends_on is null`,
    [person, team, startsOn],
  );
  if (rows.length === 0) throw new Refusal('teams.refusal.second_post_alone');
}

async function parentOf(client: Client, village: string | null): Promise<string | null> {
  const { rows } = await client.query<{ parent: string | null }>(
    `select ${townOfVillage('$1')} as parent`,
    [village],
  );
  return rows[0]?.parent ?? null;
}

/**
 * Changes role, village, post in the town and due date; who, whence, where and since when never change.
 * @throws Refusal when it is over, or somebody changed it after the caller looked (409).
 */
export async function changePosting(
  db: Db,
  client: Client,
  posting: PostingRow,
  wanted: ChangePosting,
  by: string,
): Promise<void> {
  await inTurn(client, `teams.team:${posting.team}`);
  if (posting.endsOn) throw new Refusal('teams.refusal.posting_over');
  const village = await parentOf(client, wanted.village);
  const refusal = refusalOfTerms({ ...posting, ...wanted }, wanted.village, posting.place, village);
  if (refusal) throw new Refusal(refusal);
  const done = await db
    .updateTable('teams.posting')
    .set({
      role: wanted.role,
      village_key: wanted.village,
      town_post: wanted.townPost?.trim() ?? null,
      due_on: wanted.dueOn,
      recorded_by: by,
    })
    .where('id', '=', posting.id)
    .where('ends_on', 'is', null)
    .where((e) => e(e.fn('date_trunc', [e.val('milliseconds'), 'recorded_at']), '=', wanted.seen))
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new Refusal('teams.refusal.changed_meanwhile', {}, 409);
}

/**
 * Ends a posting; the end of a main posting ends the second posts beside it.
 * @returns the postings ended with it
 */
export async function endPosting(
  db: Db,
  client: Client,
  posting: PostingRow,
  wanted: EndPosting,
  by: Pick<Writer, 'account' | 'today'>,
): Promise<string[]> {
  await inTurn(client, `teams.team:${posting.team}`, `teams.person:${posting.person}`);
  const { rows } = await client.query<{ endsOn: string | null }>(
    'select ends_on as "endsOn" from teams.posting where id = $1 for update',
    [posting.id],
  );
  const refusal = refusalOfEnding({ ...posting, endsOn: rows[0]?.endsOn ?? null }, wanted);
  if (refusal) throw new Refusal(refusal);
  const end = {
    ends_on: wanted.endsOn,
    end_reason: wanted.reason,
    end_note: wanted.note?.trim() ?? null,
    recorded_by: by.account,
  };
  await db.updateTable('teams.posting').set(end).where('id', '=', posting.id).execute();
  if (!posting.main) return [];
  if (wanted.reason === 'entered_in_error') await keepRecordOf(client, posting.person, by.today);
  const beside = await db
    .updateTable('teams.posting')
    .set((e) => ({
      ...end,
      ends_on: e.fn<string>('greatest', ['starts_on', e.cast(e.val(wanted.endsOn), 'date')]),
    }))
    .where('person_id', '=', posting.person)
    .where('team_id', '=', posting.team)
    .where('main', '=', false)
    .where('ends_on', 'is', null)
    .returning('id')
    .execute();
  return beside.map(({ id }) => id);
}

/** First secretaries of a village beside a posting, for the warning of an overlap at hand-over. */
export async function othersInVillage(
  client: Client,
  posting: PostingRow,
): Promise<Pick<PostingRow, 'id' | 'startsOn' | 'endsOn'>[]> {
  if (posting.role !== 'first_secretary' || !posting.village) return [];
  const { rows } = await client.query<Pick<PostingRow, 'id' | 'startsOn' | 'endsOn'>>({
    name: 'others-in-village',
    text: `
      select o.id, o.starts_on as "startsOn", o.ends_on as "endsOn" from teams.posting o
      where o.place_key = $1 and o.village_key = $2 and o.role = 'first_secretary' and o.id <> $3
        and (o.ends_on is null or o.ends_on > $4::date)
      order by o.starts_on, o.id`,
    values: [posting.place, posting.village, posting.id, posting.startsOn],
  });
  return rows;
}

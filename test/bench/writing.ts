/** One posting written through HTTP, with audit, replay, history and increments, against the bare insert. */
import { newId } from '../../src/platform/new-id.ts';
import { rate } from './rate.ts';
import type { Result } from './report.ts';
import type { Stage } from './stage.ts';

const teams = 200;
const starts = '2022-03-01';

export async function benchWriting(on: Stage): Promise<Result[]> {
  const arranged = await arrange(on);
  const ours = await rate((i) => post(on, arranged, i));
  await on.owner.query('alter table teams.posting disable trigger user');
  const bare = await rate((i) => insert(on, arranged, i));
  await on.owner.query('alter table teams.posting enable trigger user');
  return [
    {
      what: 'one posting through HTTP with audit and increments',
      ours: `${ours.toFixed(0)}/s`,
      baseline: `bare insert of person and posting: ${bare.toFixed(0)}/s`,
      ratio: ours / bare,
      goal: '0.25',
    },
  ];
}

interface Arranged {
  teams: readonly { id: string; place: string }[];
  batch: string;
  organisation: string;
}

async function arrange({ owner }: Stage): Promise<Arranged> {
  const [batch, organisation] = [newId(), newId()];
  await owner.query(
    'insert into teams.batch (id, name, number, starts_on) values ($1, $2, 900, $3)',
    [batch, 'bench', starts],
  );
  await owner.query(
    `insert into teams.organisation (id, name, pinyin, kind, level, home_key, valid_from)
     values ($1, 'bench', 'bench', 'party_government', 'city', 440000000000, $2)`,
    [organisation, starts],
  );
  const { rows } = await owner.query<{ id: string; place: string }>(
    `insert into teams.team (id, place_key, city_key, county_key, name, place_kind, formed_on)
     select gen_random_uuid(), r.key, (select ancestor from regions.ancestor a where a.key = r.key and a.level = 'city'),
       r.parent, 'bench', 'town', $1
     from regions.region r where r.level = 'town' and r.valid_to is null order by r.key limit $2
     returning id, place_key as place`,
    [starts, teams],
  );
  return { teams: rows, batch, organisation };
}

/** Writers go round the teams: those of one team wait in turn, and no team has hundreds of people. */
const teamOf = (arranged: Arranged, i: number): { id: string; place: string } => {
  const team = arranged.teams[i % arranged.teams.length];
  if (!team) throw new Error('no town to write to');
  return team;
};

const person = (i: number) => ({
  id: newId(),
  name: `压测${i}`,
  sex: 'female',
  bornIn: null,
  education: null,
  rank: null,
  partyMember: false,
  skills: [],
});

async function post(on: Stage, arranged: Arranged, i: number): Promise<void> {
  const { batch, organisation } = arranged;
  const reply = await fetch(`${on.base}/api/teams/postings`, {
    method: 'POST',
    headers: {
      cookie: on.cookie,
      'content-type': 'application/json',
      'x-zhuzhen': '1',
      'idempotency-key': newId(),
    },
    body: JSON.stringify({
      team: teamOf(arranged, i).id,
      batch,
      organisation,
      person: { new: person(i) },
      category: 'cadre',
      role: 'member',
      village: null,
      townPost: null,
      main: true,
      startsOn: starts,
      dueOn: null,
    }),
  });
  if (!reply.ok) throw new Error(`${reply.status}: ${await reply.text()}`);
  await reply.arrayBuffer();
}

/** The same two rows by two statements in one transaction, without scope, audit, replay, warnings or increments. */
async function insert({ owner }: Stage, arranged: Arranged, i: number): Promise<void> {
  const { batch, organisation } = arranged;
  const { id: team, place } = teamOf(arranged, i);
  const someone = person(i);
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(
      "insert into teams.person (id, place_key, name, pinyin, sex, home_unit_id) values ($1, $2, $3, 'yace', 'female', $4)",
      [someone.id, place, someone.name, organisation],
    );
    await client.query(
      `insert into teams.posting (id, place_key, team_id, person_id, organisation_id, batch_id, category, role, starts_on)
       values ($1, $2, $3, $4, $5, $6, 'cadre', 'member', $7)`,
      [newId(), place, team, someone.id, organisation, batch, starts],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

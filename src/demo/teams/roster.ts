// The working store of the teams generator: rows as they come to be, and how a posting is written.
import type { TeamsCategory, TeamsEndReason, TeamsRole } from '../../schema.gen.ts';
import { recorded } from '../days.ts';
import type { Row } from '../rows.ts';
import type { Random } from '../seed.ts';
import { type Person, person } from './people.ts';
import type { TeamPlan } from './plan.ts';
import type { Unit } from './units.ts';

export const FIRST_BATCH = '0179f000-0000-7000-8000-000000000001';
export const SECOND_BATCH = '0179f000-0000-7000-8000-000000000002';

export type Posting = Row<'teams.posting'> & {
  id: string;
  starts_on: string;
  ends_on: string | null;
};

export interface Team extends TeamPlan {
  id: string;
  /** Units of the group, the lead first. */
  units: { unit: Unit; from: string; to: string | null }[];
}

export interface Roster {
  people: Person[];
  postings: Posting[];
  history: Row<'teams.posting_history'>[];
}

export interface Stationing {
  category: TeamsCategory;
  role: TeamsRole;
  unit: Unit | null;
  from: string;
  due: string | null;
  end?: { on: string; reason: TeamsEndReason; note?: string };
  post?: string | null;
}

/** Posts a new person; an ended posting leaves the open state it had before in the history. */
export function station(r: Random, roster: Roster, team: Team, what: Stationing): Posting {
  const who = person(r, team.town.key, what.category, what.role, what.unit?.id ?? null);
  roster.people.push(who);
  return write(r, roster, team, what, who.id, { main: true, village: null });
}

/** Puts a member of the team into a village as first secretary beside the main posting. */
export function sendToVillage(
  r: Random,
  roster: Roster,
  team: Team,
  main: Posting,
  village: string,
): void {
  const what: Stationing = {
    category: main.category,
    role: 'first_secretary',
    unit: team.units.find(({ unit }) => unit.id === main.organisation_id)?.unit ?? null,
    from: main.starts_on,
    due: main.due_on ?? null,
    post: '驻村第一书记',
  };
  write(r, roster, team, what, main.person_id, { main: false, village });
}

function write(
  r: Random,
  roster: Roster,
  team: Team,
  what: Stationing,
  personId: string,
  where: { main: boolean; village: string | null },
): Posting {
  const open = {
    id: r.uuid(what.from),
    place_key: team.town.key,
    village_key: where.village,
    team_id: team.id,
    person_id: personId,
    organisation_id: what.unit?.id ?? null,
    batch_id: FIRST_BATCH,
    category: what.category,
    role: what.role,
    main: where.main,
    town_post: what.post ?? null,
    starts_on: what.from,
    due_on: what.due,
    ends_on: null,
    end_reason: null,
    end_note: null,
    made_up: true,
    recorded_at: recorded(what.from, r.lag()),
  };
  if (what.end === undefined) {
    roster.postings.push(open);
    return open;
  }
  const closedAt = recorded(what.end.on, r.lag());
  const closed = {
    ...open,
    ends_on: what.end.on,
    end_reason: what.end.reason,
    end_note: what.end.note ?? null,
    recorded_at: closedAt,
  };
  roster.postings.push(closed);
  if (open.recorded_at < closedAt) roster.history.push({ ...open, superseded_at: closedAt });
  return closed;
}

/** The post a cadre holds in the town beside the team. */
export function townPost(team: Team, role: TeamsRole): string | null {
  const street = team.placeKind === 'street';
  if (role === 'captain') return street ? '街道党工委副书记（挂职）' : '镇党委副书记（挂职）';
  if (role === 'deputy_captain') return street ? '街道办事处副主任（挂职）' : '副镇长（挂职）';
  return null;
}

// Who is in post, who was, and where someone is missing.
import type { TeamsEndReason, TeamsRole } from '../../schema.gen.ts';
import { between, later, plus, TODAY } from '../days.ts';
import { type Random, taken } from '../seed.ts';
import {
  type Posting,
  type Roster,
  sendToVillage,
  station,
  type Team,
  townPost,
} from './roster.ts';
import type { SpecialistUnits } from './specialists.ts';
import type { Unit } from './units.ts';

const TERM_ENDS = '2024-07-01';
const REASONS: readonly (readonly [TeamsEndReason, number])[] = [
  ['transferred', 34],
  ['rotation', 30],
  ['promoted', 16],
  ['illness', 8],
  ['retired', 7],
  ['resigned', 5],
];

/** Cadres of a team: in post today exactly `team.cadres`, with earlier holders of some of the posts. */
export function stationCadres(
  r: Random,
  roster: Roster,
  team: Team,
  marked: ReadonlySet<string>,
): void {
  if (team.dissolvedOn !== null) {
    const end = {
      on: team.dissolvedOn,
      reason: 'transferred' as const,
      note: '撤镇设街道，工作队调整',
    };
    for (const [at, { unit }] of team.units.entries()) {
      const role = at === 0 ? 'captain' : 'member';
      station(r, roster, team, cadre(team, role, unit, plus(team.formedOn, r.int(0, 9)), end));
    }
    return;
  }
  const headless = r.chance(0.012);
  const hasDeputy = r.chance(team.cadres > 5 ? 0.5 : 0.12);
  const senders = team.units.slice(0, team.sending).map(({ unit }) => unit);
  const inPost: Posting[] = [];
  for (let at = 0; at < team.cadres; at++) {
    const unit = taken(senders, at < senders.length ? at : r.int(0, senders.length - 1));
    const role: TeamsRole =
      at === 0
        ? headless
          ? 'member'
          : 'captain'
        : at === 1 && hasDeputy
          ? 'deputy_captain'
          : 'member';
    inPost.push(filled(r, roster, team, role, unit));
  }
  for (const { unit } of team.units.slice(team.sending)) {
    const on = plus(TODAY, -r.int(0, 120));
    leaves(r, roster, team, 'member', unit, later(on, plus(team.formedOn, 20)));
  }
  if (headless) {
    leaves(r, roster, team, 'captain', taken(senders, 0), plus(TODAY, -r.int(0, 70)));
    if (r.chance(0.5)) {
      const arrives = plus(TODAY, r.int(1, 12));
      station(r, roster, team, cadre(team, 'captain', taken(senders, 0), arrives));
    }
  }
  if (r.chance(0.005)) {
    const end = {
      on: team.formedOn,
      reason: 'entered_in_error' as const,
      note: '重复登记，已更正',
    };
    station(r, roster, team, cadre(team, 'member', taken(senders, 0), team.formedOn, end));
  }
  const villages = r.shuffled(team.town.villages.filter((village) => village.administrative));
  villages.sort((a, b) => Number(marked.has(b.key)) - Number(marked.has(a.key)));
  const members = inPost.filter(({ role, ends_on }) => role === 'member' && ends_on === null);
  const wanted = r.weighted([
    [0, 24],
    [1, 38],
    [2, 28],
    [3, 10],
  ]);
  for (const [at, village] of villages.slice(0, Math.min(wanted, members.length)).entries()) {
    sendToVillage(r, roster, team, taken(members, members.length - 1 - at), village.key);
  }
}

/** Specialists and volunteers; recruited ones have no sending unit. */
export function stationOthers(r: Random, roster: Roster, team: Team, units: SpecialistUnits): void {
  const start = (autumn: string) =>
    later(plus(team.formedOn, r.int(3, 30)), plus(autumn, r.int(0, 25)));
  const specialist = { role: 'specialist' as const };
  for (let n = 0; n < team.graduates; n++) {
    const from = start(r.chance(0.85) ? '2021-08-10' : '2022-02-20');
    station(r, roster, team, {
      ...specialist,
      category: 'graduate_service',
      unit: null,
      from,
      due: plus(from, 730),
    });
  }
  for (let n = 0; n < team.agents; n++) {
    const from = start(r.chance(0.6) ? '2021-09-01' : '2022-03-01');
    station(r, roster, team, {
      ...specialist,
      category: 'agri_tech_agent',
      unit: units.schoolFor(team),
      from,
      due: plus(from, 1_095),
    });
  }
  for (let n = 0; n < team.finance; n++) {
    const from = start(r.chance(0.5) ? '2021-10-08' : '2022-01-10');
    station(r, roster, team, {
      ...specialist,
      category: 'finance_assistant',
      unit: units.bankFor(team),
      from,
      due: plus(from, r.pick([365, 730])),
    });
  }
  for (let n = 0; n < team.volunteers; n++) {
    const from = start('2021-08-15');
    const years = r.weighted([
      [1, 55],
      [2, 25],
      [3, 20],
    ]);
    station(r, roster, team, {
      category: 'volunteer',
      role: 'volunteer',
      unit: null,
      from,
      due: plus('2021-08-31', 365 * years),
    });
  }
  if (r.chance(0.12)) {
    const from = start('2021-08-10');
    const on = later(plus(from, 30), plus(TODAY, -r.int(1, 150)));
    const end = { on, reason: r.pick(['resigned', 'term_completed'] as const) };
    if (on <= TODAY)
      station(r, roster, team, {
        category: 'volunteer',
        role: 'volunteer',
        unit: null,
        from,
        due: '2022-08-31',
        end,
      });
  }
}

/** A post that is filled today: by its first holder, or by a successor some days after the first left. */
function filled(r: Random, roster: Roster, team: Team, role: TeamsRole, unit: Unit): Posting {
  const first = plus(
    team.formedOn,
    r.weighted([
      [r.int(0, 6), 80],
      [r.int(7, 40), 20],
    ]),
  );
  const room = between(first, TODAY);
  if (r.chance(0.003)) {
    // Already decided, still in post today: the end lies in the coming days.
    const end = {
      on: plus(TODAY, r.int(1, 14)),
      reason: r.pick(['promoted', 'transferred'] as const),
    };
    return station(r, roster, team, cadre(team, role, unit, first, end));
  }
  if (room < 150 || !r.chance(0.1))
    return station(r, roster, team, cadre(team, role, unit, first, undefined, dueOn(r, team)));
  const left = plus(first, r.int(90, room - 40));
  station(
    r,
    roster,
    team,
    cadre(team, role, unit, first, { on: left, reason: r.weighted(REASONS) }),
  );
  const next = plus(
    left,
    r.weighted([
      [0, 20],
      [r.int(1, 12), 50],
      [r.int(13, 38), 30],
    ]),
  );
  return station(r, roster, team, cadre(team, role, unit, next, undefined, dueOn(r, team)));
}

function leaves(
  r: Random,
  roster: Roster,
  team: Team,
  role: TeamsRole,
  unit: Unit,
  on: string,
): void {
  const end = { on, reason: r.weighted(REASONS) };
  station(r, roster, team, cadre(team, role, unit, plus(team.formedOn, r.int(0, 6)), end));
}

function cadre(
  team: Team,
  role: TeamsRole,
  unit: Unit,
  from: string,
  end?: { on: string; reason: TeamsEndReason; note?: string },
  due = TERM_ENDS,
) {
  const post = townPost(team, role);
  return { category: 'cadre' as const, role, unit, from, due, post, ...(end ? { end } : {}) };
}

/** Three years in principle; some cities rotate earlier, so that part of a team is due within half a year. */
function dueOn(r: Random, team: Team): string {
  if (!r.chance(0.06)) return TERM_ENDS;
  return plus(r.chance(0.6) ? '2022-08-20' : plus(team.formedOn, 500), r.int(0, 150));
}

/** Everything the rules look at in a team on a day, and what they say of it. */
import type { Client } from '../../platform/db/pool.ts';
import type { TeamPage } from '../contract.ts';
import type { Warning } from '../contract-values.ts';
import { warningsOfTeam } from '../rules.ts';
import { limitsAt } from './arrangement.ts';
import { needsOf, rosterOf, type TeamHead, unitsOf, villagesOf } from './one-team.ts';

export type TeamState = Pick<TeamPage, 'roster' | 'villages' | 'units' | 'needs' | 'warnings'>;

export async function teamState(client: Client, team: TeamHead, on: string): Promise<TeamState> {
  const roster = await rosterOf(client, team.id, on);
  const villages = await villagesOf(client, team.place, on);
  const units = await unitsOf(client, team.id, on);
  const needs = await needsOf(client, team.place, on);
  const limits = await limitsAt(client, team.place, on);
  const led = units.some((unit) => unit.lead && unit.startsOn <= on);
  const stands = team.formedOn <= on && (team.dissolvedOn === null || team.dissolvedOn > on);
  const warnings: Warning[] = stands ? warningsOfTeam(roster, villages, led, limits) : [];
  return { roster, villages, units, needs, warnings };
}

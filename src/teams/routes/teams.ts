/** Forming and dissolving teams and the group of units behind them. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams, Written } from '../contract-values.ts';
import { AddUnit, DissolveTeam, EndOn, FormTeam, LeadFrom } from '../contract-writing.ts';
import { teamFor } from '../store/one-team.ts';
import { teamState } from '../store/team-state.ts';
import { dissolveTeam, formTeam } from '../store/writing/form-team.ts';
import { addUnit, endUnit, leadWith, unitFor } from '../store/writing/team-units.ts';

const write = { method: 'POST', permission: 'teams.write', reply: { 200: Written } } as const;

const unitConstraints = {
  team_unit_once: 'teams.refusal.unit_twice',
  team_unit_one_lead: 'teams.refusal.lead_taken',
  team_unit_organisation: 'teams.refusal.no_such_organisation',
  team_unit_pkey: 'teams.refusal.id_taken',
};

export const teamRoutes: Endpoint[] = [
  endpoint({
    ...write,
    reply: { 201: Written },
    url: '/api/teams/teams',
    summary: { zh: '组建工作队', en: 'Form a team' },
    body: FormTeam,
    constraints: {
      ...unitConstraints,
      team_one_a_place: 'teams.refusal.team_exists',
      team_pkey: 'teams.refusal.id_taken',
    },
    handle: async ({ db, client, caller, id, body, note }) => {
      await placeFor(client, caller, body.place);
      const formed = await formTeam(db, client, id, body, caller.account);
      note({ object: `team ${id}`, place: body.place, after: { ...body, ...formed } });
      const team = await teamFor(client, caller, id, body.formedOn);
      const { warnings } = await teamState(client, team, body.formedOn);
      // A team just formed has nobody yet; only what its units lack is worth saying.
      return { id, warnings: warnings.filter(({ code }) => code === 'no_lead') };
    },
  }),
  endpoint({
    ...write,
    url: '/api/teams/teams/:id/dissolve',
    summary: { zh: '撤销工作队', en: 'Dissolve a team' },
    params: IdParams,
    body: DissolveTeam,
    constraints: { team_dates: 'teams.refusal.end_before_start' },
    handle: async ({ db, client, caller, params, body, today, note }) => {
      const team = await teamFor(client, caller, params.id, today);
      await dissolveTeam(db, client, team, body, caller.account);
      note({
        object: `team ${team.id}`,
        place: team.place,
        before: { dissolvedOn: team.dissolvedOn },
        after: body,
      });
      return { id: team.id, warnings: [] };
    },
  }),
  endpoint({
    ...write,
    reply: { 201: Written },
    url: '/api/teams/team-units',
    summary: { zh: '增加组团单位', en: 'Add a unit to the group behind a team' },
    body: AddUnit,
    constraints: unitConstraints,
    handle: async ({ db, client, caller, id, body, today, note }) => {
      const team = await teamFor(client, caller, body.team, today);
      await addUnit(db, client, id, team, body, caller.account);
      note({ object: `team_unit ${id}`, place: team.place, after: body });
      return { id, warnings: [] };
    },
  }),
  endpoint({
    ...write,
    url: '/api/teams/team-units/:id/lead',
    summary: {
      zh: '改由这个组团单位牵头，原牵头单位转为成员单位',
      en: 'Make a unit the lead of the group; the one that led stays as a member',
    },
    params: IdParams,
    body: LeadFrom,
    constraints: unitConstraints,
    handle: async ({ client, caller, params, body, note }) => {
      const unit = await unitFor(client, caller, params.id);
      await leadWith(client, unit, body.on, caller.account);
      note({ object: `team_unit ${unit.id}`, place: unit.place, before: unit, after: body });
      return { id: unit.id, warnings: [] };
    },
  }),
  endpoint({
    ...write,
    url: '/api/teams/team-units/:id/end',
    summary: { zh: '组团单位退出', en: 'End a unit’s part in the group' },
    params: IdParams,
    body: EndOn,
    handle: async ({ db, client, caller, params, body, today, note }) => {
      const unit = await unitFor(client, caller, params.id);
      await endUnit(db, client, unit, body.endsOn, caller.account);
      note({ object: `team_unit ${unit.id}`, place: unit.place, before: unit, after: body });
      const team = await teamFor(client, caller, unit.team, today);
      const { warnings } = await teamState(client, team, body.endsOn);
      return { id: unit.id, warnings: warnings.filter(({ code }) => code === 'no_lead') };
    },
  }),
];

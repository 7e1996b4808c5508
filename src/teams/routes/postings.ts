/** Adding, changing and ending postings. Rules that warn answer with the deed, they never stop it. */

import type { Client } from '../../platform/db/pool.ts';
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { LeftOpen, type PostingRow } from '../contract.ts';
import { IdParams, OnQuery, type Warning, Written } from '../contract-values.ts';
import { AddPosting, ChangePosting, EndPosting } from '../contract-writing.ts';
import { warningsOfOverlap, warningsOfPosting, warningsOfUnit } from '../rules.ts';
import { leftOpenBy } from '../store/leaving.ts';
import { type TeamHead, teamFor } from '../store/one-team.ts';
import { teamState } from '../store/team-state.ts';
import { countNumber } from '../store/writing/write-person.ts';
import {
  addPosting,
  type BatchFacts,
  batchOf,
  changePosting,
  endPosting,
  othersInVillage,
  postingFor,
} from '../store/writing/write-posting.ts';

const write = { method: 'POST', permission: 'teams.write', reply: { 200: Written } } as const;

const constraints = {
  posting_one_main: 'teams.refusal.posted_elsewhere',
  posting_one_captain: 'teams.refusal.captain_taken',
  posting_person: 'teams.refusal.no_such_person',
  posting_organisation: 'teams.refusal.no_such_organisation',
  posting_first_secretary_village: 'teams.refusal.village_needed',
  posting_pkey: 'teams.refusal.id_taken',
  person_pkey: 'teams.refusal.id_taken',
  person_unit: 'teams.refusal.no_such_organisation',
  person_id_number_once: 'teams.refusal.id_number_taken',
  person_name_form: 'teams.refusal.name_form',
};

export const postingRoutes: Endpoint[] = [
  endpoint({
    ...write,
    reply: { 201: Written },
    url: '/api/teams/postings',
    summary: { zh: '登记派驻任职', en: 'Add a posting' },
    body: AddPosting,
    constraints,
    counted: async (context) => {
      if ('new' in context.body.person) await countNumber(context, context.body.person.new);
    },
    handle: async ({ db, client, secrets, caller, id, body, today, note }) => {
      const team = await teamFor(client, caller, body.team, today);
      // Also a refused one names whom it was about.
      if (!('new' in body.person))
        note({ object: `person ${body.person.id}`, place: team.place, person: body.person.id });
      const { batch, known } = await addPosting(db, client, id, team, body, {
        account: caller.account,
        secrets,
        today,
      });
      const on = later(today, body.startsOn);
      const { posting, warnings } = await warningsAfter(client, team, id, batch, on);
      note({
        object: `posting ${id}`,
        place: team.place,
        person: posting.person,
        after: factsOf(posting),
      });
      const twice = known ? [{ code: 'person_known', params: { posting: id } }] : [];
      return { id, warnings: [...twice, ...warnings] };
    },
  }),
  endpoint({
    ...write,
    url: '/api/teams/postings/:id/change',
    summary: {
      zh: '变更派驻任职：职务、驻点村、镇内任职、到期日',
      en: 'Change role, village, post in the town or due date of a posting',
    },
    params: IdParams,
    body: ChangePosting,
    constraints,
    handle: async ({ db, client, caller, params, body, today, note }) => {
      const before = await postingFor(client, caller, params.id);
      const team = await teamFor(client, caller, before.team, today);
      await changePosting(db, client, before, body, caller.account);
      const batch = await batchOf(client, before.batch);
      const on = later(today, before.startsOn);
      const { posting, warnings } = await warningsAfter(client, team, before.id, batch, on);
      note({
        object: `posting ${before.id}`,
        place: before.place,
        person: before.person,
        before: factsOf(before),
        after: factsOf(posting),
      });
      return { id: before.id, warnings };
    },
  }),
  endpoint({
    method: 'GET',
    permission: 'teams.read',
    url: '/api/teams/postings/:id/left-open',
    summary: {
      zh: '这条任职从某日起结束，哪些事没人接：队长、驻点村、未落实的任务',
      en: 'What nobody looks after once a posting has ended by a day: captain, villages, open duties',
    },
    params: IdParams,
    query: OnQuery,
    reply: { 200: LeftOpen },
    handle: async ({ client, caller, params, query }) =>
      leftOpenBy(client, await postingFor(client, caller, params.id), query.on),
  }),
  endpoint({
    ...write,
    url: '/api/teams/postings/:id/end',
    summary: { zh: '结束派驻任职', en: 'End a posting' },
    params: IdParams,
    body: EndPosting,
    constraints: { posting_dates: 'teams.refusal.end_before_start' },
    handle: async ({ db, client, caller, params, body, today, note }) => {
      const before = await postingFor(client, caller, params.id);
      const team = await teamFor(client, caller, before.team, today);
      const beside = await endPosting(db, client, before, body, {
        account: caller.account,
        today,
      });
      const after = await postingFor(client, caller, params.id);
      note({
        object: `posting ${after.id}`,
        place: after.place,
        person: after.person,
        before: factsOf(before),
        after: { ...factsOf(after), beside },
      });
      const { warnings } = await teamState(client, team, later(today, body.endsOn));
      const second =
        beside.length > 0 ? [{ code: 'second_ended', params: { posting: after.id } }] : [];
      return { id: after.id, warnings: [...second, ...warnings] };
    },
  }),
];

/** The posting as it now stands in the roster, and what the rules say of it and its team on a day it is in post. */
async function warningsAfter(
  client: Client,
  team: TeamHead,
  id: string,
  batch: BatchFacts,
  on: string,
): Promise<{ posting: PostingRow; warnings: Warning[] }> {
  const { roster, units, limits, warnings } = await teamState(client, team, on);
  const posting = roster.find((row) => row.id === id);
  if (!posting) throw new Error(`posting ${id} is not in post on ${on}`);
  return {
    posting,
    warnings: [
      ...warningsOfPosting(posting, batch, limits),
      ...warningsOfUnit(posting, units),
      ...warningsOfOverlap(posting, await othersInVillage(client, posting)),
      ...warnings,
    ],
  };
}

const later = (a: string, b: string): string => [a, b].toSorted()[1] ?? a;

/** What the audit keeps: ids and terms, no personal detail. */
function factsOf(posting: PostingRow): Partial<PostingRow> {
  const { id, person, team, organisation, batch, category, role, main, village, townPost } =
    posting;
  const { startsOn, dueOn, endsOn, endReason } = posting;
  return {
    id,
    person,
    team,
    organisation,
    batch,
    category,
    role,
    main,
    village,
    townPost,
    startsOn,
    dueOn,
    endsOn,
    endReason,
  };
}

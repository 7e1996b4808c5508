/** Reading teams, their people and their helpers. Every list of a region asks first whether the place is the caller's. */
import { addMonths } from '../../kit/period.ts';
import { inRanges } from '../../platform/db/scope.ts';
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import {
  Changes,
  PeopleQuery,
  PersonRows,
  PostingRows,
  SamePersonQuery,
  SamePersonRows,
  TeamPage,
  TeamRows,
  TeamsQuery,
  VacancyRows,
} from '../contract.ts';
import {
  CityRows,
  HomeRows,
  OrganisationPage,
  OrganisationRows,
  OrganisationsQuery,
  PairingRows,
  PairingsQuery,
} from '../contract-organisations.ts';
import { IdParams, OnQuery, PageQuery, PlacePageQuery, PlaceQuery } from '../contract-values.ts';
import { warningsOfCode } from '../rules.ts';
import { historyOfTeam } from '../store/history.ts';
import { needsOf, othersOf, teamFor } from '../store/one-team.ts';
import {
  homesFor,
  lineageOf,
  organisationFor,
  organisationsLike,
  teamsOfOrganisation,
} from '../store/organisations.ts';
import { citiesOn, pairingsOfRegion } from '../store/pairings.ts';
import { peopleLike, personOf } from '../store/people.ts';
import { endingsOfRegion, postingsOfOrganisation } from '../store/postings.ts';
import { teamState } from '../store/team-state.ts';
import { teamsOfRegion, vacanciesOfRegion } from '../store/teams-of-region.ts';

const read = { method: 'GET', permission: 'teams.read' } as const;

/** How far ahead the list of endings looks. */
const endingMonths = 6;

export const readingRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url: '/api/teams/teams',
    summary: {
      zh: '一个地方的工作队：层级、批次、人数、缺员，按区划代码排列',
      en: 'Teams of a region with tier, batches, people and vacancy, in the order of division codes',
    },
    query: TeamsQuery,
    reply: { 200: TeamRows },
    handle: async ({ client, caller, query }) =>
      teamsOfRegion(client, await placeFor(client, caller, query.place), query),
  }),
  endpoint({
    ...read,
    url: '/api/teams/teams/:id',
    summary: {
      zh: '一支工作队：在任人员、村、组团单位、编配要求和提醒',
      en: 'One team: people in post, villages, units, requirements and warnings',
    },
    params: IdParams,
    query: OnQuery,
    reply: { 200: TeamPage },
    handle: async ({ client, caller, params, query }) => {
      const team = await teamFor(client, caller, params.id, query.on);
      const { limits: _, ...state } = await teamState(client, team, query.on);
      const needs = await needsOf(client, team.place, query.on);
      return { ...team, ...state, needs, others: await othersOf(client, team.id, query.on) };
    },
  }),
  endpoint({
    ...read,
    url: '/api/teams/teams/:id/changes',
    summary: { zh: '一支工作队的变动记录', en: 'What was done to a team, latest first' },
    params: IdParams,
    reply: { 200: Changes },
    handle: async ({ client, caller, params, today }) => {
      const team = await teamFor(client, caller, params.id, today);
      return { rows: await historyOfTeam(client, team.id) };
    },
  }),
  endpoint({
    ...read,
    url: '/api/teams/organisations',
    summary: {
      zh: '选派单位，按名称、拼音或统一社会信用代码查找',
      en: 'Sending units by name, spelling or credit code',
    },
    query: OrganisationsQuery,
    reply: { 200: OrganisationRows },
    handle: async ({ client, query }) => organisationsLike(client, query),
  }),
  endpoint({
    ...read,
    url: '/api/teams/unit-homes',
    summary: {
      zh: '登记单位、出资方时可选的所在地：本地、上级和对口帮扶市',
      en: 'Homes a unit or payer may be entered with: the place, those above it, and cities that help its city',
    },
    query: PlaceQuery,
    reply: { 200: HomeRows },
    handle: async ({ client, caller, query }) => {
      const { key } = await placeFor(client, caller, query.place);
      return { rows: await homesFor(client, key, query.on) };
    },
  }),
  endpoint({
    ...read,
    url: '/api/teams/organisations/:id',
    summary: {
      zh: '一个选派单位：更名合并、组团的工作队',
      en: 'One sending unit with its lineage and the teams behind which it stands',
    },
    params: IdParams,
    reply: { 200: OrganisationPage },
    handle: async ({ client, caller, params }) => {
      const organisation = await organisationFor(client, params.id);
      return {
        ...organisation,
        own: inRanges(organisation.home, caller.ranges),
        ...(await lineageOf(client, params.id)),
        teams: await teamsOfOrganisation(client, caller, params.id),
        warnings: warningsOfCode(organisation.name, organisation.creditCode),
      };
    },
  }),
  endpoint({
    ...read,
    url: '/api/teams/organisations/:id/postings',
    summary: { zh: '一个选派单位派了谁到哪里', en: 'Whom a unit sent where, latest first' },
    params: IdParams,
    query: PageQuery,
    reply: { 200: PostingRows },
    handle: async ({ client, caller, params, query }) => {
      await organisationFor(client, params.id);
      return postingsOfOrganisation(client, caller, params.id, query);
    },
  }),
  endpoint({
    ...read,
    url: '/api/teams/pairings',
    summary: {
      zh: '一个地方的结对关系、任务分工和落实情况',
      en: 'Pairings of a region with their duties and what was done',
    },
    query: PairingsQuery,
    reply: { 200: PairingRows },
    handle: async ({ client, caller, query }) =>
      pairingsOfRegion(client, await placeFor(client, caller, query.place), query),
  }),
  endpoint({
    ...read,
    url: '/api/teams/cities',
    summary: {
      zh: '全省地级市，登记对口帮扶时选用',
      en: 'Cities of the province, for pairings of two',
    },
    reply: { 200: CityRows },
    handle: async ({ client, today }) => ({ rows: await citiesOn(client, today) }),
  }),
  endpoint({
    ...read,
    url: '/api/teams/vacancies',
    summary: {
      zh: '一个地方的缺员，对照当日有效的编配要求',
      en: 'Vacancies of a region against the requirements valid on the day',
    },
    query: PlacePageQuery,
    reply: { 200: VacancyRows },
    handle: async ({ client, caller, query }) =>
      vacanciesOfRegion(client, await placeFor(client, caller, query.place), query),
  }),
  endpoint({
    ...read,
    url: '/api/teams/endings',
    summary: {
      zh: '六个月内到期的派驻任职，已超期的在前',
      en: 'Postings that end within six months, those overdue first',
    },
    query: PlacePageQuery,
    reply: { 200: PostingRows },
    handle: async ({ client, caller, query }) =>
      endingsOfRegion(client, await placeFor(client, caller, query.place), {
        ...query,
        until: addMonths(query.on, endingMonths),
      }),
  }),
  endpoint({
    ...read,
    url: '/api/teams/people',
    summary: {
      zh: '本地在册人员，按姓名或拼音开头查找',
      en: 'People kept in a region whose name begins so',
    },
    query: PeopleQuery,
    reply: { 200: PersonRows },
    handle: async ({ client, caller, query }) => ({
      rows: await peopleLike(client, caller, await placeFor(client, caller, query.place), query.q),
    }),
  }),
  endpoint({
    ...read,
    permission: 'teams.write',
    url: '/api/teams/people/same',
    summary: {
      zh: '全省同名同单位的人，只给编号和姓名',
      en: 'People of exactly this name and unit anywhere in the province: id and name only',
    },
    query: SamePersonQuery,
    reply: { 200: SamePersonRows },
    audited: true,
    handle: async ({ client, query, note }) => {
      const rows = await personOf(client, query.name.trim(), query.organisation);
      const [found, other] = rows;
      note({
        object: `organisation ${query.organisation}`,
        ...(found && !other ? { person: found.id } : {}),
      });
      return { rows };
    },
  }),
];

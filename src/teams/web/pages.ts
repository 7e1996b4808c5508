/** Pages of teams. */
import type { PageDef } from '../../platform/web/page-def.ts';

const group = 'teams.page.group';
const permission = 'teams.read';

export const pages: readonly PageDef[] = [
  {
    path: '/teams',
    nav: { group, word: 'teams.page.teams', order: 20 },
    permission,
    load: () => import('./teams-page.tsx'),
  },
  { path: '/teams/$id', permission, load: () => import('./team/team-page.tsx') },
  {
    path: '/teams/vacancies',
    nav: { group, word: 'teams.page.vacancies', order: 21 },
    permission,
    load: () => import('./vacancies-page.tsx'),
  },
  {
    path: '/teams/organisations',
    nav: { group, word: 'teams.page.organisations', order: 22 },
    permission,
    load: () => import('./organisation/organisations-page.tsx'),
  },
  {
    path: '/teams/organisations/$id',
    permission,
    load: () => import('./organisation/organisation-page.tsx'),
  },
  {
    path: '/teams/pairings',
    nav: { group, word: 'teams.page.pairings', order: 23 },
    permission,
    load: () => import('./pairing/pairings-page.tsx'),
  },
  {
    path: '/teams/arrangement',
    nav: { group, word: 'teams.page.arrangement', order: 24 },
    permission,
    load: () => import('./arrangement/arrangement-page.tsx'),
  },
];

/** Real objects of the demonstration for pages about one thing: asked from the product as the person who is signed in. */
import type { Page } from 'playwright-core';

/** Ids by what stands before them in a path: `teams` a team, `teams.organisations` a unit; null where there is none. */
export async function samples(page: Page, home: string): Promise<Record<string, string | null>> {
  const period = `place=${home}&from=2022-01-01&to=2022-07-28`;
  const rows = async (code: string) => {
    const reply = await page.request.get(
      `/api/indicators/definitions/${code}/rows?${period}&limit=5`,
    );
    if (!reply.ok()) return []; // an administrator reads no figures
    return ((await reply.json()) as { rows: { id: string; links: (string | null)[] }[] }).rows;
  };
  const first = async (list: string): Promise<string | null> => {
    const reply = await page.request.get(`${list}?place=${home}&limit=1`);
    if (!reply.ok()) return null;
    return ((await reply.json()) as { rows: { id: string }[] }).rows[0]?.id ?? null;
  };
  const plan = await first('/api/plans/plans');
  const batch = async (): Promise<string | null> => {
    const list = `/api/projects/projects?place=${home}&words=22-4&limit=1`;
    const found = await page.request.get(list);
    const project = found.ok()
      ? ((await found.json()) as { rows: { id: string }[] }).rows[0]
      : null;
    if (!project) return null;
    const reply = await page.request.get(`/api/subsidies/projects/${project.id}`);
    return ((await reply.json()) as { batches: { id: string }[] }).batches[0]?.id ?? null;
  };
  const [team] = await rows('teams.towns_with_team');
  const [posting] = await rows('teams.cadres');
  return {
    teams: team?.id ?? null,
    'teams.organisations': posting?.links.find((link) => link !== null) ?? null,
    'teams.postings': posting?.id ?? null,
    'funds.documents': await first('/api/funds/documents'),
    'funds.donations': await first('/api/funds/pledges'),
    'funds.carry-overs': await first('/api/funds/carry-overs'),
    projects: await first('/api/projects/projects'),
    'reconciliation.runs': await first('/api/reconciliation/runs'),
    plans: plan,
    'plans.$id': plan,
    imports: await first('/api/imports/jobs'),
    dossiers: await first('/api/dossiers/requests'),
    'subsidies.batches': await batch(),
    'disclosure.copies': await first('/api/disclosure/copies'),
    'disclosure.complaints': await first('/api/disclosure/complaints'),
    key: home,
  };
}

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
  const documents = await page.request.get(`/api/funds/documents?place=${home}&limit=1`);
  const [document] = documents.ok()
    ? ((await documents.json()) as { rows: { id: string }[] }).rows
    : [];
  const requests = await page.request.get(`/api/dossiers/requests?place=${home}&limit=1`);
  const [request] = requests.ok()
    ? ((await requests.json()) as { rows: { id: string }[] }).rows
    : [];
  const [team] = await rows('teams.towns_with_team');
  const [posting] = await rows('teams.cadres');
  return {
    teams: team?.id ?? null,
    'teams.organisations': posting?.links.find((link) => link !== null) ?? null,
    'teams.postings': posting?.id ?? null,
    'funds.documents': document?.id ?? null,
    dossiers: request?.id ?? null,
    key: home,
  };
}

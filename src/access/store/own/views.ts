/** Filters an account keeps under names, page by page. */
import type { Db } from '../../../platform/db/pool.ts';
import { Refusal } from '../../../platform/http/endpoint.ts';
import type { SavedView, SaveView } from '../../contract.ts';

/** How many an account keeps of a page. */
const most = 30;

export function viewsOf(db: Db, account: string, page: string): Promise<SavedView[]> {
  return db
    .selectFrom('access.saved_view')
    .select(['id', 'name', 'search'])
    .where('account_id', '=', account)
    .where('page', '=', page)
    .orderBy('name')
    .$castTo<SavedView>() // the search was checked when it was written
    .execute();
}

/** Keeps filters; under a name that is there already, in place of those it had. @throws Refusal when there are too many. */
export async function saveView(
  db: Db,
  account: string,
  id: string,
  { page, name, search }: SaveView,
): Promise<void> {
  const kept = await viewsOf(db, account, page);
  if (kept.length >= most && !kept.some((one) => one.name === name))
    throw new Refusal('access.refusal.views_many', { count: most });
  await db
    .insertInto('access.saved_view')
    .values({ id, account_id: account, page, name, search: JSON.stringify(search) })
    .onConflict((on) =>
      on.columns(['account_id', 'page', 'name']).doUpdateSet({ search: JSON.stringify(search) }),
    )
    .execute();
}

export async function removeView(db: Db, account: string, id: string): Promise<void> {
  await db
    .deleteFrom('access.saved_view')
    .where('id', '=', id)
    .where('account_id', '=', account)
    .execute();
}

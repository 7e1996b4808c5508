/** Notices (通知书) by which auditors look. */
import type { Db } from '../../platform/db/pool.ts';
import type { AccessNoticeKind } from '../../schema.gen.ts';

export interface NewNotice {
  id: string;
  number: string;
  kind: AccessNoticeKind;
  organ: string;
  subject: string;
  /** Keys of one to four places. */
  places: readonly string[];
  startsOn: string;
  /** The last day. */
  endsOn: string;
  accounts: readonly string[];
  madeUp?: boolean;
  by: string | null;
}

export async function addNotice(db: Db, notice: NewNotice): Promise<void> {
  await db
    .insertInto('access.notice')
    .values({
      id: notice.id,
      number: notice.number,
      kind: notice.kind,
      organ: notice.organ,
      subject: notice.subject,
      place_keys: [...notice.places],
      starts_on: notice.startsOn,
      ends_on: notice.endsOn,
      made_up: notice.madeUp ?? false,
      recorded_by: notice.by,
    })
    .execute();
  if (notice.accounts.length > 0)
    await db
      .insertInto('access.notice_account')
      .values(notice.accounts.map((account_id) => ({ notice_id: notice.id, account_id })))
      .execute();
}

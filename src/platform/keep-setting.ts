/** Writes one setting of the whole, for who runs the installation: no request may. */
import type { Db } from './db/pool.ts';

export async function keepSetting(db: Db, name: string, value: boolean): Promise<void> {
  const json = JSON.stringify(value);
  await db
    .insertInto('platform.setting')
    .values({ name, value: json })
    .onConflict((c) => c.column('name').doUpdateSet({ value: json, recorded_at: new Date() }))
    .execute();
}

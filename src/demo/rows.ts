// Rows as the catalogue types them.
import type { Insertable } from 'kysely';
import type { DB } from '../schema.gen.ts';

export type Table = keyof DB;
export type Row<T extends Table> = Insertable<DB[T]>;

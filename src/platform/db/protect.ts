/** Row security and grants, made from the table manifest after every migration. */
import type { Pool } from './pool.ts';
import type { TableManifest, TableRule } from './tables.ts';

/** Range pairs of the scope; written out because only plain comparisons use an index under a policy. */
export function scopePredicate(column: string): string {
  const setting = (name: string) => `nullif(current_setting('app.${name}', true), '')::bigint`;
  return [1, 2, 3, 4]
    .map((i) => `${column} between ${setting(`lo${i}`)} and ${setting(`hi${i}`)}`)
    .join(' or ');
}

const grants: Record<TableRule['app'], string | null> = {
  none: null,
  read: 'select',
  append: 'select, insert',
  write: 'select, insert, update',
  write_delete: 'select, insert, update, delete',
};

/**
 * Applies the manifest in one transaction: schemas opened, rights set anew, policies made anew.
 * zz_jobs reads every table and writes the indicators' own and those whose rule says so.
 */
export async function protect(owner: Pool, manifest: TableManifest): Promise<void> {
  const statements = Object.entries(manifest).flatMap(([table, rule]) =>
    statementsFor(table, rule),
  );
  const schemas = [...new Set(Object.keys(manifest).map((t) => t.split('.')[0] ?? ''))];
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query("set local lock_timeout = '20s'");
    for (const schema of schemas) {
      await client.query(`grant usage on schema ${schema} to zz_app, zz_jobs`);
    }
    await client.query(statements.join(';\n'));
    await client.query(viewGrants);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

function statementsFor(table: string, rule: TableRule): string[] {
  const granted = grants[rule.app];
  const lines = [
    `revoke all on ${table} from zz_app, zz_jobs`,
    `grant select on ${table} to zz_jobs`,
  ];
  if (granted) lines.push(`grant ${granted} on ${table} to zz_app`);
  if (rule.jobs)
    lines.push(`grant insert${rule.jobs === 'write' ? ', update' : ''} on ${table} to zz_jobs`);
  if (table.startsWith('indicators.'))
    lines.push(`grant insert, update, delete on ${table} to zz_jobs`);
  if ('none' in rule.scope) return lines;
  return [
    ...lines,
    `alter table ${table} enable row level security`,
    `drop policy if exists scope on ${table}`,
    `create policy scope on ${table} to zz_app using (${scopePredicate(rule.scope.column)})`,
    `drop policy if exists jobs on ${table}`,
    `create policy jobs on ${table} to zz_jobs using (true) with check (true)`,
  ];
}

/** Views carry the caller's rights (security_invoker), so reading them is granted to everybody who may read below. */
const viewGrants = `
  do $$ declare v record; begin
    for v in select format('%I.%I', n.nspname, c.relname) as name
             from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'v' and c.relowner = current_user::regrole
               and c.reloptions @> array['security_invoker=true']
    loop execute format('grant select on %s to zz_app, zz_jobs', v.name); end loop;
  end $$`;

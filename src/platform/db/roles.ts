/** The three database roles and how their passwords are known without being kept. */
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool, type Pool } from './pool.ts';

export const roles = ['zz_owner', 'zz_app', 'zz_jobs'] as const;
export type Role = (typeof roles)[number];
export type RoleUrls = Record<Role, string>;

const attributes = 'nosuperuser nocreatedb nocreaterole nobypassrls';

/**
 * Connection addresses of the three roles. Their passwords are derived (HMAC-SHA256) from the
 * administrator's, so several server processes agree and nothing is stored.
 */
export function roleUrls(adminUrl: string): RoleUrls {
  const urls = roles.map((role) => {
    const url = new URL(adminUrl);
    url.password = passwordOf(role, adminUrl);
    url.username = role;
    return [role, url.toString()] as const;
  });
  return Object.fromEntries(urls) as RoleUrls; // the keys are exactly `roles`
}

/**
 * Creates the roles where missing and sets their passwords; lets zz_owner create schemas in the database.
 * The administrator must be a superuser, or own the database and may create roles.
 */
export async function ensureRoles(adminUrl: string): Promise<void> {
  const pool = openPool(adminUrl, { max: 1 });
  try {
    for (const role of roles) await unlessMeanwhile(() => ensureRole(pool, role, adminUrl));
    const database = new URL(adminUrl).pathname.slice(1);
    const quoted = `"${decodeURIComponent(database).replaceAll('"', '""')}"`;
    await unlessMeanwhile(async () => {
      await pool.query(`grant connect, create, temporary on database ${quoted} to zz_owner`);
      await pool.query(`revoke temporary on database ${quoted} from public`);
      await pool.query(`grant connect on database ${quoted} to zz_app, zz_jobs`);
    });
  } finally {
    await pool.end();
  }
}

async function ensureRole(pool: Pool, role: Role, adminUrl: string): Promise<void> {
  const password = passwordOf(role, adminUrl);
  const known = await pool.query<{ mighty: boolean }>(
    `select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls as mighty from pg_roles where rolname = $1`,
    [role],
  );
  const verb = known.rowCount ? 'alter' : 'create';
  // Only a superuser may so much as name these attributes of a role that is there: they are taken away where it has them.
  const weak = known.rows[0]?.mighty === false ? '' : attributes;
  // A role statement takes no parameters; both parts are our own: a fixed name and base64url text.
  await pool.query(`${verb} role ${role} login noinherit ${weak} password '${password}'`);
}

/**
 * Roles belong to the whole server, which no lock of one database covers: somebody may do the same in another
 * database meanwhile. It is said, and done again, a few times.
 */
async function unlessMeanwhile(work: () => Promise<void>, left = 5): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { code, routine } = error as { code?: string; routine?: string };
    const meanwhile = code === '23505' || code === '42710' || /^simple_heap_/.test(routine ?? '');
    if (!meanwhile || left === 0) throw error;
    await sleep(50);
    await unlessMeanwhile(work, left - 1);
  }
}

function passwordOf(role: Role, adminUrl: string): string {
  const secret = decodeURIComponent(new URL(adminUrl).password);
  return createHmac('sha256', `zhuzhen:${secret}`).update(role).digest('base64url');
}

/**
 * The three administrators an empty installation begins with. The system administrator chooses a password here and now;
 * the other two get a link each. All three are granted at birth: there is nobody yet who could.
 */
import { type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { newId } from '../../platform/new-id.ts';
import { FirstAdministrator, FirstAdministrators } from '../contract-accounts.ts';
import { hashPassword } from '../password.ts';
import { accountName, nameFits } from '../rules/sheet-rows.ts';
import { addAccounts, anyAccount } from '../store/accounts.ts';
import { invite } from '../store/admin/invitations.ts';
import { policyNow } from '../store/policy.ts';
import { words } from '../words.ts';
import { refuseWeak } from './new-password.ts';
import { signedIn } from './signed-in.ts';

export const firstAdministratorRoutes: Endpoint[] = [
  endpoint({
    method: 'POST',
    url: '/public/api/access/first-administrator',
    permission: 'public',
    summary: {
      zh: '设立三位管理员：系统管理员自设密码，安全、审计管理员各得一个链接',
      en: 'Create the three administrators: one sets a password, two get a link each',
    },
    body: FirstAdministrator,
    reply: { 200: FirstAdministrators },
    constraints: { account_name_form: 'access.refusal.name_form' },
    handle: async (context) => {
      const { db, client, body, lang, note } = context;
      await client.query('select pg_advisory_xact_lock(7220)');
      if (await anyAccount(db)) throw new Refusal('access.refusal.not_first', {}, 409);
      const root = await db
        .selectFrom('regions.region')
        .select('key')
        .where('parent', 'is', null)
        .orderBy('key')
        .executeTakeFirst();
      if (!root) throw new Refusal('access.refusal.no_places');
      const three = [
        { role: 'sysadmin', name: accountName(body.name) },
        { role: 'secadmin', name: accountName(body.security) },
        { role: 'auditadmin', name: accountName(body.audit) },
      ] as const;
      if (!three.every(({ name }) => nameFits(name))) throw new Refusal('access.refusal.name_form');
      if (new Set(three.map(({ name }) => name)).size < three.length)
        throw new Refusal('access.refusal.names_alike');
      const policy = await policyNow(db);
      refuseWeak(body.password, three[0].name, policy);
      note({ object: `account ${three[0].name}` });
      const accounts = three.map(({ role, name }) => ({
        ...{ id: newId(), name, role, homeKey: root.key, passwordHash: null },
        displayName: words[`access.role.${role}`][lang],
      }));
      const [own, ...others] = accounts;
      if (!own) throw new Error('there are three');
      const passwordHash = await hashPassword(body.password);
      await addAccounts(db, [{ ...own, passwordHash }, ...others]);
      const invitations = await invite(
        client,
        others.map(({ id }) => id),
        { hours: policy.invitationHours, by: own.id },
      );
      note({ after: accounts.map(({ id, name, role }) => ({ account: id, name, role })) });
      return {
        session: await signedIn(context, own.id, policy, { by: 'password', knownDevice: false }),
        invitations,
      };
    },
  }),
];

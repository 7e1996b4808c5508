/** Tables of access: most are read before a scope exists, so never scoped; the audit is added to by access.add_audit alone. */
import { placed, type TableManifest, type TableRule } from '../platform/db/tables.ts';

const local = (none: string, app: TableRule['app']): TableRule => ({
  class: 'local',
  scope: { none },
  app,
});

export const tables: TableManifest = {
  'access.account': local('read to sign in', 'write'),
  'access.password_history': local('compared with a new password', 'append'),
  'access.session': local('read to sign in', 'write'),
  'access.sign_in_bucket': local('counted before signing in', 'write_delete'),
  'access.device': local('read to sign in', 'write_delete'),
  'access.invitation': local('opened before signing in', 'write'),
  'access.grant_request': local('names accounts; lists of it ask for the ranges', 'write'),
  'access.second_factor': local('read to sign in', 'write_delete'),
  'access.recovery_code': local('read to sign in', 'write_delete'),
  'access.provider': local('read to sign in', 'write'),
  'access.sign_on_attempt': local('read to sign in', 'write_delete'),
  'access.identity': local('read to sign in', 'write_delete'),
  'access.notice': local('read to make a scope', 'write'),
  'access.notice_account': local('read to make a scope', 'append'),
  'access.emergency': local('read to make a scope', 'write'),
  'access.policy': local('the same for all', 'append'),
  'access.saved_view': local('the caller’s own, asked for by account', 'write_delete'),
  'access.replay': local('found by the id its caller made', 'append'),
  'access.look': local('asked through functions that carry the scope', 'none'),
  'access.audit': placed('distributed', 'read'),
  'access.audit_counter': { class: 'distributed', scope: { none: 'numbers only' }, app: 'none' },
  'access.audit_seal': {
    class: 'distributed',
    scope: { none: 'hashes and numbers only' },
    app: 'read',
    jobs: 'write',
  },
  'access.audit_anchor': { ...local('hashes and numbers only', 'read'), jobs: 'append' },
  'access.audit_home': local('one row, a name nobody is known by', 'read'),
  'access.audit_check': {
    ...local('numbers, and of a row only its number', 'read'),
    jobs: 'append',
  },
};

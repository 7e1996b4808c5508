/** Tables of access: read before a scope exists, so never scoped; the audit can only be added to. */
import type { TableManifest } from '../platform/db/tables.ts';

export const tables: TableManifest = {
  'access.account': { class: 'local', scope: { none: 'read to sign in' }, app: 'write' },
  'access.session': { class: 'local', scope: { none: 'read to sign in' }, app: 'write' },
  'access.replay': {
    class: 'local',
    scope: { none: 'found by the id its caller made' },
    app: 'append',
  },
  'access.audit': { class: 'local', scope: { none: 'insert only' }, app: 'insert' },
};

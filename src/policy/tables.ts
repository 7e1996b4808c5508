/** Tables of policy: titles and numbers of documents, the same for everybody. */
import type { TableManifest } from '../platform/db/tables.ts';

export const tables: TableManifest = {
  'policy.document': { class: 'reference', scope: { none: 'list of documents' }, app: 'write' },
};

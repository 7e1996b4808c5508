/** How each endpoint of files, dossiers and evidence is asked about a town and what it holds. */
import { newId } from '../../../src/platform/new-id.ts';
import { about, holding, on, writing } from '../asking.ts';
import type { Row } from '../row.ts';
import type { Holding } from '../world.ts';

/** A scan for the request; each one another file. */
const aScan = (at: Holding) =>
  new URLSearchParams({
    ...{ project: at.payment.project, request: at.payment.request, kind: 'invoice' },
    ...{ title: '发票', dated: '2022-06-01', name: '发票.pdf', class: 'internal' },
  });

export const dossiersMatrix: Record<string, Row> = {
  'GET /api/dossiers/requests': about('/api/dossiers/requests'),
  'GET /api/dossiers/requests/:id': {
    answers: holding,
    path: (at) => `/api/dossiers/requests/${at.payment.request}`,
  },
  'POST /api/dossiers/files': writing(
    (at) => `/api/dossiers/files?${aScan(at)}`,
    () => Buffer.from(`%PDF-1.7 ${newId()}`),
  ),
  'GET /api/dossiers/projects/:id/files': {
    answers: holding,
    path: (at) => `/api/dossiers/projects/${at.payment.project}/files`,
  },
  'GET /api/dossiers/files/:id/content': {
    answers: holding,
    path: (at) => `/api/dossiers/files/${at.payment.file}/content`,
  },
  'POST /api/dossiers/files/:id/withdraw': writing(
    (at) => `/api/dossiers/files/${at.payment.file}/withdraw`,
    () => ({ reason: '开错抬头' }),
  ),
  'GET /api/dossiers/checklists': about('/api/dossiers/checklists'),
  'POST /api/dossiers/checklists': writing(
    () => '/api/dossiers/checklists',
    (at) => ({
      ...{ place: at.town, requestKind: 'progress', validFrom: on, basis: '县财农〔2022〕6号' },
      items: [{ kind: 'contract', required: true }],
    }),
  ),
  'POST /api/dossiers/dossiers': writing(
    () => '/api/dossiers/dossiers',
    (at) => ({ request: at.payment.request, explanation: null }),
  ),
  'GET /api/dossiers/dossiers/:id/content': {
    answers: holding,
    path: (at) => `/api/dossiers/dossiers/${at.payment.dossier}/content`,
  },
  'GET /api/evidence/packages': about('/api/evidence/packages'),
  'GET /api/evidence/package.zip': about('/api/evidence/package.zip'),
};

/** How each endpoint of projects is asked about a town and what it holds. */
import { newId } from '../../../src/platform/new-id.ts';
import { about, holding, listed } from '../asking.ts';
import type { Row } from '../row.ts';
import type { Holding } from '../world.ts';

const seen = '2022-07-01T00:00:00.000000Z';
const writing = (path: (at: Holding) => string, body: (at: Holding) => unknown): Row => ({
  answers: holding,
  path: (at) => `/api/projects/${path(at)}`,
  body,
});
const head = () => ({
  ...{ name: `项目 ${newId()}`, year: 2022, task: 'facilities', category: null, bindingTask: null },
  ...{ content: '内容', implementer: '镇人民政府', operating: false, light: false, villages: [] },
  ...{ households: 0, people: 0, lifted: 0, monitored: 0, benefitLink: null, benefitNote: null },
  ...{ land: 'not_needed', environment: 'not_needed', target: null, result: null },
  ...{ plannedFrom: null, plannedTo: null, shortfalls: [], budget: [] },
});
const contract = () => ({
  ...{ number: newId(), contractor: '公司', contractorCode: null, signedOn: '2022-07-01' },
  ...{ contractorFounded: null, amount: '1', retention: 0, retainedTo: null },
});
const request = { kind: 'progress', amount: '1', invoice: null, payee: '公司', accountTail: null };
const asked = { ...request, askedOn: '2022-07-01' };

const giving = (path: (at: Holding) => string, body: (at: Holding) => unknown): Row => ({
  answers: holding,
  path: (at) => `/api/subsidies/${path(at)}`,
  body,
});
const household = (village: string) => ({
  ...{ village, head: '户主', item: '奖补', standard: '100', quantity: 100, accountTail: '1234' },
});

export const projectMatrix: Record<string, Row> = {
  'GET /api/projects/projects': about('/api/projects/projects'),
  'GET /api/projects/projects.xlsx': about('/api/projects/projects.xlsx'),
  'GET /api/projects/contracts.xlsx': about('/api/projects/contracts.xlsx'),
  'GET /api/projects/requests.xlsx': about('/api/projects/requests.xlsx'),
  'GET /api/projects/board': about('/api/projects/board'),
  'GET /api/projects/shortfalls': about('/api/projects/shortfalls'),
  'GET /api/projects/assets': about('/api/projects/assets'),
  'GET /api/projects/year': {
    answers: holding,
    path: (at) => `/api/projects/year?place=${at.town}&year=2022`,
  },
  'GET /api/projects/handover': about('/api/projects/handover'),
  'GET /api/projects/matters': { answers: listed, path: () => '/api/projects/matters' },
  'GET /api/projects/projects/:id': {
    answers: holding,
    path: (at) => `/api/projects/projects/${at.project}`,
  },
  'POST /api/projects/projects': writing(
    () => 'projects',
    (at) => ({ town: at.town, ...head() }),
  ),
  'POST /api/projects/projects/:id/amend': writing(
    (at) => `projects/${at.project}/amend`,
    () => ({ ...head(), seen }),
  ),
  'POST /api/projects/projects/:id/steps/:verb': writing(
    (at) => `projects/${at.project}/steps/propose`,
    () => ({ seen }),
  ),
  'GET /api/projects/projects/:id/handlers': {
    answers: holding,
    path: (at) => `/api/projects/projects/${at.project}/handlers`,
  },
  'POST /api/projects/projects/:id/transfer': writing(
    (at) => `projects/${at.project}/transfer`,
    () => ({ seen, to: newId(), reason: '理由' }),
  ),
  'POST /api/projects/projects/:id/notices': writing(
    (at) => `projects/${at.project}/notices`,
    () => ({
      ...{ stage: 'plan', postedOn: '2022-07-01', endsOn: '2022-07-08', placePosted: '公开栏' },
    }),
  ),
  'POST /api/projects/notices/:id/objections': writing(
    (at) => `notices/${at.projectNotice}/objections`,
    () => ({ receivedOn: '2022-07-02', said: '异议' }),
  ),
  'POST /api/projects/objections/:id/answer': writing(
    (at) => `objections/${at.objection}/answer`,
    () => ({ answer: '答复', answeredOn: '2022-07-03' }),
  ),
  'POST /api/projects/projects/:id/documents': writing(
    (at) => `projects/${at.project}/documents`,
    () => ({ kind: 'minutes', title: '纪要', number: null, dated: '2022-07-01' }),
  ),
  'POST /api/projects/shortfalls': writing(
    () => 'shortfalls',
    (at) => ({ town: at.town, kind: 'road', name: `短板 ${newId()}`, foundOn: '2022-07-01' }),
  ),
  'POST /api/projects/projects/:id/assets': writing(
    (at) => `projects/${at.project}/assets`,
    () => ({
      ...{ kind: 'operating', name: newId(), ownerKind: 'village', owner: '村集体', keeper: null },
      ...{ upkeep: null, value: '1', registerNumber: null, takenOverOn: '2022-07-01' },
    }),
  ),
  'POST /api/projects/assets/:id/amend': writing(
    (at) => `assets/${at.asset}/amend`,
    () => ({ keeper: null, upkeep: null, registerNumber: null, condition: 'in_use', seen }),
  ),
  'POST /api/projects/assets/:id/incomes': writing(
    (at) => `assets/${at.asset}/incomes`,
    () => ({ year: 2022, income: '1', distributed: '0', people: 0 }),
  ),
  'POST /api/projects/projects/:id/contracts': writing(
    (at) => `projects/${at.project}/contracts`,
    () => ({ kind: 'main', changes: null, ...contract() }),
  ),
  'POST /api/projects/contracts/:id/amend': writing(
    (at) => `contracts/${at.contract}/amend`,
    () => ({ ...contract(), seen }),
  ),
  'POST /api/projects/contracts/:id/steps/:verb': writing(
    (at) => `contracts/${at.contract}/steps/submit`,
    () => ({ seen }),
  ),
  'POST /api/projects/projects/:id/adjustments': writing(
    (at) => `projects/${at.project}/adjustments`,
    () => ({
      ...{ seen, reason: '理由' },
      budget: [
        {
          ...{
            payer: 'province',
            payerPlace: '440000000000',
            source: 'provincial_fund',
            year: 2022,
          },
          ...{ programme: 'special_fund', amount: '200' },
        },
      ],
    }),
  ),
  'POST /api/projects/adjustments/:id/steps/:verb': writing(
    (at) => `adjustments/${at.adjustment}/steps/approve`,
    () => ({ seen }),
  ),
  'GET /api/subsidies/projects/:id': {
    answers: holding,
    path: (at) => `/api/subsidies/projects/${at.project}`,
  },
  'GET /api/subsidies/awards': {
    answers: holding,
    path: (at) => `/api/subsidies/awards?project=${at.project}`,
  },
  'GET /api/subsidies/batches/:id': {
    answers: holding,
    path: (at) => `/api/subsidies/batches/${at.subsidyBatch}`,
  },
  'GET /api/subsidies/batches/:id/file.csv': {
    answers: holding,
    path: (at) => `/api/subsidies/batches/${at.subsidyBatch}/file.csv`,
  },
  'POST /api/subsidies/projects/:id/awards': giving(
    (at) => `projects/${at.project}/awards`,
    (at) => ({ awards: [{ id: newId(), ...household(at.town) }] }),
  ),
  'POST /api/subsidies/awards/:id/amend': giving(
    (at) => `awards/${at.award}/amend`,
    (at) => ({ ...household(at.town), seen }),
  ),
  'POST /api/subsidies/projects/:id/decisions': giving(
    (at) => `projects/${at.project}/decisions`,
    (at) => ({ awards: [at.award], verb: 'discard', reason: '理由' }),
  ),
  'POST /api/subsidies/batches': giving(
    () => 'batches',
    (at) => ({ project: at.project, awards: [at.award] }),
  ),
  'POST /api/subsidies/batches/:id/steps/:verb': giving(
    (at) => `batches/${at.subsidyBatch}/steps/check`,
    () => ({ seen }),
  ),
  'POST /api/subsidies/batches/:id/answers': giving(
    (at) => `batches/${at.subsidyBatch}/answers`,
    () => ({ seen, file: 'AAAA' }),
  ),
  'POST /api/projects/projects/:id/requests': writing(
    (at) => `projects/${at.project}/requests`,
    (at) => ({ contract: at.contract, ...asked }),
  ),
  'POST /api/projects/requests/:id/amend': writing(
    (at) => `requests/${at.asking}/amend`,
    () => ({ ...asked, seen }),
  ),
  'POST /api/projects/requests/:id/steps/:verb': writing(
    (at) => `requests/${at.asking}/steps/submit`,
    () => ({ seen }),
  ),
};

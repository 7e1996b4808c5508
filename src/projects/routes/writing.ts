/** Writing projects: registered, amended, moved by their steps; notices, papers, shortfalls, assets. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { IdParams } from '../../teams/contract-values.ts';
import {
  AddDocument,
  Added,
  AddShortfall,
  AmendProject,
  AnswerObjection,
  Handlers,
  PostNotice,
  ProjectWritten,
  RegisterProject,
  StepBody,
  StepParams,
  TakeObjection,
  TransferProject,
} from '../contract.ts';
import { AddAsset, AmendAsset, AssetIncome } from '../contract-assets.ts';
import { addAsset, addIncome, amendAsset } from '../store/assets.ts';
import {
  addDocument,
  addShortfall,
  answerObjection,
  postNotice,
  takeObjection,
} from '../store/papers.ts';
import { type Project, projectFor } from '../store/project.ts';
import {
  amendProject,
  handlersOf,
  registerProject,
  takeStep,
  transferProject,
} from '../store/write.ts';

const constraints = {
  project_pkey: 'projects.refusal.id_taken',
  project_planned: 'projects.refusal.planned_days',
  budget_once: 'projects.refusal.source_twice',
  shortfall_name: 'projects.refusal.shortfall_twice',
  asset_name: 'projects.refusal.asset_twice',
  asset_income_once: 'projects.refusal.income_twice',
};
const write = { method: 'POST', permission: 'projects.write', constraints } as const;

const objectOf = (project: Project) => ({ object: `project ${project.id}`, place: project.town });

export const writingRoutes: Endpoint[] = [
  endpoint({
    ...write,
    url: '/api/projects/projects',
    summary: { zh: '登记项目', en: 'Register a project' },
    body: RegisterProject,
    reply: { 201: ProjectWritten },
    handle: async ({ client, caller, id, body, today, note }) => {
      await registerProject(client, caller, id, body, today);
      note({ object: `project ${id}`, place: body.town, after: body });
      return { id, state: 'idea' as const };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/projects/:id/amend',
    summary: { zh: '修改项目', en: 'Amend a project' },
    params: IdParams,
    body: AmendProject,
    reply: { 200: ProjectWritten },
    handle: async ({ client, caller, params, body, note }) => {
      const { before, state } = await amendProject(client, caller, params.id, body);
      note({ ...objectOf(before), before, after: body });
      return { id: params.id, state };
    },
  }),
  endpoint({
    method: 'GET',
    permission: 'projects.write',
    url: '/api/projects/projects/:id/handlers',
    summary: { zh: '可以接手经办的人', en: 'Who may be put in charge of a project' },
    params: IdParams,
    reply: { 200: Handlers },
    handle: async ({ client, caller, params }) => {
      const project = await projectFor(client, caller, params.id);
      return { projectName: project.name, rows: await handlersOf(client, project) };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/projects/:id/transfer',
    summary: { zh: '移交经办', en: 'Put somebody else in charge of a project' },
    params: IdParams,
    body: TransferProject,
    reply: { 200: ProjectWritten },
    handle: async ({ client, caller, params, body, note }) => {
      const project = await transferProject(client, caller, params.id, body);
      note({ ...objectOf(project), before: { handler: project.handler }, after: body });
      return { id: params.id, state: project.state };
    },
  }),
  endpoint({
    ...write,
    permission: 'projects.write',
    url: '/api/projects/projects/:id/steps/:verb',
    summary: { zh: '办理项目环节', en: 'Move a project a step on' },
    params: StepParams,
    body: StepBody,
    reply: { 200: ProjectWritten },
    handle: async ({ client, caller, params, body, today, note }) => {
      const { id, verb } = params;
      const { before, state } = await takeStep(client, caller, id, verb, body, today);
      note({
        ...objectOf(before),
        before: { state: before.state, progress: before.progress },
        after: { ...body, verb, state },
      });
      return { id, state };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/projects/:id/notices',
    summary: { zh: '登记公示', en: 'Post a notice about a project' },
    params: IdParams,
    body: PostNotice,
    reply: { 201: Added },
    handle: async ({ client, caller, id, params, body, today, note }) => {
      const project = await postNotice(client, caller, id, params.id, body, today);
      note({ ...objectOf(project), after: body });
      return { id };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/notices/:id/objections',
    summary: { zh: '登记异议', en: 'Take an objection to a notice' },
    params: IdParams,
    body: TakeObjection,
    reply: { 201: Added },
    handle: async ({ client, caller, id, params, body, today, note }) => {
      const { town } = await takeObjection(client, caller, id, params.id, body, today);
      note({ object: `project_notice ${params.id}`, place: town, after: body });
      return { id };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/objections/:id/answer',
    summary: { zh: '答复异议', en: 'Answer an objection' },
    params: IdParams,
    body: AnswerObjection,
    reply: { 200: Added },
    handle: async ({ client, caller, params, body, today, note }) => {
      const { town } = await answerObjection(client, caller, params.id, body, today);
      note({ object: `objection ${params.id}`, place: town, after: body });
      return { id: params.id };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/projects/:id/documents',
    summary: { zh: '登记项目材料', en: 'Add a paper of a project' },
    params: IdParams,
    body: AddDocument,
    reply: { 201: Added },
    handle: async ({ client, caller, id, params, body, today, note }) => {
      const project = await addDocument(client, caller, id, params.id, body, today);
      note({ ...objectOf(project), after: body });
      return { id };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/shortfalls',
    summary: { zh: '登记短板', en: 'Add a shortfall of a town' },
    body: AddShortfall,
    reply: { 201: Added },
    handle: async ({ client, caller, id, body, today, note }) => {
      await addShortfall(client, caller, id, body, today);
      note({ object: `shortfall ${id}`, place: body.town, after: body });
      return { id };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/projects/:id/assets',
    summary: { zh: '登记资产', en: 'Register an asset of a project' },
    params: IdParams,
    body: AddAsset,
    reply: { 201: Added },
    handle: async ({ client, caller, id, params, body, today, note }) => {
      const project = await addAsset(client, caller, id, params.id, body, today);
      note({ object: `asset ${id}`, place: project.town, after: body });
      return { id };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/assets/:id/amend',
    summary: { zh: '更新资产', en: 'Amend an asset' },
    params: IdParams,
    body: AmendAsset,
    reply: { 200: Added },
    handle: async ({ client, caller, params, body, note }) => {
      const { town } = await amendAsset(client, caller, params.id, body);
      note({ object: `asset ${params.id}`, place: town, after: body });
      return { id: params.id };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/assets/:id/incomes',
    summary: { zh: '登记资产收益', en: 'Enter the income of an asset' },
    params: IdParams,
    body: AssetIncome,
    reply: { 201: Added },
    handle: async ({ client, caller, id, params, body, note }) => {
      const { town } = await addIncome(client, caller, id, params.id, body);
      note({ object: `asset ${params.id}`, place: town, after: body });
      return { id };
    },
  }),
];

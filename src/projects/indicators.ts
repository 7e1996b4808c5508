/** Figures over projects: how many stand where between two deeds. */
import { type Definition, indicator, type Rows, type Step } from '../indicators/definition.ts';

const rows: Rows = {
  columns: [
    {
      name: 'name',
      value: 'r.name',
      type: 'text',
      label: { zh: '项目', en: 'Project' },
      link: { path: '/projects/{}', value: 'r.id' },
    },
    { name: 'number', value: 'r.number', type: 'text', label: { zh: '编号', en: 'Number' } },
    {
      name: 'task',
      value: 'r.task',
      type: 'code',
      vocabulary: 'projects.task',
      label: { zh: '五大提升', en: 'Task' },
    },
    {
      name: 'state',
      value: 'r.state',
      type: 'code',
      vocabulary: 'projects.state',
      label: { zh: '状态', en: 'State' },
    },
    {
      name: 'progress',
      value: 'r.progress',
      type: 'number',
      label: { zh: '进度%', en: 'Per cent' },
    },
    { name: 'started_on', value: 'r.started_on', type: 'date', label: { zh: '开工', en: 'Begun' } },
    {
      name: 'completed_on',
      value: 'r.completed_on',
      type: 'date',
      label: { zh: '完工', en: 'Completed' },
    },
    {
      name: 'accepted_on',
      value: 'r.accepted_on',
      type: 'date',
      label: { zh: '验收', en: 'Accepted' },
    },
  ],
};

const between = (
  said: Pick<Definition, 'code' | 'name' | 'means'> & { steps: readonly Step[]; when?: string },
): Definition =>
  indicator({
    ...said,
    unit: 'unit',
    kind: 'stock',
    from: 'projects.project',
    place: 'place_key',
    by: [{ name: 'task', value: 'task', vocabulary: 'projects.task' }],
    rows,
  });

export const indicators: readonly Definition[] = [
  between({
    code: 'projects.active',
    steps: [
      { on: 'started_on', value: '1' },
      { on: 'completed_on', value: '-1' },
      {
        on: 'ended_on',
        value: 'case when started_on is not null and completed_on is null then -1 else 0 end',
      },
    ],
    name: { zh: '在建项目', en: 'Projects under construction' },
    means: {
      zh: '截止日已开工、未完工、未终止的项目。',
      en: 'Projects begun and neither completed nor terminated by the day.',
    },
  }),
  between({
    code: 'projects.not_accepted',
    steps: [
      { on: 'completed_on', value: '1' },
      { on: 'accepted_on', value: '-1' },
      {
        on: 'ended_on',
        value: 'case when completed_on is not null and accepted_on is null then -1 else 0 end',
      },
    ],
    name: { zh: '完工未验收', en: 'Completed, not accepted' },
    means: {
      zh: '截止日已完工、未验收的项目。',
      en: 'Projects completed and not accepted by the day.',
    },
  }),
  between({
    code: 'projects.not_settled',
    steps: [
      { on: 'accepted_on', value: '1' },
      { on: 'settled_on', value: '-1' },
    ],
    name: { zh: '验收未结算', en: 'Accepted, not settled' },
    means: {
      zh: '截止日已验收、未结算的项目。',
      en: 'Projects accepted and not settled by the day.',
    },
  }),
  between({
    code: 'projects.not_handed_over',
    steps: [
      { on: 'settled_on', value: '1' },
      { on: 'handed_on', value: '-1' },
    ],
    name: { zh: '结算未移交', en: 'Settled, not handed over' },
    means: {
      zh: '截止日已结算、资产未移交的项目。',
      en: 'Projects settled whose asset was not handed over by the day.',
    },
  }),
];

/** Figures over jobs, workshops, training and sales. People and person-times are kept apart. */
import {
  type Column,
  type Definition,
  type Dimension,
  indicator,
} from '../indicators/definition.ts';
import { interview } from '../indicators/sources.ts';

const notAPart = {
  zh: '2022-07-28 访谈。车间吸纳的 1.8 万人不全是脱贫人口，不是 6.3 万人次的一部分，两个数分开看（说明 N4）。',
  en: 'Interview of 2022-07-28. The 18,000 of the workshops are not all lifted out of poverty and are no part of the 63,000 person-times (note N4).',
};

const liftedColumn: Column = {
  name: 'lifted_out',
  value: 'r.lifted_out',
  type: 'flag',
  label: { zh: '脱贫人口', en: 'Lifted out' },
};
const participant = {
  join: 'left join livelihoods.participant participant on participant.county = r.county and participant.id = r.participant_id',
  column: {
    name: 'participant',
    value: 'participant.name',
    type: 'text',
    label: { zh: '姓名', en: 'Name' },
  } satisfies Column,
};

const placementRows = {
  join: participant.join,
  columns: [
    participant.column,
    liftedColumn,
    {
      name: 'employer',
      value: 'r.employer',
      type: 'text',
      label: { zh: '用人单位', en: 'Employer' },
    },
    {
      name: 'channel',
      value: 'r.channel',
      type: 'code',
      vocabulary: 'livelihoods.placement_channel',
      label: { zh: '途径', en: 'Channel' },
    },
    {
      name: 'work_place',
      value: 'r.work_place',
      type: 'code',
      vocabulary: 'livelihoods.work_place',
      label: { zh: '务工地', en: 'Work place' },
    },
    {
      name: 'starts_on',
      value: 'r.starts_on',
      type: 'date',
      label: { zh: '就业日期', en: 'Started' },
    },
    { name: 'months', value: 'r.months', type: 'number', label: { zh: '月数', en: 'Months' } },
    {
      name: 'monthly_wage',
      value: 'r.monthly_wage',
      type: 'fen',
      label: { zh: '月工资', en: 'Monthly wage' },
    },
  ] satisfies Column[],
};
const placementBy: readonly Dimension[] = [
  { name: 'channel', value: 'channel', vocabulary: 'livelihoods.placement_channel' },
  { name: 'work_place', value: 'work_place', vocabulary: 'livelihoods.work_place' },
];

const jobRows = {
  join: `${participant.join} left join livelihoods.workshop workshop on workshop.county = r.county and workshop.id = r.workshop_id`,
  columns: [
    participant.column,
    liftedColumn,
    {
      name: 'workshop',
      value: 'workshop.name',
      type: 'text',
      label: { zh: '车间', en: 'Workshop' },
    },
    { name: 'starts_on', value: 'r.starts_on', type: 'date', label: { zh: '到岗', en: 'From' } },
    { name: 'ends_on', value: 'r.ends_on', type: 'date', label: { zh: '离岗', en: 'Until' } },
  ] satisfies Column[],
};

const attendanceRows = {
  join: `${participant.join} left join livelihoods.training_class class on class.county = r.county and class.id = r.class_id`,
  columns: [
    participant.column,
    liftedColumn,
    { name: 'class', value: 'class.name', type: 'text', label: { zh: '培训班', en: 'Class' } },
    {
      name: 'subject',
      value: 'class.subject',
      type: 'code',
      vocabulary: 'livelihoods.subject',
      label: { zh: '科目', en: 'Subject' },
    },
    {
      name: 'attended_on',
      value: 'r.attended_on',
      type: 'date',
      label: { zh: '参训日期', en: 'Attended' },
    },
  ] satisfies Column[],
};

const placement = (
  code: string,
  when: string | undefined,
  name: Definition['name'],
  means: Definition['means'],
  source = interview,
): Definition =>
  indicator({
    code,
    name,
    means,
    source,
    unit: 'person_time',
    kind: 'flow',
    from: 'livelihoods.placement',
    ...(when ? { when } : {}),
    value: '1',
    on: 'starts_on',
    place: 'place_key',
    by: placementBy,
    rows: placementRows,
  });

const workshopPeople = (
  code: string,
  when: string | undefined,
  name: Definition['name'],
  means: Definition['means'],
): Definition =>
  indicator({
    code,
    name,
    means,
    source: notAPart,
    unit: 'person',
    kind: 'distinct',
    from: 'livelihoods.workshop_job',
    ...(when ? { when } : {}),
    of: 'participant_id',
    during: { at: 'any_day', starts: 'starts_on', ends: 'ends_on' },
    place: 'place_key',
    rows: jobRows,
  });

const attendance = (
  code: string,
  when: string | undefined,
  name: Definition['name'],
  means: Definition['means'],
): Definition =>
  indicator({
    code,
    name,
    means,
    source: interview,
    unit: 'person_time',
    kind: 'flow',
    from: 'livelihoods.attendance',
    ...(when ? { when } : {}),
    value: '1',
    on: 'attended_on',
    place: 'place_key',
    rows: attendanceRows,
  });

export const indicators: readonly Definition[] = [
  placement(
    'livelihoods.placements',
    undefined,
    { zh: '务工就业', en: 'Placements' },
    {
      zh: '期内帮助就业的人次，一人多次就业计多次。',
      en: 'Helps to a job in the period; a person helped twice counts twice.',
    },
  ),
  placement(
    'livelihoods.placements_lifted',
    'lifted_out',
    { zh: '脱贫人口务工就业', en: 'Placements of people lifted out' },
    {
      zh: '期内帮助已脱贫人口就业的人次。',
      en: 'Helps to a job given to people lifted out of poverty in the period.',
    },
    notAPart,
  ),
  workshopPeople(
    'livelihoods.workshop_people',
    undefined,
    { zh: '车间吸纳', en: 'Employed by workshops' },
    {
      zh: '期内任何一天在乡村振兴车间就近就业的人，一人只算一次。',
      en: 'People employed nearby by a workshop on any day of the period, each counted once.',
    },
  ),
  workshopPeople(
    'livelihoods.workshop_people_lifted',
    'lifted_out',
    { zh: '车间吸纳：其中脱贫户', en: 'Of whom lifted out' },
    {
      zh: '车间吸纳人数中来自脱贫户的人。',
      en: 'Of the people employed by workshops, those of households lifted out of poverty.',
    },
  ),
  indicator({
    code: 'livelihoods.workshops',
    unit: 'unit',
    kind: 'stock',
    from: 'livelihoods.workshop',
    steps: [
      { on: 'opened_on', value: '1' },
      { on: 'closed_on', value: '-1' },
    ],
    place: 'place_key',
    name: { zh: '乡村振兴车间', en: 'Workshops' },
    means: { zh: '截止日在运营的乡村振兴车间。', en: 'Workshops in operation on the day.' },
    rows: {
      columns: [
        { name: 'name', value: 'r.name', type: 'text', label: { zh: '车间', en: 'Workshop' } },
        { name: 'product', value: 'r.product', type: 'text', label: { zh: '产品', en: 'Product' } },
        {
          name: 'opened_on',
          value: 'r.opened_on',
          type: 'date',
          label: { zh: '开办', en: 'Opened' },
        },
      ],
    },
  }),
  indicator({
    code: 'livelihoods.classes',
    unit: 'class',
    kind: 'flow',
    from: 'livelihoods.training_class',
    value: '1',
    on: 'starts_on',
    place: 'place_key',
    by: [{ name: 'subject', value: 'subject', vocabulary: 'livelihoods.subject' }],
    name: { zh: '培训班', en: 'Training classes' },
    means: { zh: '期内开班的培训班。', en: 'Training classes begun in the period.' },
    source: interview,
    rows: {
      columns: [
        { name: 'name', value: 'r.name', type: 'text', label: { zh: '培训班', en: 'Class' } },
        {
          name: 'subject',
          value: 'r.subject',
          type: 'code',
          vocabulary: 'livelihoods.subject',
          label: { zh: '科目', en: 'Subject' },
        },
        {
          name: 'organiser',
          value: 'r.organiser',
          type: 'text',
          label: { zh: '主办', en: 'Organiser' },
        },
        { name: 'hours', value: 'r.hours', type: 'number', label: { zh: '学时', en: 'Hours' } },
        {
          name: 'starts_on',
          value: 'r.starts_on',
          type: 'date',
          label: { zh: '开班', en: 'Begun' },
        },
      ],
    },
  }),
  attendance(
    'livelihoods.attendances',
    undefined,
    { zh: '培训人次', en: 'Attendances' },
    {
      zh: '期内参加培训的人次。',
      en: 'Attendances of classes in the period.',
    },
  ),
  attendance(
    'livelihoods.attendances_lifted',
    'lifted_out',
    { zh: '脱贫人口培训人次', en: 'Attendances of people lifted out' },
    {
      zh: '期内已脱贫人口参加培训的人次。',
      en: 'Attendances of people lifted out of poverty in the period.',
    },
  ),
  indicator({
    code: 'livelihoods.sales',
    unit: 'fen',
    kind: 'flow',
    from: 'livelihoods.sale',
    value: 'amount',
    on: 'sold_on',
    place: 'place_key',
    by: [
      { name: 'channel', value: 'channel', vocabulary: 'livelihoods.sale_channel' },
      { name: 'buyer', value: 'buyer', vocabulary: 'livelihoods.buyer_kind' },
    ],
    name: { zh: '带动销售', en: 'Sales of assisted products' },
    means: {
      zh: '期内线上线下销售帮扶产品的金额。',
      en: 'Sales of assisted products in the period, online and at fairs.',
    },
    source: interview,
    rows: {
      join: 'left join livelihoods.sales_event event on event.county = r.county and event.id = r.event_id',
      columns: [
        { name: 'product', value: 'r.product', type: 'text', label: { zh: '产品', en: 'Product' } },
        { name: 'amount', value: 'r.amount', type: 'fen', label: { zh: '金额', en: 'Amount' } },
        {
          name: 'channel',
          value: 'r.channel',
          type: 'code',
          vocabulary: 'livelihoods.sale_channel',
          label: { zh: '渠道', en: 'Channel' },
        },
        {
          name: 'buyer',
          value: 'r.buyer',
          type: 'code',
          vocabulary: 'livelihoods.buyer_kind',
          label: { zh: '采购方', en: 'Buyer' },
        },
        { name: 'event', value: 'event.name', type: 'text', label: { zh: '活动', en: 'Event' } },
        { name: 'sold_on', value: 'r.sold_on', type: 'date', label: { zh: '日期', en: 'Date' } },
      ],
    },
  }),
];

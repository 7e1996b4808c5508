/** What was planned with the money, what was carried into the next year, and what donors promised. */
import { coded, day, type File, id, instant, number, person, text, where, yuan } from './file.ts';

const placed = { place: 't.place_key', permission: 'funds.read' } as const;
const programme = coded('t.programme', 'funds.programme.', '资金类别', 'Programme');
const payer = [
  coded('t.payer', 'funds.payer.', '出资方类别', 'Kind of payer'),
  text('(select p.name from regions.place p where p.key = t.payer_key)', '出资方', 'Payer'),
  coded('t.source', 'funds.source.', '资金来源', 'Source'),
];

export const planFiles: readonly File[] = [
  {
    code: 'plan-lines',
    title: { zh: '资金使用方案（逐行）', en: 'Use plans, line by line' },
    table: `(select l.*, p.title, p.programme, p.year, p.version, p.kind, p.state, p.approved_by, p.approved_on, p.reference,
        p.filed_on, k.name as task, k.binding, j.number as project_number
      from plans.line l join plans.plan p on p.county = l.county and p.id = l.plan_id
      left join plans.task k on k.county = l.county and k.id = l.task_id
      left join projects.project j on j.county = l.county and j.id = l.project_id
      where p.state <> 'discarded') t`,
    ...{ ...placed, order: 't.year, t.programme, t.version, t.plan_id, t.position, t.id' },
    columns: [
      ...[id('t.plan_id', '方案标识', 'Plan id'), text('t.title', '方案', 'Plan'), programme],
      ...[number('t.year', '年度', 'Year'), number('t.version', '版次', 'Version')],
      coded('t.kind', 'plans.kind.', '类型', 'Kind'),
      coded('t.state', 'plans.state.', '状态', 'State'),
      ...[
        person('t.approved_by', '审定人', 'Approved by'),
        day('t.approved_on', '审定日期', 'Approved on'),
      ],
      ...[text('t.reference', '备案号', 'Filed as'), day('t.filed_on', '备案日期', 'Filed on')],
      ...[number('t.position', '行号', 'Line'), ...where()],
      ...[text('t.document_number', '指标文号', 'Document'), ...payer],
      text('t.task', '任务', 'Task'),
      { from: 't.binding', unit: 'yes_no', name: { zh: '约束性任务', en: 'Binding task' } },
      id('t.project_id', '项目标识', 'Project id'),
      text('t.project_number', '项目编号', 'Project number'),
      ...[yuan('t.amount', '金额', 'Amount'), text('t.note', '备注', 'Note')],
    ],
  },
  {
    code: 'carry-overs',
    title: { zh: '年终结转（逐行）', en: 'Carried into the next year, line by line' },
    table: `(select l.*, c.document, c.drafted_by, c.approved_by, c.approved_at from funds.carry_over_line l
      left join funds.carry_over c on c.id = l.carry_over_id where l.approved) t`,
    ...{
      ...placed,
      order: 't.into_year, t.place_key, t.programme, t.source, t.year, t.payer, t.payer_key',
    },
    columns: [
      ...[id('t.carry_over_id', '结转标识', 'Carry-over id'), ...where(), ...payer, programme],
      ...[
        number('t.year', '预算年度', 'Budget year'),
        number('t.into_year', '结转到', 'Carried into'),
      ],
      ...[yuan('t.received', '到位', 'Received'), yuan('t.committed', '合同占用', 'Committed')],
      ...[yuan('t.spent', '支出', 'Spent'), yuan('t.carried', '结转', 'Carried')],
      ...[
        yuan('t.surplus', '结余', 'Surplus'),
        text('t.document', '依据文号', 'By which document'),
      ],
      person('t.drafted_by', '起草人', 'Drafted by'),
      person('t.approved_by', '批准人', 'Approved by'),
      instant('t.approved_at', '批准时间', 'Approved at'),
    ],
  },
  {
    code: 'pledges',
    title: { zh: '认捐', en: 'Pledges of donors' },
    ...{ table: 'funds.pledge t', ...placed, order: 't.pledged_on, t.id' },
    columns: [
      ...[id('t.id', '认捐标识', 'Pledge id'), ...where()],
      ...[text('t.donor', '捐赠方', 'Donor'), ...payer, number('t.year', '年度', 'Year')],
      ...[yuan('t.amount', '认捐金额', 'Pledged'), day('t.pledged_on', '认捐日期', 'Pledged on')],
      text('t.document', '依据', 'Paper'),
      person('t.recorded_by', '登记人', 'Recorded by'),
      instant('t.recorded_at', '登记时间', 'Recorded at'),
    ],
  },
];

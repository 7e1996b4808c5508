/** What was held against others' records, and what supervision found. */
import {
  coded,
  day,
  type File,
  id,
  instant,
  number,
  ofProject,
  person,
  text,
  where,
  yuan,
} from './file.ts';

const placed = { place: 't.place_key' } as const;
const items = (result: string) =>
  `(select coalesce(sum((p ->> 'count')::integer), 0) from jsonb_array_elements(t.parts) p where p ->> 'result' = '${result}')`;

export const oversightFiles: readonly File[] = [
  {
    ...{ code: 'findings', title: { zh: '监督疑点', en: 'Findings of supervision' }, ...placed },
    ...{ table: 'supervision.finding t', order: 't.county, t.found_on, t.id' },
    permission: 'supervision.read',
    seen: '$5::uuid <> all (t.about) and not (t.hidden_from && $6::bigint[])',
    columns: [
      ...[id('t.id', '疑点标识', 'Finding id'), ...where(), ...ofProject],
      coded('t.source', 'supervision.source.', '来源', 'Source'),
      coded('t.rule', 'supervision.rule.', '规则', 'Rule'),
      text('t.paper', '来文号', 'Paper'),
      text('t.title', '问题', 'Problem'),
      yuan('t.amount', '涉及金额', 'Amount'),
      number('t.evidence_rows', '依据行数', 'Rows of evidence'),
      coded('t.state', 'supervision.state.', '状态', 'State'),
      day('t.found_on', '发现日期', 'Found on'),
      text('(select p.name from regions.place p where p.key = t.owner_key)', '责任单位', 'Owner'),
      day('t.reply_by', '答复期限', 'Answer by'),
      day('t.decided_on', '认定日期', 'Decided on'),
    ],
  },
  {
    ...{ code: 'reconciliation', title: { zh: '对账', en: 'Runs of reconciliation' }, ...placed },
    table: `(select r.*, s.name as source_name, s.kind as source_kind from reconciliation.run r
      join reconciliation.source s on s.id = r.source_id) t`,
    permission: 'funds.read',
    order: 't.starts_on, t.id',
    columns: [
      ...[id('t.id', '对账标识', 'Run id'), ...where()],
      text('t.source_name', '对账来源', 'Source'),
      coded('t.source_kind', 'reconciliation.source_kind.', '来源类型', 'Kind of source'),
      coded('t.programme', 'funds.programme.', '资金类别', 'Programme'),
      day('t.starts_on', '起日', 'From'),
      day('t.ends_on', '止日', 'To'),
      coded('t.state', 'reconciliation.run_state.', '状态', 'State'),
      number(items('matched'), '相符', 'Matched'),
      number(items('amount_differs'), '金额不符', 'Amount differs'),
      number(items('ours_only'), '我有他无', 'Ours only'),
      number(items('theirs_only'), '他有我无', 'Theirs only'),
      number(items('ambiguous'), '待人工判断', 'Left to a person'),
      person('t.finished_by', '完成人', 'Finished by'),
      person('t.confirmed_by', '复核人', 'Confirmed by'),
      instant('t.changed_at', '最近变动', 'Changed at'),
    ],
  },
];

/** What went to the county with requests: scans and dossiers by their hashes, so that a PDF in hand can be held against them. */
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
  yesNo,
} from './file.ts';

const placed = { place: 't.place_key', permission: 'projects.read' } as const;

export const dossierFiles: readonly File[] = [
  {
    ...{ code: 'scans', title: { zh: '扫描件', en: 'Scans of papers' }, ...placed },
    ...{ table: 'dossiers.file t', order: 't.county, t.uploaded_at, t.id' },
    columns: [
      ...[id('t.id', '扫描件标识', 'Scan id'), ...where(), ...ofProject],
      coded('t.kind', 'projects.document_kind.', '材料类型', 'Kind of paper'),
      text('t.title', '材料名称', 'Title'),
      text('t.number', '编号', 'Number'),
      day('t.dated', '材料日期', 'Dated'),
      id('t.document_id', '项目材料标识', 'Paper id'),
      id('t.contract_id', '合同标识', 'Contract id'),
      id('t.request_id', '申请标识', 'Request id'),
      text('t.sha256', 'SHA-256', 'SHA-256'),
      number('t.size', '字节', 'Bytes'),
      yesNo(`t.class = 'personal'`, '含个人信息', 'Shows data of persons'),
      person('t.uploaded_by', '上传人', 'Uploaded by'),
      instant('t.uploaded_at', '上传时间', 'Uploaded at'),
      person('t.withdrawn_by', '撤下人', 'Withdrawn by'),
      instant('t.withdrawn_at', '撤下时间', 'Withdrawn at'),
      id('t.replaced_by', '替换为扫描件标识', 'Replaced by scan id'),
      text('t.withdrawn_because', '撤下原因', 'Withdrawn because'),
    ],
  },
  {
    ...{ code: 'dossiers', title: { zh: '送审资料', en: 'Dossiers of requests' }, ...placed },
    ...{ table: 'dossiers.dossier t', order: 't.county, t.made_at, t.id' },
    columns: [
      ...[id('t.id', '送审资料标识', 'Dossier id'), ...where(), ...ofProject],
      id('t.request_id', '申请标识', 'Request id'),
      text('t.sha256', 'SHA-256', 'SHA-256'),
      number('t.size', '字节', 'Bytes'),
      number('t.pages', '页数', 'Pages'),
      number('jsonb_array_length(t.hints)', '监督提示条数', 'Hints of supervision'),
      text('t.explanation', '对提示的说明', 'Explanation of hints'),
      person('t.made_by', '生成人', 'Made by'),
      instant('t.made_at', '生成时间', 'Made at'),
    ],
  },
  {
    ...{ code: 'dossier-papers', ...placed },
    title: { zh: '送审资料所含材料', en: 'Papers in dossiers' },
    ...{ table: 'dossiers.dossier_part t', order: 't.county, t.dossier_id, t.position' },
    columns: [
      ...[id('t.dossier_id', '送审资料标识', 'Dossier id'), ...where()],
      number('t.position + 1', '顺序', 'Order'),
      id('t.file_id', '扫描件标识', 'Scan id'),
      text('t.sha256', 'SHA-256', 'SHA-256'),
      number('t.first_page', '起始页', 'First page'),
      number('t.pages', '页数', 'Pages'),
    ],
  },
];

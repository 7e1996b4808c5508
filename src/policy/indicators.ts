/** Figures over policy documents. */
import { type Definition, indicator } from '../indicators/definition.ts';
import { interview } from '../indicators/sources.ts';

export const indicators: readonly Definition[] = [
  indicator({
    code: 'policy.main_documents',
    unit: 'document',
    kind: 'stock',
    from: 'policy.document',
    when: `kind = 'main_supporting'`,
    steps: [
      { on: 'issued_on', value: '1' },
      { on: 'ends_on', value: '-1' },
    ],
    place: 'place_key',
    name: { zh: '主要配套文件', en: 'Main supporting documents' },
    means: {
      zh: '截止日有效的主要配套文件，记在发文所管的地方。',
      en: 'Main supporting documents in force on the day, at the place they govern.',
    },
    source: interview,
    rows: {
      columns: [
        { name: 'number', value: 'r.number', type: 'text', label: { zh: '文号', en: 'Number' } },
        { name: 'title', value: 'r.title', type: 'text', label: { zh: '标题', en: 'Title' } },
        {
          name: 'issuer',
          value: 'r.issuer',
          type: 'text',
          label: { zh: '发文机关', en: 'Issuer' },
        },
        {
          name: 'openness',
          value: 'r.openness',
          type: 'code',
          vocabulary: 'policy.openness',
          label: { zh: '公开属性', en: 'Openness' },
        },
        {
          name: 'issued_on',
          value: 'r.issued_on',
          type: 'date',
          label: { zh: '印发日期', en: 'Issued' },
        },
      ],
    },
  }),
];

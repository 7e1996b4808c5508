/** Words of policy. */
import type { Words } from '../kit/words.ts';

export const words = {
  'policy.document_kind.main_supporting': { zh: '主要配套文件', en: 'Main supporting document' },
  'policy.document_kind.opinion': { zh: '意见', en: 'Opinion' },
  'policy.document_kind.measure': { zh: '办法', en: 'Measure' },
  'policy.document_kind.notice': { zh: '通知', en: 'Notice' },
  'policy.openness.public': { zh: '主动公开', en: 'Public' },
  'policy.openness.on_request': { zh: '依申请公开', en: 'On request' },
  'policy.openness.internal': { zh: '不予公开', en: 'Internal' },
} satisfies Words;

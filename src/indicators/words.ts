/** Words of indicators. */
import type { Words } from '../kit/words.ts';

export const words = {
  'indicators.unit.person': { zh: '人', en: 'people' },
  'indicators.unit.person_time': { zh: '人次', en: 'person-times' },
  'indicators.unit.unit': { zh: '个', en: 'units' },
  'indicators.unit.place': { zh: '个', en: 'places' },
  'indicators.unit.class': { zh: '期', en: 'classes' },
  'indicators.unit.document': { zh: '份', en: 'documents' },
  'indicators.unit.event': { zh: '场', en: 'events' },
  'indicators.unit.fen': { zh: '元', en: 'yuan' },
  'indicators.unit.ratio': { zh: '', en: '' },
  'indicators.kind.flow': { zh: '时期数（期内发生）', en: 'Flow (what happened in the period)' },
  'indicators.kind.stock': {
    zh: '时点数（截止日存量）',
    en: 'Stock (as it stood on the last day)',
  },
  'indicators.kind.distinct': { zh: '去重计数', en: 'Distinct count' },
  'indicators.kind.extreme': { zh: '最小／最大', en: 'Smallest or largest' },
  'indicators.kind.ratio': { zh: '比值', en: 'Ratio' },
  'indicators.kind.shares': { zh: '构成比例', en: 'Shares' },
  'indicators.column.place_code': { zh: '区划代码', en: 'Place code' },
  'indicators.column.place': { zh: '地方', en: 'Place' },
  'indicators.column.counted': { zh: '计入', en: 'Counted' },
  'indicators.export.heading': {
    zh: '{name}　{from} 至 {to}　取数时间 {asOf}',
    en: '{name}, {from} to {to}, read at {asOf}',
  },
  'indicators.refusal.unknown': { zh: '没有“{code}”这个指标。', en: 'There is no figure {code}.' },
  'indicators.refusal.unknown.todo': {
    zh: '到“指标口径”里找正确的指标。',
    en: 'Look it up in the catalogue of figures.',
  },
  'indicators.refusal.no_rows': {
    zh: '“{code}”是由别的指标算出来的，没有自己的明细。',
    en: 'This figure is computed from others and has no rows of its own.',
  },
  'indicators.refusal.no_rows.todo': {
    zh: '请看它的分子、分母指标的明细。',
    en: 'Open the rows of the figures it is computed from.',
  },
  'indicators.refusal.period': {
    zh: '时期不对：{from} 至 {to}。',
    en: 'Not a period: {from} to {to}.',
  },
  'indicators.refusal.period.todo': {
    zh: '开始日要不晚于截止日，最长 50 年。',
    en: 'It must begin before it ends and last 50 years at most.',
  },
  'indicators.refusal.dimension': {
    zh: '这个指标不能按“{dimension}”分。',
    en: 'This figure has no dimension {dimension}.',
  },
  'indicators.refusal.dimension.todo': {
    zh: '换一个口径里列出的分组。',
    en: 'Use a dimension its definition lists.',
  },
  'indicators.refusal.page_mark': { zh: '翻页标记不对。', en: 'The page mark is not one of ours.' },
  'indicators.refusal.page_mark.todo': {
    zh: '从第一页重新翻。',
    en: 'Start again from the first page.',
  },
} satisfies Words;

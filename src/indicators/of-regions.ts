/** Figures over places: they stand here because regions comes before indicators. */
import { type Definition, indicator, type Rows } from './definition.ts';

const placeRows: Rows = {
  join: 'left join regions.place city on city.key = r.city_key',
  columns: [
    { name: 'city', value: 'city.name', type: 'text', label: { zh: '地市', en: 'City' } },
    {
      name: 'tier',
      value: 'r.tier',
      type: 'code',
      vocabulary: 'regions.tier_name',
      label: { zh: '层级', en: 'Tier' },
    },
    { name: 'valid_from', value: 'r.valid_from', type: 'date', label: { zh: '起', en: 'From' } },
    { name: 'valid_to', value: 'r.valid_to', type: 'date', label: { zh: '止', en: 'Until' } },
    {
      name: 'document',
      value: 'r.document',
      type: 'text',
      label: { zh: '依据文件', en: 'Document' },
    },
    {
      name: 'place_page',
      value: `'→'`,
      type: 'text',
      label: { zh: '地方', en: 'Place' },
      link: { path: '/places?place={}', value: 'r.place_key' },
    },
  ],
};

const interview = { zh: '2022-07-28 访谈', en: 'Interview of 2022-07-28' };

interface TierFigure {
  code: string;
  when: string;
  name: { zh: string; en: string };
  means: { zh: string; en: string };
}

const byTier = ({ code, when, name, means }: TierFigure): Definition =>
  indicator({
    code,
    unit: 'place',
    kind: 'stock',
    from: 'regions.tier',
    when,
    steps: [
      { on: 'valid_from', value: '1' },
      { on: 'valid_to', value: '-1' },
    ],
    place: 'place_key',
    by: [{ name: 'tier', value: 'tier', vocabulary: 'regions.tier_name' }],
    name,
    means,
    source: interview,
    rows: placeRows,
  });

export const indicatorsOfRegions: readonly Definition[] = [
  byTier({
    code: 'regions.towns_covered',
    when: `tier in ('key_assistance', 'consolidation', 'demonstration')`,
    name: { zh: '帮扶镇数', en: 'Towns covered' },
    means: {
      zh: '截止日有重点帮扶、巩固提升或先行示范层级的乡镇数。层级是有起止日的属性，各层级相加不一定等于某一天引用的总数。',
      en: 'Towns with one of the three tiers on the day. A tier is a dated attribute, so tiers of different days need not add up to a quoted total.',
    },
  }),
  byTier({
    code: 'regions.key_towns',
    when: `tier = 'key_assistance'`,
    name: { zh: '重点帮扶镇', en: 'Key assistance towns' },
    means: { zh: '截止日层级为重点帮扶镇的乡镇。', en: 'Towns in tier key assistance on the day.' },
  }),
  byTier({
    code: 'regions.consolidation_towns',
    when: `tier = 'consolidation'`,
    name: { zh: '巩固提升镇', en: 'Consolidation towns' },
    means: { zh: '截止日层级为巩固提升镇的乡镇。', en: 'Towns in tier consolidation on the day.' },
  }),
  byTier({
    code: 'regions.demonstration_towns',
    when: `tier = 'demonstration'`,
    name: { zh: '先行示范镇', en: 'Demonstration towns' },
    means: { zh: '截止日层级为先行示范镇的乡镇。', en: 'Towns in tier demonstration on the day.' },
  }),
  byTier({
    code: 'regions.self_included_units',
    when: `tier = 'self_included'`,
    name: { zh: '自行纳入单位', en: 'Self-included units' },
    means: {
      zh: '各市自行纳入帮扶的涉农街道、农场、林场，以有起止日的文件为准。',
      en: 'Streets with villages, farms and forest farms taken in by cities themselves, by dated documents.',
    },
  }),
  indicator({
    code: 'regions.self_including_cities',
    unit: 'place',
    kind: 'distinct',
    from: 'regions.tier',
    when: `tier = 'self_included'`,
    of: 'city_key',
    during: { at: 'last_day', starts: 'valid_from', ends: 'valid_to' },
    place: 'place_key',
    name: { zh: '自加压力的地市', en: 'Cities taking in more' },
    means: {
      zh: '截止日至少自行纳入一个单位的地级市，每市计一次。',
      en: 'Cities with at least one self-included unit on the day, each counted once.',
    },
    source: interview,
    rows: placeRows,
  }),
  indicator({
    code: 'regions.villages',
    unit: 'place',
    kind: 'stock',
    from: 'regions.code',
    when: `kind = 'administrative_village'`,
    steps: [
      { on: 'valid_from', value: '1' },
      { on: 'valid_to', value: '-1' },
    ],
    place: 'key',
    key: 'key',
    name: { zh: '行政村数', en: 'Administrative villages' },
    means: {
      zh: '截止日所用区划版本里的行政村（村民委员会）。',
      en: 'Administrative villages in the edition of the registry in force on the day.',
    },
    source: {
      zh: '国家统计局统计用区划代码',
      en: 'Statistical division codes of the National Bureau of Statistics',
    },
    rows: {
      columns: [
        {
          name: 'code',
          value: 'r.code',
          type: 'text',
          label: { zh: '统计代码', en: 'Statistical code' },
        },
        { name: 'edition', value: 'r.edition', type: 'text', label: { zh: '版本', en: 'Edition' } },
        {
          name: 'name',
          value: 'r.name',
          type: 'text',
          label: { zh: '名称', en: 'Name' },
          link: { path: '/places?place={}', value: 'r.key' },
        },
      ],
    },
  }),
];

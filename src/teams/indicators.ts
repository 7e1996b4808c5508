/** Figures over teams and postings. */
import { indicator, type Rows } from '../indicators/definition.ts';

const postingRows: Rows = {
  join: `left join teams.person person on person.id = r.person_id
         left join teams.organisation organisation on organisation.id = r.organisation_id
         left join teams.team team on team.id = r.team_id`,
  columns: [
    { name: 'person', value: 'person.name', type: 'text', label: { zh: '姓名', en: 'Name' } },
    {
      name: 'category',
      value: 'r.category',
      type: 'code',
      vocabulary: 'teams.category',
      label: { zh: '人员类别', en: 'Category' },
    },
    {
      name: 'role',
      value: 'r.role',
      type: 'code',
      vocabulary: 'teams.role',
      label: { zh: '职务', en: 'Role' },
    },
    {
      name: 'organisation',
      value: 'organisation.name',
      type: 'text',
      label: { zh: '选派单位', en: 'Sending unit' },
      link: { path: '/teams/organisations/{}', value: 'r.organisation_id' },
    },
    {
      name: 'team',
      value: 'team.name',
      type: 'text',
      label: { zh: '工作队', en: 'Team' },
      link: { path: '/teams/{}', value: 'r.team_id' },
    },
    { name: 'starts_on', value: 'r.starts_on', type: 'date', label: { zh: '到任', en: 'From' } },
    { name: 'ends_on', value: 'r.ends_on', type: 'date', label: { zh: '离任', en: 'Until' } },
  ],
};

export const indicators = [
  indicator({
    code: 'teams.cadres',
    unit: 'person',
    kind: 'stock',
    from: 'teams.posting',
    history: 'teams.posting_history',
    when: `category = 'cadre' and main`,
    steps: [
      { on: 'starts_on', value: '1' },
      { on: 'ends_on', value: '-1' },
    ],
    place: 'place_key',
    by: [{ name: 'role', value: 'role', vocabulary: 'teams.role' }],
    name: { zh: '派驻干部', en: 'Cadres' },
    means: {
      zh: '截止日在任的党政机关、企事业单位干部；一人只算一次，兼任驻村第一书记不重复计。',
      en: 'Cadres of party and government organs, enterprises and institutions in post on the day; each person once, a second post as first secretary is not counted again.',
    },
    source: { zh: '2022-07-28 访谈', en: 'Interview of 2022-07-28' },
    rows: postingRows,
  }),
];

/** Figures over teams and postings. */
import { type Definition, type Dimension, indicator, type Rows } from '../indicators/definition.ts';
import { interview } from '../indicators/sources.ts';

/** The person comes through teams.person_card: the record may have moved to another county while the posting counts here. */
const postingRows: Rows = {
  join: `left join lateral teams.person_card(r.person_id) person on true
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

const teamRows: Rows = {
  columns: [
    {
      name: 'name',
      value: 'r.name',
      type: 'text',
      label: { zh: '工作队', en: 'Team' },
      link: { path: '/teams/{}', value: 'r.id' },
    },
    {
      name: 'place_kind',
      value: 'r.place_kind',
      type: 'code',
      vocabulary: 'regions.kind',
      label: { zh: '地方类型', en: 'Kind of place' },
    },
    {
      name: 'tier',
      value: 'r.tier',
      type: 'code',
      vocabulary: 'regions.tier_name',
      label: { zh: '层级', en: 'Tier' },
    },
    { name: 'formed_on', value: 'r.formed_on', type: 'date', label: { zh: '组建', en: 'Formed' } },
    {
      name: 'dissolved_on',
      value: 'r.dissolved_on',
      type: 'date',
      label: { zh: '撤销', en: 'Dissolved' },
    },
  ],
};

type Said = Pick<Definition, 'code' | 'name' | 'means'> & {
  when: string;
  by?: readonly Dimension[];
};

const teamsIn = ({ code, name, means, when }: Said): Definition =>
  indicator({
    code,
    name,
    means,
    when,
    unit: 'place',
    kind: 'stock',
    from: 'teams.team',
    history: 'teams.team_history',
    steps: [
      { on: 'formed_on', value: '1' },
      { on: 'dissolved_on', value: '-1' },
    ],
    place: 'place_key',
    by: [{ name: 'tier', value: 'tier', vocabulary: 'regions.tier_name' }],
    source: interview,
    rows: teamRows,
  });

const peopleIn = ({ code, name, means, when, by }: Said): Definition =>
  indicator({
    code,
    name,
    means,
    when,
    unit: 'person',
    kind: 'stock',
    from: 'teams.posting',
    history: 'teams.posting_history',
    steps: [
      { on: 'starts_on', value: '1' },
      { on: 'ends_on', value: '-1' },
    ],
    place: 'place_key',
    by: by ?? [],
    source: interview,
    rows: postingRows,
  });

export const indicators: readonly Definition[] = [
  teamsIn({
    code: 'teams.towns_with_team',
    when: `place_kind in ('town', 'township', 'ethnic_township')`,
    name: { zh: '派驻工作队的乡镇', en: 'Towns with a team' },
    means: {
      zh: '截止日有常设工作队的乡镇；地方类型以组建时为准。',
      en: 'Towns with a standing team on the day; the kind of place is that of the day the team was formed.',
    },
  }),
  teamsIn({
    code: 'teams.streets_with_team',
    when: `place_kind = 'street'`,
    name: { zh: '派驻工作队的涉农街道', en: 'Streets with a team' },
    means: {
      zh: '截止日有常设工作队的涉农街道。',
      en: 'Streets with villages that have a standing team on the day.',
    },
  }),
  indicator({
    code: 'teams.sending_units',
    unit: 'unit',
    kind: 'distinct',
    from: 'teams.posting',
    history: 'teams.posting_history',
    when: 'organisation_id is not null',
    of: 'organisation_id',
    during: { at: 'last_day', starts: 'starts_on', ends: 'ends_on' },
    place: 'place_key',
    name: { zh: '选派单位', en: 'Sending units' },
    means: {
      zh: '截止日有人在任的选派单位，每个单位只算一次；更名、合并时在任人员转到承接的单位，不重复计。',
      en: 'Organisations with somebody in post on the day, each counted once; people of a renamed or merged one belong to its successor from that day.',
    },
    source: interview,
    rows: postingRows,
  }),
  peopleIn({
    code: 'teams.cadres',
    when: `category = 'cadre' and main`,
    by: [{ name: 'role', value: 'role', vocabulary: 'teams.role' }],
    name: { zh: '派驻干部', en: 'Cadres' },
    means: {
      zh: '截止日在任的党政机关、企事业单位干部；一人只算一次，兼任驻村第一书记不重复计。',
      en: 'Cadres of party and government organs, enterprises and institutions in post on the day; each person once, a second post as first secretary is not counted again.',
    },
  }),
  peopleIn({
    code: 'teams.specialists',
    when: `category in ('graduate_service', 'agri_tech_agent', 'finance_assistant') and main`,
    by: [{ name: 'category', value: 'category', vocabulary: 'teams.category' }],
    name: { zh: '专业人才', en: 'Specialists' },
    means: {
      zh: '截止日在任的“三支一扶”人员、农村科技特派员、金融助理。',
      en: 'Graduates of the service scheme, science and technology agents and finance assistants in post on the day.',
    },
  }),
  peopleIn({
    code: 'teams.volunteers',
    when: `category = 'volunteer' and main`,
    name: { zh: '志愿者', en: 'Volunteers' },
    means: { zh: '截止日在任的高校毕业生志愿者。', en: 'Graduate volunteers in post on the day.' },
  }),
  peopleIn({
    code: 'teams.first_secretaries',
    when: `role = 'first_secretary'`,
    by: [{ name: 'category', value: 'category', vocabulary: 'teams.category' }],
    name: { zh: '驻村第一书记', en: 'First secretaries' },
    means: {
      zh: '截止日在任的驻村第一书记，包括由工作队员兼任的。',
      en: 'First secretaries of villages in post on the day, team members who hold the post besides included.',
    },
  }),
];

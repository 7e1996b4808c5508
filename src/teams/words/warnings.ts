/** What a warning says, and by what rule. Warnings never block. */
import type { Words } from '../../kit/words.ts';

const practice = { zh: '依据：派驻安排通行做法', en: 'By common practice of posting' };

export const warnings = {
  'teams.warning.somebody': { zh: '一名人员', en: 'somebody' },
  'teams.warning.team_small': {
    zh: '在任派驻干部 {count} 人，少于 {least} 人。',
    en: '{count} {count|cadre|cadres} in post, fewer than {least}.',
  },
  'teams.warning.team_small.source': {
    zh: '依据：工作队选派安排，每队原则上 5 人以上',
    en: 'Team arrangement: five people or more in principle',
  },
  'teams.warning.no_captain': { zh: '没有在任队长。', en: 'No captain in post.' },
  'teams.warning.no_captain.source': {
    zh: '依据：工作队选派安排，每队设队长 1 名',
    en: 'Team arrangement: one captain a team',
  },
  'teams.warning.captain_party': {
    zh: '队长{name}的登记里不是中共党员。',
    en: 'Captain {name} is not recorded as a party member.',
  },
  'teams.warning.captain_party.source': {
    zh: '依据：公开的市级方案，队长须为中共正式党员',
    en: 'A published city plan: the captain is a full party member',
  },
  'teams.warning.captain_post': {
    zh: '队长{name}还没有登记镇内任职（一般挂任镇党委副书记）。',
    en: 'Captain {name} has no post in the town on record (usually deputy party secretary).',
  },
  'teams.warning.captain_post.source': {
    zh: '依据：公开的市级方案，队长挂任镇党委副书记',
    en: 'A published city plan: the captain is posted as deputy party secretary of the town',
  },
  'teams.warning.no_lead': { zh: '没有牵头单位。', en: 'No lead unit.' },
  'teams.warning.no_lead.source': {
    zh: '依据：组团结对，一个牵头单位和若干成员单位',
    en: 'Group pairing: one lead unit and its members',
  },
  'teams.warning.agents_many': {
    zh: '科技特派员 {count} 人，多于 {most} 人。',
    en: '{count} science and technology {count|agent|agents}, more than {most}.',
  },
  'teams.warning.agents_many.source': {
    zh: '依据：驻镇帮扶农村科技特派员安排，每队 3 名',
    en: 'Arrangement of rural science and technology agents: three a team',
  },
  'teams.warning.volunteers_many': {
    zh: '志愿者 {count} 人，多于 {most} 人。',
    en: '{count} {count|volunteer|volunteers}, more than {most}.',
  },
  'teams.warning.volunteers_many.source': {
    zh: '依据：驻镇帮扶志愿者安排，每队 2 至 3 名',
    en: 'Arrangement of volunteers: two or three a team',
  },
  'teams.warning.village_without': {
    zh: '{village}应有驻村第一书记，现在没有。',
    en: '{village} should have a first secretary and has none.',
  },
  'teams.warning.village_without.source': {
    zh: '依据：示范村、红色村、集体经济薄弱村、软弱涣散村选派第一书记',
    en: 'First secretaries go to model, red, economically weak and weakly organised villages',
  },
  'teams.warning.village_overlap': {
    zh: '{village}同时有 {count} 名第一书记，交接期内属正常，交接后请结束前任。',
    en: '{village} has {count} first secretaries at once; fine while handing over, end the earlier one afterwards.',
  },
  'teams.warning.village_overlap.source': practice,
  'teams.warning.village_unflagged': {
    zh: '{village}没有示范村、红色村、薄弱村、涣散村标记，却派了第一书记。',
    en: '{village} has a first secretary without any of the flags that ask for one.',
  },
  'teams.warning.village_unflagged.source': {
    zh: '依据：第一书记原则上派到有标记的村',
    en: 'First secretaries go, in principle, to flagged villages',
  },
  'teams.warning.posting_long': {
    zh: '到任到到期超过 {years} 年。',
    en: 'More than {years} {years|year|years} from the first day to the due date.',
  },
  'teams.warning.posting_long.source': {
    zh: '依据：工作队选派安排，每轮三年',
    en: 'Team arrangement: batches of three years',
  },
  'teams.warning.batch_long': {
    zh: '{batch}的期限超过 {years} 年。',
    en: '{batch} runs for more than {years} {years|year|years}.',
  },
  'teams.warning.batch_long.source': {
    zh: '依据：工作队选派安排，每轮三年',
    en: 'Team arrangement: batches of three years',
  },
  'teams.warning.no_due_date': {
    zh: '没有填到期日，到期轮换提醒不到。',
    en: 'Without a due date nobody is reminded of the rotation.',
  },
  'teams.warning.no_due_date.source': practice,
  'teams.warning.outside_batch': {
    zh: '到任日不在{batch}期内（{from} 起）。',
    en: 'The first day lies outside {batch} (from {from}).',
  },
  'teams.warning.outside_batch.source': practice,
  'teams.warning.unit_not_behind': {
    zh: '{name}不在这支工作队的组团单位里。',
    en: '{name} is not one of the units behind this team.',
  },
  'teams.warning.unit_not_behind.source': {
    zh: '依据：工作队由牵头单位和成员单位选派',
    en: 'A team is sent by its lead unit and members',
  },
  'teams.warning.overlap': {
    zh: '与前任{name}重叠 {days} 天，交接期内属正常。',
    en: 'Overlaps with {name} for {days} {days|day|days}, which is fine while handing over.',
  },
  'teams.warning.overlap.source': practice,
  'teams.warning.overlap_open': {
    zh: '{name}还在同一个村任第一书记，交接后请结束其任职。',
    en: '{name} is still first secretary of the same village; end that posting after the hand-over.',
  },
  'teams.warning.overlap_open.source': practice,
  'teams.warning.second_ended': {
    zh: '{name}在本队的兼任也在同一天结束。',
    en: 'The second post of {name} in this team ended the same day.',
  },
  'teams.warning.second_ended.source': practice,
  'teams.warning.person_known': {
    zh: '同一单位已有一名{name}，请确认不是重复登记。',
    en: 'The same unit already has somebody called {name}; make sure they are not entered twice.',
  },
  'teams.warning.person_known.source': {
    zh: '依据：一人一档，避免重复计数',
    en: 'One record a person, so nobody is counted twice',
  },
  'teams.warning.organisation_known': {
    zh: '已有一个同名单位（{name}），请确认不是重复登记。',
    en: 'A unit called {name} is registered already; make sure it is not the same one.',
  },
  'teams.warning.organisation_known.source': {
    zh: '依据：一个单位一条登记，避免重复计数',
    en: 'One record a unit, so nothing is counted twice',
  },
  'teams.warning.credit_code': {
    zh: '{name}的统一社会信用代码 {code} 校验位不对，请核对。',
    en: 'The credit code {code} of {name} has a wrong check character; please check it.',
  },
  'teams.warning.credit_code.source': {
    zh: '依据：GB 32100-2015 法人和其他组织统一社会信用代码编码规则',
    en: 'GB 32100-2015, coding rule of the unified social credit code',
  },
} satisfies Words;

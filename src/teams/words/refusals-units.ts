/** What a refused deed about units, pairings and duties is told: why, and what to do. */
import type { Words } from '../../kit/words.ts';

export const unitRefusals = {
  'teams.refusal.own_successor': {
    zh: '单位不能由自己承接。',
    en: 'A unit cannot succeed itself.',
  },
  'teams.refusal.own_successor.todo': {
    zh: '选更名、合并后的单位。',
    en: 'Choose the unit it became.',
  },
  'teams.refusal.successor_ended': {
    zh: '承接的单位不存在或已撤销。',
    en: 'The succeeding unit does not exist or has ended.',
  },
  'teams.refusal.successor_ended.todo': {
    zh: '先登记更名、合并后的单位，再办承接。',
    en: 'Enter the new unit first.',
  },
  'teams.refusal.unit_ended': {
    zh: '这个单位已经更名、合并或撤销。',
    en: 'This unit has been renamed, merged or ended before.',
  },
  'teams.refusal.unit_ended.todo': {
    zh: '到它现在的单位上办理。',
    en: 'Go on with the unit it became.',
  },
  'teams.refusal.unit_too_young': {
    zh: '更名、合并的日期早于单位成立。',
    en: 'The day lies before the unit began.',
  },
  'teams.refusal.unit_too_young.todo': {
    zh: '核对日期后再提交。',
    en: 'Check the day and send again.',
  },
  'teams.refusal.no_such_organisation': {
    zh: '没有这个单位的登记。',
    en: 'This unit is not registered.',
  },
  'teams.refusal.no_such_organisation.todo': {
    zh: '重新查找，或先登记单位。',
    en: 'Search again, or enter the unit first.',
  },
  'teams.refusal.lead_is_member': {
    zh: '牵头单位又列进了成员单位。',
    en: 'The lead unit is also named as a member.',
  },
  'teams.refusal.lead_is_member.todo': {
    zh: '从成员单位里去掉它。',
    en: 'Take it out of the members.',
  },
  'teams.refusal.unit_twice': {
    zh: '这个单位在这段时间已在组团单位里。',
    en: 'This unit is in the group already in that time.',
  },
  'teams.refusal.unit_twice.todo': { zh: '不用再加。', en: 'It need not be added.' },
  'teams.refusal.lead_taken': {
    zh: '这段时间已有牵头单位。',
    en: 'The group has a lead unit in that time.',
  },
  'teams.refusal.lead_taken.todo': {
    zh: '先让原牵头单位退出，或登记为成员单位。',
    en: "End the present lead unit's part, or add this one as a member.",
  },
  'teams.refusal.unit_over': {
    zh: '这个单位已经退出。',
    en: "The unit's part has ended already.",
  },
  'teams.refusal.unit_over.todo': { zh: '不用再办。', en: 'Nothing more to do.' },
  'teams.refusal.unit_staffed': {
    zh: '这个单位派的 {count} 人到那天还在任。',
    en: '{count} {count|person|people} sent by this unit {count|is|are} still in post on that day.',
  },
  'teams.refusal.unit_staffed.todo': {
    zh: '先结束他们的任职，或把退出日期改后。',
    en: 'End their postings first, or choose a later day.',
  },
  'teams.refusal.pairing_designated': {
    zh: '定点帮扶由单位帮镇。',
    en: 'Designated help comes from a unit and goes to a town.',
  },
  'teams.refusal.pairing_designated.todo': {
    zh: '帮扶方选单位，受帮扶方选镇。',
    en: 'Choose a unit as helper and a town as the helped place.',
  },
  'teams.refusal.pairing_society': {
    zh: '社会力量帮扶由单位帮镇或村。',
    en: 'Help by society comes from a unit and goes to a town or village.',
  },
  'teams.refusal.pairing_society.todo': {
    zh: '帮扶方选单位，受帮扶方选镇或村。',
    en: 'Choose a unit as helper and a town or village as the helped place.',
  },
  'teams.refusal.pairing_city_to_city': {
    zh: '对口帮扶由市帮市。',
    en: 'City to city: both sides are cities.',
  },
  'teams.refusal.pairing_city_to_city.todo': {
    zh: '两边都选地级市。',
    en: 'Choose a city on both sides.',
  },
  'teams.refusal.pairing_organ_to_county': {
    zh: '纵向帮扶由省直单位帮县；不设县的市，帮到市。',
    en: 'A provincial organ helps a county, or a city without counties.',
  },
  'teams.refusal.pairing_organ_to_county.todo': {
    zh: '帮扶方选单位，受帮扶方选县。',
    en: 'Choose a unit as helper and a county as the helped place.',
  },
  'teams.refusal.pairing_group_to_town': {
    zh: '组团帮扶由单位帮镇。',
    en: 'A group of units helps a town.',
  },
  'teams.refusal.pairing_group_to_town.todo': {
    zh: '帮扶方选单位，受帮扶方选镇。',
    en: 'Choose a unit as helper and a town as the helped place.',
  },
  'teams.refusal.pairing_over': {
    zh: '这个结对关系已经结束。',
    en: 'The pairing has ended already.',
  },
  'teams.refusal.pairing_over.todo': { zh: '不用再办。', en: 'Nothing more to do.' },
  'teams.refusal.fulfilled_before_start': {
    zh: '落实日期早于结对开始日期。',
    en: 'The day lies before the pairing began.',
  },
  'teams.refusal.fulfilled_before_start.todo': { zh: '核对日期。', en: 'Check the date.' },
  'teams.refusal.credit_code_known': {
    zh: '这个统一社会信用代码已登记在另一个单位名下。',
    en: 'This unified social credit code is registered for another unit.',
  },
  'teams.refusal.credit_code_known.todo': {
    zh: '按代码查找，直接用已登记的单位。',
    en: 'Search by the code and use the unit that is registered.',
  },
  'teams.refusal.unit_leads': {
    zh: '这个单位已经是牵头单位。',
    en: 'This unit leads the group already.',
  },
  'teams.refusal.unit_leads.todo': { zh: '不用再办。', en: 'Nothing more to do.' },
  'teams.refusal.unit_joins_later': {
    zh: '这个单位到那天还没有加入。',
    en: 'The unit has not joined by that day.',
  },
  'teams.refusal.unit_joins_later.todo': {
    zh: '日期选在它加入之后。',
    en: 'Choose a day after it joins.',
  },
  'teams.refusal.succession_ahead': {
    zh: '更名、合并的日期还没到。',
    en: 'The day of renaming or merging lies ahead.',
  },
  'teams.refusal.succession_ahead.todo': {
    zh: '到那天再办；在任人员会在办理时一起转过去。',
    en: 'Enter it when the day has come; its people go over at once.',
  },
  'teams.refusal.unit_home': {
    zh: '所在地不归你这里登记：可以登记本辖区、上级地方和对口帮扶市的单位。',
    en: 'Its home is not yours to enter: you enter units of your own area, of places above it, and of cities that help your city.',
  },
  'teams.refusal.unit_home.todo': {
    zh: '请单位所在的市或省里登记，登记后这里就能选到；对口关系变了的，先登记结对关系。',
    en: 'Have its own city or the province enter it, then you can choose it; where the pairing of cities changed, enter that first.',
  },
  'teams.refusal.duty_over': {
    zh: '这项任务已经终止。',
    en: 'This duty has been ended.',
  },
  'teams.refusal.duty_over.todo': {
    zh: '又要做的，另外增加一项任务。',
    en: 'Where it is owed again, add a new duty.',
  },
  'teams.refusal.duty_done': {
    zh: '这项任务已经落实，不能终止。',
    en: 'Something was done of this duty, so it does not end undone.',
  },
  'teams.refusal.duty_done.todo': { zh: '不用再办。', en: 'Nothing more to do.' },
} satisfies Words;

/** What a refused deed is told: why, and what to do. */
import type { Words } from '../../kit/words.ts';

export const refusals = {
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
  'teams.refusal.posted_elsewhere': {
    zh: '这个人在这段时间已有主要派驻任职（可能在别的县），同一时间只能有一个。',
    en: 'This person already holds a main posting in that time, possibly in another county; only one may run at a time.',
  },
  'teams.refusal.posted_elsewhere.todo': {
    zh: '请原派驻地先结束任职，或把到任日期改到原任职结束之后；兼任本队第一书记的，登记为兼任。',
    en: "Have the earlier posting ended first, or start after it; a first secretary's post in the same team is entered as a second post.",
  },
  'teams.refusal.captain_taken': {
    zh: '这支工作队在这段时间已有队长。',
    en: 'The team already has a captain in that time.',
  },
  'teams.refusal.captain_taken.todo': {
    zh: '先结束原队长的任职，或改任副队长。',
    en: "End the present captain's posting first, or enter a deputy captain.",
  },
  'teams.refusal.no_such_person': {
    zh: '没有这个人的登记。',
    en: 'This person is not registered.',
  },
  'teams.refusal.no_such_person.todo': {
    zh: '重新查找，或按新人员登记。',
    en: 'Search again, or enter a new person.',
  },
  'teams.refusal.no_such_organisation': {
    zh: '没有这个单位的登记。',
    en: 'This unit is not registered.',
  },
  'teams.refusal.no_such_organisation.todo': {
    zh: '重新查找，或先登记单位。',
    en: 'Search again, or enter the unit first.',
  },
  'teams.refusal.no_such_batch': { zh: '没有这个批次。', en: 'There is no such batch.' },
  'teams.refusal.no_such_batch.todo': {
    zh: '从批次列表里选。',
    en: 'Choose one from the list of batches.',
  },
  'teams.refusal.no_such_place': { zh: '没有这个地方。', en: 'There is no such place.' },
  'teams.refusal.no_such_place.todo': {
    zh: '核对区划代码。',
    en: 'Check the division code.',
  },
  'teams.refusal.id_taken': {
    zh: '这个编号已经用过。',
    en: 'This id has been used before.',
  },
  'teams.refusal.id_taken.todo': { zh: '刷新页面再提交。', en: 'Reload the page and send again.' },
  'teams.refusal.name_form': {
    zh: '姓名不能空，最多 80 个字。',
    en: 'A name has 1 to 80 characters.',
  },
  'teams.refusal.name_form.todo': {
    zh: '改好姓名再提交。',
    en: 'Correct the name and send again.',
  },
  'teams.refusal.role_of_category': {
    zh: '这个职务不属于这类人员：队长、副队长、队员、第一书记由派驻干部担任，三支一扶、科技特派员、金融助理为专业人员，志愿者为志愿者。',
    en: 'This role does not go with the category: captains, deputies, members and first secretaries are cadres; specialists and volunteers have their own roles.',
  },
  'teams.refusal.role_of_category.todo': {
    zh: '改职务或人员类别。',
    en: 'Change the role or the category.',
  },
  'teams.refusal.cadre_needs_unit': {
    zh: '派驻干部要有选派单位。',
    en: 'A cadre needs a sending unit.',
  },
  'teams.refusal.cadre_needs_unit.todo': { zh: '选上选派单位。', en: 'Choose the sending unit.' },
  'teams.refusal.team_not_standing': {
    zh: '这支工作队在这一天还没成立，或已经撤销。',
    en: 'The team is not formed yet on that day, or is dissolved.',
  },
  'teams.refusal.team_not_standing.todo': {
    zh: '核对日期和工作队成立日期。',
    en: 'Check the date against the day the team was formed.',
  },
  'teams.refusal.due_before_start': {
    zh: '到期日要在到任日之后。',
    en: 'The due date must lie after the first day.',
  },
  'teams.refusal.due_before_start.todo': { zh: '改好日期再提交。', en: 'Correct the dates.' },
  'teams.refusal.second_post_role': {
    zh: '兼任只用于在本队兼任驻村第一书记。',
    en: 'A second post is only for a first secretary in the same team.',
  },
  'teams.refusal.second_post_role.todo': {
    zh: '职务选驻村第一书记，或改为主要任职。',
    en: 'Choose first secretary, or enter a main posting.',
  },
  'teams.refusal.second_post_alone': {
    zh: '兼任要先在本队有主要任职，这个人在本队没有，或已经离任。',
    en: 'A second post stands beside a main posting in the same team; this person has none there, or it has ended.',
  },
  'teams.refusal.second_post_alone.todo': {
    zh: '先登记主要任职，或把这一条改为主要任职。',
    en: 'Enter the main posting first, or make this one the main posting.',
  },
  'teams.refusal.village_needed': {
    zh: '驻村第一书记要有驻点村。',
    en: 'A first secretary needs a village.',
  },
  'teams.refusal.village_needed.todo': { zh: '选上驻点村。', en: 'Choose the village.' },
  'teams.refusal.village_elsewhere': {
    zh: '这个村不在工作队所驻的镇。',
    en: "The village does not lie in the team's town.",
  },
  'teams.refusal.village_elsewhere.todo': {
    zh: '选本镇的村。',
    en: 'Choose a village of the town.',
  },
  'teams.refusal.posting_over': {
    zh: '这条任职已经结束，不能再改。',
    en: 'This posting has ended and changes no more.',
  },
  'teams.refusal.posting_over.todo': {
    zh: '登记有误的，重新登记一条任职。',
    en: 'Where it was wrong, enter a new posting.',
  },
  'teams.refusal.changed_meanwhile': {
    zh: '这条任职刚被别人改过。',
    en: 'Somebody changed this posting meanwhile.',
  },
  'teams.refusal.changed_meanwhile.todo': {
    zh: '刷新看最新内容，再决定改什么。',
    en: 'Reload, look at it, and decide again.',
  },
  'teams.refusal.end_before_start': {
    zh: '结束日期要在开始日期之后。',
    en: 'The end must lie after the beginning.',
  },
  'teams.refusal.end_before_start.todo': { zh: '改好日期再提交。', en: 'Correct the date.' },
  'teams.refusal.end_same_day': {
    zh: '离任日和到任日是同一天，这条任职等于没有。',
    en: 'The last and the first day are the same: the posting would never have been.',
  },
  'teams.refusal.end_same_day.todo': {
    zh: '登记有误的，原因选登记有误；否则改离任日期。',
    en: 'Choose “entered in error” as the reason, or change the date.',
  },
  'teams.refusal.error_ends_at_start': {
    zh: '登记有误的任职从到任日起就不算，离任日期要等于到任日期。',
    en: 'A posting entered in error never counted: its end is its first day.',
  },
  'teams.refusal.error_ends_at_start.todo': {
    zh: '离任日期填到任日期，或换一个原因。',
    en: 'Set the end to the first day, or choose another reason.',
  },
  'teams.refusal.note_needed': {
    zh: '违纪召回要写明情况。',
    en: 'A recall for discipline needs a note.',
  },
  'teams.refusal.note_needed.todo': { zh: '补写说明再提交。', en: 'Add the note and send again.' },
  'teams.refusal.not_a_town': {
    zh: '工作队只在镇、乡、街道和纳入帮扶的农场、林场组建。',
    en: 'Teams are formed in towns, townships, streets and farms that take part.',
  },
  'teams.refusal.not_a_town.todo': { zh: '换到镇级再办。', en: 'Choose a place of town level.' },
  'teams.refusal.lead_is_member': {
    zh: '牵头单位又列进了成员单位。',
    en: 'The lead unit is also named as a member.',
  },
  'teams.refusal.lead_is_member.todo': {
    zh: '从成员单位里去掉它。',
    en: 'Take it out of the members.',
  },
  'teams.refusal.team_exists': {
    zh: '这里已经有一支工作队，一镇一队。',
    en: 'A team stands here already; there is one a town.',
  },
  'teams.refusal.team_exists.todo': {
    zh: '到原工作队里登记人员和单位。',
    en: 'Enter people and units in the standing team.',
  },
  'teams.refusal.team_over': { zh: '这支工作队已经撤销。', en: 'The team is dissolved already.' },
  'teams.refusal.team_over.todo': { zh: '不用再办。', en: 'Nothing more to do.' },
  'teams.refusal.team_staffed': {
    zh: '还有 {count} 人的任职没有结束。',
    en: 'The postings of {count} people have not ended.',
  },
  'teams.refusal.team_staffed.todo': {
    zh: '先结束他们的任职，再撤销工作队。',
    en: 'End their postings first.',
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
    en: '{count} people sent by this unit are still in post on that day.',
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
} satisfies Words;

/** What a refused deed about teams and people is told: why, and what to do. */
import type { Words } from '../../kit/words.ts';

export const refusals = {
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
    en: 'The postings of {count} {count|person|people} {count|has|have} not ended.',
  },
  'teams.refusal.team_staffed.todo': {
    zh: '先结束他们的任职，再撤销工作队。',
    en: 'End their postings first.',
  },
} satisfies Words;

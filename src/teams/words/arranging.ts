/** Words of batches, requirements and sizes: their page, forms, refusals and warnings. */
import type { Words } from '../../kit/words.ts';

const turns = {
  zh: '依据：工作队选派安排，分批轮换，新老交接',
  en: 'Team arrangement: batches take turns and hand over to one another',
};

export const arranging = {
  'teams.page.arrangement': { zh: '批次与编配要求', en: 'Batches and requirements' },
  'teams.page.arrangement.question': {
    zh: '分几批轮换，每队要配哪些人',
    en: 'Which batches take turns, and whom each team must have',
  },
  'teams.arrangement.batches': { zh: '批次', en: 'Batches' },
  'teams.arrangement.batches.note': {
    zh: '全省一套；前后两批在交接期可以重叠',
    en: 'One list for the province; two batches may overlap while handing over',
  },
  'teams.arrangement.batches.none': { zh: '还没有登记批次。', en: 'No batch has been entered.' },
  'teams.arrangement.batches.none.todo': {
    zh: '由省、市登记批次，之后才能登记派驻任职。',
    en: 'The province or a city enters the batch; then postings can be added.',
  },
  'teams.arrangement.requirements.note': {
    zh: '缺员只对照这里的要求；同一职务以最近一级的要求为准',
    en: 'Vacancies count against these only; for a role the rule of the nearest place holds',
  },
  'teams.arrangement.requirements.none': {
    zh: '这里没有编配要求，不计缺员。',
    en: 'No requirement holds here, so nobody is counted as missing.',
  },
  'teams.arrangement.requirements.none.todo': {
    zh: '由省、市按文件登记编配要求。',
    en: 'The province or a city enters them by the document that sets them.',
  },
  'teams.arrangement.limits': { zh: '提醒标准', en: 'Sizes for the reminders' },
  'teams.arrangement.limits.note': {
    zh: '超出只提醒，不影响办理；没有设定的不提醒',
    en: 'They remind and block nothing; where none is set nothing is said',
  },
  'teams.arrangement.limits.none': { zh: '没有设定提醒标准。', en: 'None is set.' },
  'teams.arrangement.any': { zh: '所有镇级地方', en: 'Every town-level place' },
  'teams.arrangement.open': { zh: '未定', en: 'open' },
  'teams.arrangement.coming': { zh: '将于 {day} 生效', en: 'from {day}' },

  'teams.column.number': { zh: '第几批', en: 'Number' },
  'teams.column.batchName': { zh: '批次名称', en: 'Batch' },
  'teams.column.batchStart': { zh: '开始', en: 'Begins' },
  'teams.column.batchEnd': { zh: '计划结束', en: 'Planned end' },
  'teams.column.ruleOf': { zh: '要求来自', en: 'Set by' },
  'teams.column.asked': { zh: '适用于', en: 'Applies to' },
  'teams.column.atLeast': { zh: '至少', en: 'At least' },
  'teams.column.validFrom': { zh: '生效', en: 'From' },
  'teams.column.validUntil': { zh: '停用', en: 'Until' },
  'teams.column.limit': { zh: '标准', en: 'Size' },
  'teams.column.value': { zh: '数', en: 'Value' },

  'teams.form.batch.add': { zh: '登记批次', en: 'Enter a batch' },
  'teams.form.batch.change': { zh: '更正批次', en: 'Correct the batch' },
  'teams.form.batch.none': {
    zh: '还没有批次，由省、市先登记：',
    en: 'There is no batch yet; the province or a city enters it:',
  },
  'teams.form.batch.name': { zh: '批次名称', en: 'Name' },
  'teams.form.batch.name.help': {
    zh: '例如：第三批（2027—2030年）。',
    en: 'For example: Third batch (2027–2030).',
  },
  'teams.form.batch.number': { zh: '第几批', en: 'Number' },
  'teams.form.batch.startsOn': { zh: '开始日期', en: 'Begins on' },
  'teams.form.batch.endsOn': { zh: '计划结束日期', en: 'Planned end' },
  'teams.form.batch.endsOn.help': {
    zh: '按计划不再在任的第一天；没定可以不填。交接期内前后两批可以重叠。',
    en: 'The first day no longer in post by plan; may stay empty. It may overlap with the next batch while handing over.',
  },
  'teams.form.size': { zh: '写 1 到 99 的整数。', en: 'A whole number from 1 to 99.' },
  'teams.form.end_after': { zh: '要在开始日期之后。', en: 'It must lie after the beginning.' },
  'teams.form.requirement.add': { zh: '登记编配要求', en: 'Enter a requirement' },
  'teams.form.requirement.end': { zh: '停用编配要求', en: 'End the requirement' },
  'teams.form.requirement.place': {
    zh: '对{place}下面的镇级地方提要求。',
    en: 'Asked of the town-level places of {place}.',
  },
  'teams.form.requirement.tiers': { zh: '只对这些层级', en: 'Only these tiers' },
  'teams.form.requirement.kinds': { zh: '只对这些类别', en: 'Only these kinds' },
  'teams.form.requirement.any': {
    zh: '一个都不选，就是全部。',
    en: 'None chosen means all.',
  },
  'teams.form.requirement.atLeast': { zh: '至少几人', en: 'At least how many' },
  'teams.form.requirement.member.help': {
    zh: '队长单独计，其余派驻干部都算队员。',
    en: 'The captain is counted apart; every other cadre is a member.',
  },
  'teams.form.document': { zh: '依据文件', en: 'By which document' },
  'teams.form.document.help': {
    zh: '文号或文件标题；不填密件。',
    en: 'Number or title; never of classified documents.',
  },
  'teams.form.validFrom': { zh: '从哪天起', en: 'From' },
  'teams.form.validTo': { zh: '从哪天起停用', en: 'Ends on' },
  'teams.form.validTo.help': {
    zh: '不再生效的第一天。',
    en: 'The first day it no longer holds.',
  },
  'teams.form.limit.set': { zh: '设定提醒标准', en: 'Set a size' },
  'teams.form.limit.change': { zh: '重新设定', en: 'Set anew' },
  'teams.form.limit.end': { zh: '停用', en: 'End' },
  'teams.form.limit.end.verb': { zh: '停用提醒标准', en: 'End the size' },
  'teams.form.limit.place': {
    zh: '在{place}生效；这里原有的从这一天起停用。',
    en: 'Holds in {place}; what was set here before ends that day.',
  },
  'teams.form.limit.name': { zh: '哪一项', en: 'Which' },
  'teams.form.limit.value': { zh: '数', en: 'Value' },

  'teams.refusal.batch_number': {
    zh: '这一批已经登记过。',
    en: 'A batch of this number is on record.',
  },
  'teams.refusal.batch_number.todo': {
    zh: '换一个批数；要改日期的，更正原来那一批。',
    en: 'Choose another number; to change days, correct the one on record.',
  },
  'teams.refusal.batch_name': {
    zh: '已有同名的批次。',
    en: 'A batch of this name is on record.',
  },
  'teams.refusal.batch_name.todo': { zh: '换一个名称。', en: 'Choose another name.' },
  'teams.refusal.batch_dates': {
    zh: '计划结束日期要在开始日期之后。',
    en: 'The planned end must lie after the beginning.',
  },
  'teams.refusal.batch_dates.todo': { zh: '改好日期再提交。', en: 'Correct the dates.' },
  'teams.refusal.batch_order': {
    zh: '日期和{batch}的先后对不上：后一批要比前一批晚开始。',
    en: 'The days do not follow {batch}: a later batch begins after an earlier one.',
  },
  'teams.refusal.batch_order.todo': {
    zh: '核对批数和开始日期；错的是另一批，就先更正那一批。',
    en: 'Check number and first day; where the other batch is wrong, correct that one first.',
  },
  'teams.refusal.batch_changed': {
    zh: '这一批刚被别人改过。',
    en: 'Somebody changed this batch meanwhile.',
  },
  'teams.refusal.batch_changed.todo': {
    zh: '刷新看最新内容，再决定改什么。',
    en: 'Reload, look at it, and decide again.',
  },
  'teams.refusal.requirement_known': {
    zh: '对同样的地方、同一个职务，这段时间已有编配要求。',
    en: 'For the same places and role a requirement holds in that time already.',
  },
  'teams.refusal.requirement_known.todo': {
    zh: '先停用原来的，再从停用那天起登记新的。',
    en: 'End that one first, then enter the new one from that day.',
  },
  'teams.refusal.rule_over': { zh: '已经停用。', en: 'It has ended already.' },
  'teams.refusal.rule_over.todo': { zh: '不用再办。', en: 'Nothing more to do.' },
  'teams.refusal.rule_end': {
    zh: '停用日期要在生效日期之后。',
    en: 'It must end after the day it began.',
  },
  'teams.refusal.rule_end.todo': { zh: '改好日期再提交。', en: 'Correct the date.' },
  'teams.refusal.limit_later': {
    zh: '这里已有一条从这一天或更晚起生效的标准。',
    en: 'A size that begins on that day or later is set here.',
  },
  'teams.refusal.limit_later.todo': {
    zh: '把日期改到它之后。',
    en: 'Choose a day after it.',
  },

  'teams.warning.batch_overlap': {
    zh: '{earlier}与{later}重叠 {days} 天，交接期内属正常。',
    en: '{earlier} and {later} overlap for {days} {days|day|days}, which is fine while handing over.',
  },
  'teams.warning.batch_overlap.source': turns,
  'teams.warning.batch_open': {
    zh: '{earlier}没有写计划结束日期，看不出与{later}交接多久。',
    en: '{earlier} has no planned end, so nobody can tell how long it hands over to {later}.',
  },
  'teams.warning.batch_open.source': turns,
  'teams.warning.batch_gap': {
    zh: '{earlier}结束后隔 {days} 天{later}才开始。',
    en: '{later} begins {days} {days|day|days} after {earlier} ends.',
  },
  'teams.warning.batch_gap.source': turns,
} satisfies Words;

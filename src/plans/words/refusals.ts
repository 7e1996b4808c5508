/** Words of the refusals of plans: what happened, and what to do next. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const refusalWords = {
  'plans.refusal.plan_state': say('方案的状态已经变了。', 'The state of the plan has changed.'),
  'plans.refusal.plan_state.todo': say(
    '刷新页面，看现在能做什么。',
    'Reload the page to see what may be done now.',
  ),
  'plans.refusal.other_office': say(
    '这份方案是别的县的，只有编制单位能办。',
    'The plan is another county’s; only its office deals with it.',
  ),
  'plans.refusal.other_office.todo': say('请联系编制单位。', 'Turn to the office that made it.'),
  'plans.refusal.not_above': say(
    '备案由上一级单位登记。',
    'The office right above the county registers it as filed.',
  ),
  'plans.refusal.not_above.todo': say('请市级登记备案文号。', 'Ask the city to register it.'),
  'plans.refusal.same_person': say(
    '起草、修改或提交过方案的人不能自己审定。',
    'Whoever had a hand in a plan does not approve it.',
  ),
  'plans.refusal.same_person.todo': say(
    '请本单位另一位同事审定。',
    'Ask a colleague of the office to approve it.',
  ),
  'plans.refusal.not_maker': say(
    '只有经手的人能撤回。',
    'Only somebody who had a hand in it withdraws it.',
  ),
  'plans.refusal.not_maker.todo': say(
    '需要改的，点「退回修改」。',
    'Return it if it must be changed.',
  ),
  'plans.refusal.no_right': say('你的岗位不能办这一步。', 'Your role does not take this step.'),
  'plans.refusal.no_right.todo': say('请有权限的同事办理。', 'Ask a colleague who may.'),
  'plans.refusal.county_plans': say('资金使用方案由县级编制。', 'A county makes its own use plan.'),
  'plans.refusal.county_plans.todo': say(
    '请县级单位起草，不设县的市由市级起草。',
    'Ask the county, or the city where it has no counties.',
  ),
  'plans.refusal.plan_exists': say(
    '这一年这项资金已经有方案。',
    'There is a plan of this fund and year already.',
  ),
  'plans.refusal.plan_exists.todo': say(
    '打开已有方案修改；已审定的，起草调整方案。',
    'Open and amend it; where it is approved, draft an adjustment.',
  ),
  'plans.refusal.adjust_approved': say(
    '只有审定过的方案才能调整。',
    'Only an approved plan is adjusted.',
  ),
  'plans.refusal.adjust_approved.todo': say(
    '没审定的，直接修改。',
    'Amend it as long as it is not approved.',
  ),
  'plans.refusal.version_open': say(
    '这份方案之后已有新的一版。',
    'There is a later version of this plan.',
  ),
  'plans.refusal.version_open.todo': say(
    '打开最新一版接着办。',
    'Open the latest version and go on there.',
  ),
  'plans.refusal.changed_since': say(
    '你打开以后，别人改过这份方案。',
    'Somebody has changed this plan since you opened it.',
  ),
  'plans.refusal.changed_since.todo': say(
    '刷新页面，对照着再改。',
    'Reload the page and compare before you change it.',
  ),
  'plans.refusal.does_not_close': say(
    '有 {count} 处不平：{list}',
    '{count} {count|thing|things} {count|does|do} not close: {list}',
  ),
  'plans.refusal.does_not_close.todo': say(
    '逐条改平，再提交。',
    'Put them right one by one, then hand it in.',
  ),
  'plans.refusal.task_unknown': say(
    '第 {line} 行的任务不在任务清单里。',
    'The task of line {line} is not in the list of tasks.',
  ),
  'plans.refusal.task_unknown.todo': say(
    '先在任务清单里加上这项任务。',
    'Add the task to the list first.',
  ),
  'plans.refusal.task_of_document': say(
    '第 {line} 行的任务属于 {document}，不能用别的文件的钱。',
    'The task of line {line} belongs to {document} and is not answered with other money.',
  ),
  'plans.refusal.task_of_document.todo': say(
    '换成这份文件的钱，或把任务改为不限文件。',
    'Take that document’s money, or let the task be of any document.',
  ),
  'plans.refusal.task_twice': say('任务清单里有重名的任务。', 'A task is listed twice.'),
  'plans.refusal.task_twice.todo': say('删去重复的一项。', 'Remove one of them.'),
  'plans.refusal.line_twice': say(
    '有两行的文件、来源、镇、项目和任务完全相同。',
    'Two lines have the same document, source, town, project and task.',
  ),
  'plans.refusal.line_twice.todo': say('合并成一行。', 'Make them one line.'),
  'plans.refusal.line_place': say(
    '第 {line} 行的镇不在本县，或项目不是这个镇的。',
    'The town of line {line} is not in the county, or the project is another town’s.',
  ),
  'plans.refusal.line_place.todo': say(
    '重选这一行的镇和项目。',
    'Choose town and project of this line again.',
  ),
  'plans.refusal.project_unknown': say(
    '有的项目不在项目库里。',
    'A project is not in the library.',
  ),
  'plans.refusal.project_unknown.todo': say(
    '刷新页面，重选项目。',
    'Reload the page and choose the projects again.',
  ),
  'plans.refusal.id_taken': say('这个编号已经用过。', 'This id has been used before.'),
  'plans.refusal.id_taken.todo': say('刷新页面再提交。', 'Reload the page and send again.'),
  'plans.refusal.day_to_come': say(
    '备案日期还没到（今天 {today}）。',
    'The day of filing has not come yet (today is {today}).',
  ),
  'plans.refusal.day_to_come.todo': say('核对备案日期。', 'Compare the day of filing.'),
  'plans.refusal.before_approval': say(
    '备案日期早于审定日期 {day}。',
    'The day of filing lies before the approval on {day}.',
  ),
  'plans.refusal.before_approval.todo': say('核对备案日期。', 'Compare the day of filing.'),
  'plans.refusal.first_version': say(
    '这是第一版，没有可对照的上一版。',
    'This is the first version; there is none before it to compare with.',
  ),
  'plans.refusal.first_version.todo': say(
    '打开调整方案再看对照。',
    'Open an adjustment to see the comparison.',
  ),
} satisfies Words;

/** Words of the codes of plans, and of what their files say. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const codeWords = {
  'plans.kind.plan': say('资金使用方案', 'Use plan'),
  'plans.kind.adjustment': say('调整方案', 'Adjustment'),
  'plans.state.drafted': say('草稿', 'Draft'),
  'plans.state.submitted': say('待审定', 'To be approved'),
  'plans.state.returned': say('退回修改', 'Returned'),
  'plans.state.approved': say('已审定', 'Approved'),
  'plans.state.filed': say('已备案', 'Filed'),
  'plans.state.discarded': say('已作废', 'Discarded'),
  'plans.verb.draft': say('起草', 'Draft'),
  'plans.verb.adjust': say('起草调整方案', 'Draft an adjustment'),
  'plans.verb.amend': say('修改', 'Amend'),
  'plans.verb.submit': say('提交审定', 'Hand in'),
  'plans.verb.withdraw': say('撤回', 'Withdraw'),
  'plans.verb.return': say('退回修改', 'Return'),
  'plans.verb.approve': say('审定通过', 'Approve'),
  'plans.verb.file': say('登记备案', 'Register as filed'),
  'plans.verb.discard': say('作废', 'Discard'),
  'plans.change.same': say('不变', 'Unchanged'),
  'plans.change.added': say('新增', 'Added'),
  'plans.change.removed': say('取消', 'Removed'),
  'plans.change.changed': say('调整', 'Changed'),
  'plans.reserve': say('待安排', 'In reserve'),
  'plans.binding': say('约束性任务', 'Binding task'),
  'plans.total': say('合计', 'Total'),
  'plans.problem.nothing': say('方案还没有一行安排。', 'The plan has no line yet.'),
  'plans.problem.left': say(
    '{document}（{source}）在{place}还有 {amount} 元没安排，也没列待安排。',
    '{amount} yuan of {document} ({source}) in {place} are neither arranged nor in reserve.',
  ),
  'plans.problem.above': say(
    '{document}（{source}）在{place}安排超出到位 {amount} 元。',
    'In {place} the lines of {document} ({source}) are {amount} yuan above what was received.',
  ),
  'plans.problem.task_without_project': say(
    '约束性任务「{task}」没有对应项目。',
    'The binding task “{task}” has no project.',
  ),
  'plans.problem.above_budget': say(
    '{place} {project}：{source}安排超出项目预算 {amount} 元。',
    '{place}, {project}: {source} is {amount} yuan above the project’s budget.',
  ),
  'plans.problem.project_ended': say(
    '{place} {project}已终止或作废，不能再安排 {amount} 元。',
    '{place}, {project} is terminated or discarded and gets no {amount} yuan.',
  ),
  'plans.problem.below_budget': say(
    '{place} {project}：{source}安排比项目预算少 {amount} 元。',
    '{place}, {project}: {source} is {amount} yuan below the project’s budget.',
  ),
  'plans.problem.not_in_library': say(
    '{place} {project}还没审定入库，安排了 {amount} 元。',
    '{place}, {project} is not in the library yet and gets {amount} yuan.',
  ),
  'plans.sheet.heading': say(
    '{title}（{place}，{programme}，{year}年，第{version}版，{state}，导出日期 {day}）',
    '{title} ({place}, {programme}, {year}, version {version}, {state}, exported {day})',
  ),
  'plans.sheet.yuan': say('{name}（元）', '{name} (yuan)'),
} satisfies Words;

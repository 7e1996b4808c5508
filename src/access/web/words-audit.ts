/** Words of the page of the audit. */
import type { Words } from '../../kit/words.ts';
import { words as auditWords } from '../words-audit.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const words = {
  ...auditWords,
  'access.page.group': say('系统管理', 'Administration'),
  'access.page.audit': say('审计记录', 'Audit'),
  'access.page.audit.question': say('谁在什么时候做了什么', 'Who did what, and when'),
  'access.page.audit.looked_at': say('谁看过、改过{name}', 'Who looked at or changed {name}'),
  'access.page.audit.time': say(
    '按实际办理时间记，不随页面时段',
    'By the real time, whatever the period above',
  ),
  'access.page.audit.sealed': say('最近封存', 'Last sealed'),
  'access.page.audit.anchored': say('最近锚定', 'Last anchored'),
  'access.page.audit.checked': say('最近核验', 'Last verified'),
  'access.page.audit.never': say('还没有', 'not yet'),
  'access.page.audit.sound': say(
    '{at}，{rows} 条完好，{young} 条尚未锚定',
    '{at}: {rows} {rows|row|rows} as written, {young} not anchored yet',
  ),
  'access.page.audit.sound_alone': say('{at}，完好', '{at}: as written'),
  'access.page.audit.elsewhere': say('不在本辖区', 'not in your area'),
  'access.page.audit.unsound': say('{at}，发现问题：{finding}', '{at}: found wrong: {finding}'),
  'access.page.audit.late': say(
    '锚点迟迟没有写出，请系统管理员检查锚点目录。',
    'No anchor has been written for long: ask the system administrator to look at the anchor directories.',
  ),
  'access.page.audit.alarm': say(
    '请保全数据库和锚点文件，由两人以上运行 zhuzhen audit verify 查明。',
    'Keep the database and the anchor files as they are, and have two people run zhuzhen audit verify.',
  ),
  'access.page.audit.other_anchors': say(
    '请系统管理员核对锚点目录和数据库的设置：没有发现记录被改，但也未能用锚点证明。',
    'Ask the system administrator to check which anchor directory and which database are set: no row was found changed, but no anchor proves it either.',
  ),
  'access.page.audit.since': say('起', 'From'),
  'access.page.audit.until': say('止', 'Until'),
  'access.page.audit.find_actor': say('姓名或用户名', 'Name or user name'),
  'access.page.audit.find_person': say('姓名', 'Name'),
  'access.page.audit.one_object': say('对象：{name}', 'Object: {name}'),
  'access.page.audit.clear': say('去掉全部筛选', 'Take all filters away'),
  'access.page.audit.list': say('审计记录', 'Rows of the audit'),
  'access.page.audit.none': say('没有符合的记录。', 'No row fits.'),
  'access.page.audit.none.todo': say(
    '放宽时间，或去掉筛选。',
    'Widen the time, or take filters away.',
  ),
  'access.page.audit.export': say('导出', 'Export'),
  'access.page.audit.evidence': say('导出证据包', 'Evidence package'),
  'access.page.audit.evidence.note': say(
    '证据包按县及以上、{since} 至 {until} 出具，附核验程序。',
    'The evidence package is made for counties and above, {since} to {until}, with the program that verifies it.',
  ),
  'access.page.audit.one': say('一条记录', 'One row'),
  'access.page.audit.state.open': say('尚未封存', 'Not sealed yet'),
  'access.page.audit.state.sealed': say('已封存，尚未锚定', 'Sealed, not anchored yet'),
  'access.page.audit.state.anchored': say('已封存并锚定', 'Sealed and anchored'),
  'access.page.audit.row.state': say('链上状态', 'In the chain'),
  'access.page.audit.row.scope': say('当时的数据权限', 'Scope at the time'),
  'access.page.audit.row.why': say('原因', 'Reason'),
  'access.page.audit.fields': say('内容', 'What'),
  'access.page.audit.fields.none': say(
    '这条记录没有前后内容。',
    'This row holds no before and after.',
  ),
  'access.page.audit.field': say('项目', 'Field'),
  'access.page.audit.same_object': say('这个对象的全部记录', 'All rows of this object'),
  'access.page.audit.same_person': say(
    '谁看过、改过这个人',
    'Who looked at or changed this person',
  ),
  'access.page.audit.same_actor': say('经办人的全部记录', 'All rows by this account'),
} satisfies Words;

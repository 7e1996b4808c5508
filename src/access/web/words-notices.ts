// Words of notices and emergencies on the pages.
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const words = {
  'access.page.group': say('系统管理', 'Administration'),
  'access.form.needed': say('要填。', 'Needed.'),

  'access.page.notices': say('通知书授权', 'Notices'),
  'access.page.notices.question': say('谁凭通知书在查', 'Who looks by which notice'),
  'access.page.notices.note': say(
    '审计、巡察、纪检账户只在通知书载明的日期和地方内可看，只读。',
    'Auditors, inspectors and discipline officers see what their notice names, within its dates, and change nothing.',
  ),
  'access.notice.add': say('登记通知书', 'Enter a notice'),
  'access.notice.end': say('提前结束', 'End it now'),
  'access.notice.number': say('通知书文号', 'Number'),
  'access.notice.number.help': say('照通知书原样填写。', 'Exactly as on the notice.'),
  'access.notice.kind': say('种类', 'Kind'),
  'access.notice.organ': say('发文机关', 'Organ'),
  'access.notice.subject': say('事由', 'Subject'),
  'access.notice.places': say('载明的地方', 'Places named'),
  'access.notice.places.help': say(
    '在页面上方选好地方，再加入；最多 4 个。',
    'Choose a place above, then add it; four at most.',
  ),
  'access.notice.place.add': say('加入{place}', 'Add {place}'),
  'access.notice.place.remove': say('去掉', 'Remove'),
  'access.notice.and': say('、', ', '),
  'access.notice.days': say('起止日', 'Dates'),
  'access.notice.from_to': say('{from} 至 {to}', '{from} to {to}'),
  'access.notice.starts_on': say('起日', 'First day'),
  'access.notice.ends_on': say('止日', 'Last day'),
  'access.notice.dates_wrong': say('止日早于起日。', 'The last day is before the first.'),
  'access.notice.people': say('查阅人员', 'Who looks'),
  'access.notice.people.none': say(
    '本辖区还没有审计账户：先由系统管理员开设，再授予审计岗位。',
    'No auditor has an account in your area: the system administrator makes one, then you grant it.',
  ),
  'access.notice.person': say('{name}（{login}，{home}）', '{name} ({login}, {home})'),
  'access.notice.state': say('状态', 'State'),
  'access.notice.state.coming': say('未到起日', 'Not begun'),
  'access.notice.state.in_force': say('有效', 'In force'),
  'access.notice.state.over': say('已结束', 'Over'),
  'access.notice.none': say('还没有登记通知书。', 'No notice is entered.'),
  'access.notice.none.todo': say(
    '收到审计、巡察、纪检通知书后在这里登记。',
    'Enter one here when it arrives.',
  ),

  'access.page.emergencies': say('应急授权', 'Emergencies'),
  'access.page.emergencies.question': say(
    '谁临时扩大了数据权限？',
    'Who widened the own scope for a while?',
  ),
  'access.page.emergencies.note': say(
    '抢险救灾等紧急情况下可临时查看辖区外一个地方，最长 24 小时；期间每次查看都留痕，并报上级知悉。',
    'In an emergency one more place may be looked at for 24 hours at most; every look leaves a trace and the level above is told.',
  ),
  'access.emergency.take': say('启用应急授权', 'Widen the scope'),
  'access.emergency.warning': say(
    '启用后每次查看都记入审计，并立即通知两地共同的上级。',
    'From then on every look is written to the audit, and the level above both places is told at once.',
  ),
  'access.emergency.end': say('结束授权', 'End it'),
  'access.emergency.acknowledge': say('已知悉', 'Take note'),
  'access.emergency.person': say('启用人', 'Who'),
  'access.emergency.place': say('临时查看的地方', 'Place'),
  'access.emergency.place.help': say(
    '填全称（如“信宜市”“大成镇”）或区划代码。',
    'The full name or the division code.',
  ),
  'access.emergency.reason': say('理由', 'Reason'),
  'access.emergency.reason.help': say(
    '什么事、为什么等不及正常授权，10 字以上。',
    'What happened and why it cannot wait; at least ten characters.',
  ),
  'access.emergency.reason.short': say('至少 10 个字。', 'At least ten characters.'),
  'access.emergency.hours': say('多长时间', 'How long'),
  'access.emergency.hours.count': say('{count} 小时', '{count} {count|hour|hours}'),
  'access.emergency.time': say('起止时间', 'From and to'),
  'access.emergency.above': say('上级知悉', 'Level above'),
  'access.emergency.acknowledged': say('{who}，{at}', '{who}, {at}'),
  'access.emergency.waiting': say('待{place}知悉', '{place} is to take note'),
  'access.emergency.state.in_force': say('有效', 'In force'),
  'access.emergency.state.over': say('已结束', 'Over'),
  'access.emergency.none': say('没有应急授权。', 'There is none.'),
  'access.emergency.none.todo': say(
    '遇到紧急情况、要看辖区外的数据时启用。',
    'Take one when an emergency makes you look beyond your area.',
  ),

  'access.band.notice': say('通知书', 'Notice'),
  'access.band.notice.line': say(
    '凭{number}查阅{places}，{from} 至 {to}，只读。',
    'Looking at {places} by {number}, {from} to {to}; nothing can be changed.',
  ),
  'access.band.emergency': say('应急授权', 'Emergency'),
  'access.band.emergency.line': say(
    '应急授权中：可看{place}，至 {until}，每次查看都留痕。',
    'Emergency: {place} may be looked at until {until}; every look leaves a trace.',
  ),
  'access.band.emergency.open': say(
    '下级有 {count} 次应急授权待知悉。',
    'Emergencies of the levels below to take note of: {count}.',
  ),
  'access.band.emergency.go': say('去看', 'Look'),
} satisfies Words;

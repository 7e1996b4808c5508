/** Words of notices and emergencies. */
import type { Words } from '../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const words = {
  'access.refusal.notice_number_taken': say(
    '这个文号的通知书已经登记过。',
    'A notice of this number is entered already.',
  ),
  'access.refusal.notice_number_taken.todo': say(
    '在列表里找到它；延期请用新通知书的文号。',
    'Find it in the list; for an extension use the number of the new notice.',
  ),
  'access.refusal.notice_dates': say('止日早于起日。', 'The last day is before the first.'),
  'access.refusal.notice_dates.todo': say('按通知书改好日期。', 'Enter the dates of the notice.'),
  'access.refusal.notice_over': say(
    '通知书的止日已过，不能再授权。',
    'The last day of the notice is past.',
  ),
  'access.refusal.notice_over.todo': say(
    '核对日期；要继续查，请对方出新的通知书。',
    'Check the dates; to go on, a new notice is needed.',
  ),
  'access.refusal.not_an_auditor': say(
    '列入的账户不是本辖区的审计账户，或者还没有授权。',
    'An account named here is no auditor of your area, or not granted yet.',
  ),
  'access.refusal.not_an_auditor.todo': say(
    '先由系统管理员开设、由你授予审计岗位，再登记通知书。',
    'Let the system administrator make it and grant it the role of auditor first.',
  ),
  'access.refusal.notice_ended': say('这份通知书已经结束。', 'This notice is over already.'),
  'access.refusal.notice_ended.todo': say('不用再办。', 'Nothing is left to do.'),
  'access.refusal.no_such_place': say('没有叫“{place}”的地方。', 'There is no place “{place}”.'),
  'access.refusal.no_such_place.todo': say(
    '填全称（如“信宜市”“大成镇”）或区划代码。',
    'Give the full name or the division code.',
  ),
  'access.refusal.place_ambiguous': say(
    '叫“{place}”的地方不止一个。',
    'More than one place is called “{place}”.',
  ),
  'access.refusal.place_ambiguous.todo': say(
    '改填区划代码（6 至 12 位）。',
    'Give the division code instead (6 to 12 digits).',
  ),
  'access.refusal.emergency_needless': say(
    '{place}本来就在你的数据权限内。',
    '{place} is in your scope already.',
  ),
  'access.refusal.emergency_needless.todo': say('直接查看即可。', 'You can look at it as it is.'),
  'access.refusal.emergency_too_wide': say(
    '应急授权不能扩大到{place}这样上一级的范围。',
    'An emergency does not reach as far as {place}, a level above yours.',
  ),
  'access.refusal.emergency_too_wide.todo': say(
    '填同级或下级的县、镇、村；要看上级范围的数据，请上级办理。',
    'Name a county, town or village of your level or below; for more ask the level above.',
  ),
  'access.refusal.too_many_places': say(
    '当前办理的地方已满 4 个。',
    'You act for four places already.',
  ),
  'access.refusal.too_many_places.todo': say(
    '先在账户菜单里减少一个。',
    'Leave one of them in the account menu first.',
  ),
  'access.refusal.emergency_reason': say(
    '理由要写清楚，10 字以上。',
    'Say the reason in at least ten characters.',
  ),
  'access.refusal.emergency_reason.todo': say(
    '写明什么事、为什么等不及正常授权。',
    'Say what happened and why it cannot wait for a regular grant.',
  ),
  'access.refusal.emergency_over': say('这次应急授权已经结束。', 'This emergency is over already.'),
  'access.refusal.emergency_over.todo': say(
    '还需要就重新启用。',
    'Take a new one if it is still needed.',
  ),
  'access.refusal.own_emergency': say(
    '自己启用的不能自己知悉。',
    'Nobody takes note of the own emergency.',
  ),
  'access.refusal.own_emergency.todo': say('由上级办理。', 'The level above does it.'),
  'access.refusal.acknowledged': say('已经有人知悉。', 'Somebody has taken note already.'),
  'access.refusal.acknowledged.todo': say('不用再办。', 'Nothing is left to do.'),
} satisfies Words;

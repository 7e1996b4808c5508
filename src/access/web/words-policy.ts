// Words of the security policy, and of setting a password by a link.
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const words = {
  'access.policy.question': say('密码和登录按什么规矩', 'What holds for passwords and signing in'),
  'access.policy.since': say('{when} 起', 'Since {when}'),
  'access.policy.since_start': say('未改动过', 'Never changed'),
  'access.policy.preset': say('依据', 'Preset'),
  'access.policy.preset.level3.note': say(
    '按 GB/T 22239-2019 第三级的通常测评口径：密码讲组合、定期更换，管理员和审计用动态验证码。',
    'GB/T 22239-2019 level 3 as commonly assessed: kinds of characters, regular change, one-time codes for administrators and auditors.',
  ),
  'access.policy.preset.nist.note': say(
    '按 NIST SP 800-63B：密码要长、不讲组合、不定期更换，所有岗位用动态验证码。',
    'NIST SP 800-63B: length instead of kinds, no regular change, one-time codes for every role.',
  ),
  'access.policy.differs': say('两种依据的不同', 'Where the presets differ'),
  'access.policy.values': say('现行值', 'In force'),
  'access.policy.values.note': say('比依据宽的标出来', 'What is weaker than the preset is marked'),
  'access.policy.item': say('项目', 'Item'),
  'access.policy.now': say('现值', 'Now'),
  'access.policy.usual': say('依据值', 'Preset'),
  'access.policy.means': say('含义', 'Meaning'),
  'access.policy.weaker': say('{value}（比依据宽）', '{value} (weaker)'),
  'access.policy.never': say('不要求', 'Never'),
  'access.policy.roles': say('要用动态验证码的岗位', 'Roles that need one-time codes'),
  'access.policy.roles.means': say(
    '登录后还要输手机上的验证码，没绑定的先绑定',
    'After the password a code of the phone is asked; who has none sets it up first',
  ),
  'access.policy.change': say('修改策略', 'Change the policy'),
  'access.policy.change.note': say(
    '立即对所有账户生效，改动前后都留记录。',
    'It holds at once for every account; before and after are kept.',
  ),
  'access.policy.submit': say('启用新策略', 'Put it in force'),
  'access.policy.bounds': say('{least} 到 {most}', '{least} to {most}'),
  'access.policy.bounds_or_never': say(
    '{least} 到 {most}，空着表示不要求',
    '{least} to {most}; empty means never',
  ),
  'access.policy.out': say('要在 {least} 到 {most} 之间', 'Must be between {least} and {most}'),
  'access.policy.history': say('改动经过', 'What was changed'),
  'access.policy.history.none': say('没有改动过', 'Never changed'),
  'access.policy.history.none.todo': say(
    '现在按等保三级的依据值。',
    'The values of level 3 are in force.',
  ),
  'access.policy.history.at': say('时间', 'When'),
  'access.policy.history.by': say('谁改的', 'Who'),
  'access.policy.history.what': say('改了什么', 'What'),
  'access.policy.history.first': say('第一次设定', 'Set for the first time'),
  'access.policy.history.one': say('{item}：{from} 改为 {to}', '{item}: {from} becomes {to}'),

  'access.policy_unit.characters': say('{n} 个字', '{n} characters'),
  'access.policy_unit.kinds': say('{n} 种', 'at least {n}'),
  'access.policy_unit.passwords': say('{n} 个', 'the last {n}'),
  'access.policy_unit.times': say('{n} 次', '{n} {n|time|times}'),
  'access.policy_unit.days': say('{n} 天', '{n} {n|day|days}'),
  'access.policy_unit.hours': say('{n} 小时', '{n} h'),
  'access.policy_unit.minutes': say('{n} 分钟', '{n} min'),

  'access.policy_item.minLength.means': say('少于这么多个字不收', 'Shorter ones are not taken'),
  'access.policy_item.classes.means': say(
    '大写、小写、数字、其他四种里至少几种',
    'Of upper case, lower case, digits and others at least so many',
  ),
  'access.policy_item.history.means': say(
    '连现在的在内，最近几个密码不能再用',
    'The present one and those before it, so many in all',
  ),
  'access.policy_item.rotateDays.means': say(
    '满这么多天，下次登录先改密码',
    'After so many days the next sign-in begins with a new password',
  ),
  'access.policy_item.lockAfter.means': say(
    '同一账户从同一地址（或同一浏览器）输错几次就锁',
    'Failures of one account from one address, or one known browser',
  ),
  'access.policy_item.lockMinutes.means': say(
    '锁多久，也是计数的时间段',
    'How long a lock holds, and the time failures are counted over',
  ),
  'access.policy_item.lockAccountAfter.means': say(
    '各处合计输错几次，对没用过的浏览器锁这个账户',
    'Failures from anywhere that lock it against browsers it does not know',
  ),
  'access.policy_item.lockAddressAfter.means': say(
    '一个地址合计输错几次，对没用过的浏览器锁这个地址',
    'Failures from one address that lock it for unknown browsers',
  ),
  'access.policy_item.idleMinutes.means': say(
    '这么久没有操作，登录结束',
    'A session without a request for so long ends',
  ),
  'access.policy_item.sessionHours.means': say(
    '一直在用也要重新登录',
    'After so long one signs in anew in any case',
  ),
  'access.policy_item.unusedDays.means': say(
    '这么多天没有登录，夜里自动停用',
    'Accounts that have not signed in for so long are disabled by night',
  ),
  'access.policy_item.stepUpMinutes.means': say(
    '重要操作前确认过是本人，多久内不再问',
    'How long nobody is asked again before deeds that matter',
  ),
  'access.policy_item.invitationHours.means': say('过时要重发', 'After that a new one is needed'),

  'access.page.invitation': say('设置密码', 'Set your password'),
  'access.page.invitation.for': say(
    '{displayName}，用户名 {name}',
    '{displayName}, user name {name}',
  ),
  'access.page.invitation.reset': say(
    '原来的密码已失效，另设一个。',
    'Your earlier password is void; set another.',
  ),
  'access.page.invitation.until': say('链接 {when} 前有效。', 'The link is open until {when}.'),
  'access.page.invitation.password': say('新密码', 'New password'),
  'access.page.invitation.again': say('再输一遍', 'Once more'),
  'access.page.invitation.differs': say('两遍不一样', 'The two differ'),
  'access.page.invitation.missing': say('还有要求没有满足。', 'Some rules are not met yet.'),
  'access.page.invitation.do': say('设置密码', 'Set the password'),
  'access.page.invitation.doing': say('正在设置', 'Setting it'),
  'access.page.invitation.no_token': say(
    '地址里没有链接内容。',
    'The address does not hold a whole link.',
  ),
  'access.page.invitation.no_token.todo': say(
    '把收到的链接完整复制到地址栏再打开。',
    'Copy the whole link you were given into the address bar.',
  ),
  'access.page.invitation.set': say('密码已设好', 'Your password is set'),
  'access.page.invitation.set.waiting': say(
    '权限还没有授予，授权后用这个用户名和密码登录。',
    'Your rights are not granted yet; sign in with this name and password once they are.',
  ),
  'access.page.invitation.login': say('去登录页', 'Go to the sign-in page'),

  'access.password_rule.short': say('至少 {length} 个字', 'At least {length} characters'),
  'access.password_rule.classes': say(
    '大写、小写、数字、其他里至少 {classes} 种',
    'At least {classes} kinds of upper case, lower case, digits and others',
  ),
  'access.password_rule.name': say('不含用户名', 'Without the user name'),
  'access.password_rule.repeats': say('至少 5 个不同的字', 'At least 5 different characters'),
  'access.password_rule.common': say(
    '不是常见密码（提交时核对）',
    'No common password (checked when sent)',
  ),
  'access.password_rule.used': say(
    '不是最近用过的 {count} 个（提交时核对）',
    'None of the last {count} (checked when sent)',
  ),
  'access.password_rule.met': say('已满足', 'met'),
  'access.password_rule.not_yet': say('还没有', 'not yet'),
} satisfies Words;

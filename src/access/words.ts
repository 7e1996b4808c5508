/** Words of access: roles and refusals. */
import type { Words } from '../kit/words.ts';
import { words as accountWords } from './words-accounts.ts';
import { words as auditWords } from './words-audit.ts';
import { words as noticeWords } from './words-notices.ts';
import { words as personalWords } from './words-personal.ts';
import { words as roleWords } from './words-roles.ts';
import { words as signInWords } from './words-sign-in.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const words = {
  ...roleWords,
  ...noticeWords,
  ...signInWords,
  ...accountWords,
  ...auditWords,
  ...personalWords,
  'access.disabled_why.left': say('离岗', 'Left'),
  'access.disabled_why.unused': say('长期未用', 'Not used for long'),
  'access.disabled_why.misused': say('使用异常', 'Misused'),
  'access.disabled_why.other': say('其他', 'Other'),
  'access.notice_kind.audit': say('审计', 'Audit'),
  'access.notice_kind.inspection': say('巡察检查', 'Inspection'),
  'access.notice_kind.discipline': say('纪检监察', 'Discipline inspection'),

  'access.refusal.wrong_password': say('用户名或密码不对。', 'The name or the password is wrong.'),
  'access.refusal.wrong_password.todo': say(
    '核对后再试；连续错 {failures} 次，要等 {minutes} 分钟。',
    'Check both and try again; after {failures} failures you wait {minutes} minutes.',
  ),
  'access.refusal.locked': say(
    '连续输错，暂时不能登录。',
    'Signing in is locked after repeated failures.',
  ),
  'access.refusal.locked.todo': say(
    '{minutes} 分钟后再试；忘记密码请找管理员重设。',
    'Try again in {minutes} minutes; if the password is lost, ask your administrator for a new one.',
  ),
  'access.refusal.disabled': say('账户已停用。', 'The account is disabled.'),
  'access.refusal.disabled.todo': say(
    '请联系本级系统管理员。',
    'Ask the system administrator of your level.',
  ),
  'access.refusal.not_granted': say(
    '账户已开设，权限还没有授予。',
    'The account is made, its rights are not granted yet.',
  ),
  'access.refusal.not_granted.todo': say(
    '请本级安全管理员授权后再登录。',
    'Sign in after the security administrator of your level has granted them.',
  ),
  'access.refusal.not_first': say(
    '已经有账户，不能再设第一个管理员。',
    'There is an account already.',
  ),
  'access.refusal.not_first.todo': say('请直接登录。', 'Sign in instead.'),
  'access.refusal.no_places': say(
    '还没有载入区划，管理员没有归属地。',
    'No division registry is loaded, so an administrator has no place.',
  ),
  'access.refusal.no_places.todo': say(
    '先运行 zhuzhen divisions load 载入区划。',
    'Run zhuzhen divisions load first.',
  ),
  'access.refusal.name_form': say(
    '用户名要 2 到 64 个字，只用文字、数字和中间的 . _ -。',
    'A user name has 2 to 64 letters or digits, with . _ - between them.',
  ),
  'access.refusal.name_form.todo': say('改好再交。', 'Change it and send again.'),
  'access.refusal.password_short': say(
    '密码太短，至少 {length} 个字符。',
    'The password is too short: at least {length} characters.',
  ),
  'access.refusal.password_short.todo': say(
    '加长后再交，用一句自己记得住的话更好。',
    'Make it longer; a sentence you remember is better.',
  ),
  'access.refusal.password_classes': say(
    '密码太单一：大写、小写、数字、符号至少要有 {classes} 种。',
    'The password is too plain: use at least {classes} of upper case, lower case, digits and signs.',
  ),
  'access.refusal.password_classes.todo': say('补上缺的种类再交。', 'Add what is missing.'),
  'access.refusal.password_common': say(
    '这是常见密码，别人一猜就中。',
    'This is a common password and guessed at once.',
  ),
  'access.refusal.password_common.todo': say('换一个再交。', 'Choose another.'),
  'access.refusal.password_name': say('密码里有用户名。', 'The password contains the user name.'),
  'access.refusal.password_name.todo': say('去掉用户名再交。', 'Leave the name out.'),
  'access.refusal.password_repeats': say(
    '密码里重复的字符太多。',
    'The password repeats too few characters.',
  ),
  'access.refusal.password_repeats.todo': say('换一个再交。', 'Choose another.'),
  'access.refusal.password_used': say(
    '最近 {count} 次用过这个密码。',
    'This password is one of the last {count}.',
  ),
  'access.refusal.password_used.todo': say('换一个没用过的。', 'Choose one you have not used.'),
  'access.refusal.wrong_current': say('现在的密码不对。', 'The present password is wrong.'),
  'access.refusal.wrong_current.todo': say('核对后再交。', 'Check it and send again.'),
  'access.refusal.not_your_place': say(
    '其中有的地方不在你的权限里。',
    'One of these places is not yours.',
  ),
  'access.refusal.not_your_place.todo': say(
    '从列出的地方里选，最多 4 个。',
    'Choose from those listed, four at most.',
  ),
} satisfies Words;

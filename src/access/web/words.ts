// Words of signing in.
import type { Words } from '../../kit/words.ts';

export const words = {
  'access.page.login': { zh: '登录', en: 'Sign in' },
  'access.page.login.name': { zh: '用户名', en: 'User name' },
  'access.page.login.password': { zh: '密码', en: 'Password' },
  'access.page.login.do': { zh: '登录', en: 'Sign in' },
  'access.page.login.doing': { zh: '正在登录', en: 'Signing in' },
  'access.page.login.missing': {
    zh: '用户名和密码都要填。',
    en: 'Both user name and password are needed.',
  },
  'access.page.login.returning': {
    zh: '登录后回到刚才的页面。',
    en: 'After signing in you return to the page you were on.',
  },
  'access.page.login.identities': { zh: '演示身份', en: 'Demonstration identities' },
  'access.page.login.identities.note': {
    zh: '装的是演示数据，选一个身份直接进入。',
    en: 'The demonstration data are loaded: choose an identity to enter at once.',
  },

  'access.page.first': { zh: '设置第一位管理员', en: 'Set up the first administrator' },
  'access.page.first.note': {
    zh: '系统里还没有账户。这个账户是系统管理员，负责开设其他账户；权限由安全管理员授予。',
    en: 'There are no accounts yet. This one is the system administrator and makes the others; a security administrator grants their rights.',
  },
  'access.page.first.name.help': { zh: '2 到 64 个字。', en: '2 to 64 characters.' },
  'access.page.first.password.help': {
    zh: '至少 10 个字，用一句自己记得住的话更好。',
    en: 'At least 10 characters; a sentence you remember is better.',
  },
  'access.page.first.again': { zh: '再输一遍密码', en: 'Password again' },
  'access.page.first.do': { zh: '建立管理员账户', en: 'Create the administrator' },
  'access.page.first.name.short': {
    zh: '用户名至少 2 个字。',
    en: 'The user name needs at least 2 characters.',
  },
  'access.page.first.password.short': {
    zh: '密码还差 {count} 个字。',
    en: 'The password needs {count} more characters.',
  },
  'access.page.first.differs': { zh: '两遍密码不一样。', en: 'The two passwords differ.' },
} satisfies Words;

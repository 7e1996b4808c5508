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

  'access.views': { zh: '常用筛选', en: 'Kept filters' },
  'access.views.none': { zh: '还没有存下的筛选。', en: 'No filters are kept yet.' },
  'access.views.forget': { zh: '删除「{name}」', en: 'Forget “{name}”' },
  'access.views.forget_short': { zh: '删除', en: 'Forget' },
  'access.views.keep': { zh: '存下当前筛选', en: 'Keep these filters' },
  'access.views.name': { zh: '名称', en: 'Name' },
  'access.views.name.help': {
    zh: '连同地区和时段存下，只有本人看得到；同名的会被替换。',
    en: 'With place and period, for you alone; a name that is there is replaced.',
  },
  'access.views.name.needed': { zh: '起个名称。', en: 'Give them a name.' },

  'access.page.first': { zh: '设立三位管理员', en: 'Set up the three administrators' },
  'access.page.first.note': {
    zh: '系统里还没有账户。管理要分给三个人：你是系统管理员，开设账户；安全管理员授予权限；审计管理员查记录。',
    en: 'There are no accounts yet. Three people administer: you make accounts, a security administrator grants rights, an audit administrator reads the audit.',
  },
  'access.page.first.name': {
    zh: '你的用户名（系统管理员）',
    en: 'Your user name (system administrator)',
  },
  'access.page.first.again': { zh: '再输一遍密码', en: 'Password again' },
  'access.page.first.security': {
    zh: '安全管理员的用户名',
    en: 'User name of the security administrator',
  },
  'access.page.first.security.help': {
    zh: '由另一个人担任，建好后给他一个设密码的链接。',
    en: 'Another person, who gets a link to set a password.',
  },
  'access.page.first.audit': {
    zh: '审计管理员的用户名',
    en: 'User name of the audit administrator',
  },
  'access.page.first.audit.help': {
    zh: '由第三个人担任，同样给链接。',
    en: 'A third person, who gets a link too.',
  },
  'access.page.first.do': { zh: '建立三个账户', en: 'Create the three accounts' },
  'access.page.first.alike': { zh: '三个用户名不能一样。', en: 'The three names must differ.' },
  'access.page.first.differs': { zh: '两遍密码不一样。', en: 'The two passwords differ.' },
  'access.page.first.made': { zh: '把链接交给另外两位', en: 'Hand the two links over' },
  'access.page.first.made.note': {
    zh: '链接只显示这一次，离开这一页就看不到了。',
    en: 'The links are shown this once, and no more when you leave the page.',
  },
  'access.page.first.made.give': {
    zh: '各自单独交给本人，不要两个都留在自己手里。',
    en: 'Give each to its holder in private; do not keep both yourself.',
  },
  'access.page.first.made.until': {
    zh: '{until} 前打开链接设密码；过期了由你在“邀请链接”里重发。',
    en: 'Each opens until {until}; if one has ended, make a new one under Invitations.',
  },
  'access.page.first.made.second': {
    zh: '再给每个岗位各开一位备用管理员，免得一个人不在就没人办。',
    en: 'Make a second administrator of each kind soon, so that nothing stops when one is away.',
  },
  'access.page.first.whose': { zh: '{role}（{name}）', en: '{role} ({name})' },
  'access.page.first.enter': { zh: '已交给本人，进入系统', en: 'Handed over, go on' },
} satisfies Words;

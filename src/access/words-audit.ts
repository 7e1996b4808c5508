/** Words of the audit. */
import type { Words } from '../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const words = {
  'access.audit_kind.deed': say('办理', 'Deed'),
  'access.audit_kind.sign_in': say('登录与本人账户', 'Sign-in and own account'),
  'access.audit_kind.rights': say('账户与授权', 'Accounts and rights'),
  'access.audit_kind.read': say('查阅', 'Reading'),
  'access.audit_kind.export': say('导出', 'Export'),
  'access.audit_kind.reveal': say('查看隐去内容', 'Revealing'),
  'access.audit_kind.print': say('打印', 'Printing'),
  'access.audit_kind.emergency': say('应急查阅', 'Emergency reading'),
  'access.audit_kind.retention': say('到期清理', 'Retention'),
} satisfies Words;

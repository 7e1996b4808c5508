/** Words of access: roles and refusals. */
import type { Words } from '../kit/words.ts';

export const words = {
  'access.hint.province': {
    zh: '看全省，能组队、派驻',
    en: 'Sees the province, forms teams and posts people',
  },
  'access.hint.city': {
    zh: '看全市，能组队、派驻',
    en: 'Sees the city, forms teams and posts people',
  },
  'access.hint.county': {
    zh: '看全县，能组队、派驻',
    en: 'Sees the county, forms teams and posts people',
  },
  'access.hint.town': { zh: '看本镇，能登记派驻', en: 'Sees the town, records postings' },
  'access.hint.auditor': { zh: '看全省，只读', en: 'Sees the province, changes nothing' },
  'access.hint.sysadmin': { zh: '管系统，不办业务', en: 'Runs the system' },
  'access.role.province': { zh: '省级', en: 'Province' },
  'access.role.city': { zh: '市级', en: 'City' },
  'access.role.county': { zh: '县级', en: 'County' },
  'access.role.town': { zh: '镇级', en: 'Town' },
  'access.role.auditor': { zh: '审计', en: 'Auditor' },
  'access.role.sysadmin': { zh: '系统管理员', en: 'System administrator' },
  'access.refusal.wrong_password': {
    zh: '用户名或密码不对。',
    en: 'The name or the password is wrong.',
  },
  'access.refusal.wrong_password.todo': {
    zh: '核对后再试；连续错 5 次，账号锁定 15 分钟。',
    en: 'Check both and try again; after five failures the account is locked for 15 minutes.',
  },
  'access.refusal.locked': {
    zh: '连续输错，账号已锁定。',
    en: 'The account is locked after repeated failures.',
  },
  'access.refusal.locked.todo': {
    zh: '15 分钟后再试，或联系上级管理员。',
    en: 'Try again in 15 minutes or ask your administrator.',
  },
  'access.refusal.not_first': {
    zh: '已经有账号，不能再设第一个管理员。',
    en: 'There is an account already.',
  },
  'access.refusal.not_first.todo': { zh: '请直接登录。', en: 'Sign in instead.' },
  'access.refusal.no_places': {
    zh: '还没有载入区划，管理员没有归属地。',
    en: 'No division registry is loaded, so an administrator has no place.',
  },
  'access.refusal.no_places.todo': {
    zh: '先运行 zhuzhen divisions load 载入区划。',
    en: 'Run zhuzhen divisions load first.',
  },
  'access.refusal.name_form': {
    zh: '用户名要 2 到 64 个字符。',
    en: 'A name has 2 to 64 characters.',
  },
  'access.refusal.name_form.todo': { zh: '改短或改长后再交。', en: 'Change it and send again.' },
} satisfies Words;

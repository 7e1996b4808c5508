/** Words of one person's record and its hidden numbers. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const people = {
  'teams.person.id_number': say('身份证号', 'Identity number'),
  'teams.person.phone': say('手机号', 'Mobile number'),
  'teams.person.card': say('人员登记', 'Person on record'),
  'teams.person.open': say('看{name}的登记', 'Open the record of {name}'),
  'teams.person.none': say('未登记', 'not entered'),
  'teams.person.elsewhere': say(
    '登记现由另一个地方保管，号码在那里看。',
    'The record is now kept elsewhere, and the numbers with it.',
  ),
  'teams.person.sex': say('性别', 'Sex'),
  'teams.person.born': say('出生年份', 'Born in'),
  'teams.person.education': say('学历', 'Education'),
  'teams.person.rank': say('职级', 'Rank'),
  'teams.person.unit': say('单位', 'Unit'),
  'teams.person.changes': say('更正记录', 'Corrections'),
  'teams.person.change': say('{at} {by} 更正：{fields}', '{at}, {by}: {fields}'),
  'teams.person.field_done': say('{field}（{deed}）', '{field} ({deed})'),
  'teams.correction.added': say('补登', 'added'),
  'teams.correction.changed': say('改正', 'changed'),
  'teams.correction.removed': say('删除', 'removed'),
  'teams.person.somebody': say('（无记录）', '(not recorded)'),
  'teams.person.field.idNumber': say('身份证号', 'identity number'),
  'teams.person.field.phone': say('手机号', 'mobile number'),
  'teams.person.field.bornIn': say('出生年份', 'year of birth'),
  'teams.person.correct': say('更正号码', 'Correct the numbers'),
  'teams.person.correct.help': say(
    '不改的留空。号码加密保存，保存后只显示部分；更正留痕，不留号码。',
    'Leave empty what stays. Numbers are sealed and shown in part only; the correction is noted, the number is not.',
  ),
  'teams.person.has': say('现为 {mask}', 'now {mask}'),
  'teams.person.remove.idNumber': say('删除已登记的身份证号', 'Remove the identity number'),
  'teams.person.remove.phone': say('删除已登记的手机号', 'Remove the mobile number'),
  'teams.form.idNumber': say('身份证号', 'Identity number'),
  'teams.form.idNumber.help': say(
    '选填，18 位。加密保存，保存后只显示部分。',
    'Optional, 18 signs. Kept sealed and shown in part only.',
  ),
  'teams.form.phone': say('手机号', 'Mobile number'),
  'teams.form.phone.help': say(
    '选填，11 位。加密保存，保存后只显示部分。',
    'Optional, 11 digits. Kept sealed and shown in part only.',
  ),
  'teams.find.title': say('按号码找人', 'Find by number'),
  'teams.find.by': say('按什么找', 'Search by'),
  'teams.find.number': say('号码', 'Number'),
  'teams.find.number.help': say(
    '要完整号码，只在你的数据权限内找。',
    'The whole number; only your own area is searched.',
  ),
  'teams.find.do': say('查找', 'Search'),
  'teams.find.none': say('你的数据权限内没有这个号码。', 'Nobody in your area has this number.'),
  'teams.refusal.id_number_form': say(
    '身份证号应为 18 位：17 位数字加一位数字或 X。',
    'An identity number has 18 signs: 17 digits and a digit or X.',
  ),
  'teams.refusal.id_number_form.todo': say('对照证件改好再提交。', 'Compare it with the card.'),
  'teams.refusal.id_number_check': say(
    '身份证号校验位不对，可能抄错了一位。',
    'The check digit does not fit: a digit may be wrong.',
  ),
  'teams.refusal.id_number_check.todo': say('对照证件逐位核对。', 'Compare it with the card.'),
  'teams.refusal.id_number_area': say(
    '身份证号前两位不是省级区划代码。',
    'The first two digits are no province.',
  ),
  'teams.refusal.id_number_area.todo': say('对照证件改好再提交。', 'Compare it with the card.'),
  'teams.refusal.id_number_birth': say(
    '身份证号里的出生日期不对。',
    'The date of birth in the number is none.',
  ),
  'teams.refusal.id_number_birth.todo': say('对照证件改好再提交。', 'Compare it with the card.'),
  'teams.refusal.id_number_born_in': say(
    '身份证号里的出生年份和登记的出生年份不一致。',
    'The number says another year of birth than the record.',
  ),
  'teams.refusal.id_number_born_in.todo': say(
    '核对证件，改正两者中错的一项。',
    'Compare with the card and correct whichever is wrong.',
  ),
  'teams.refusal.born_in_alone': say(
    '已登记身份证号，出生年份不能单独改。',
    'There is an identity number on record, so the year of birth is not changed alone.',
  ),
  'teams.refusal.born_in_alone.todo': say(
    '同时填上身份证号再提交。',
    'Enter the identity number with it.',
  ),
  'teams.refusal.id_number_taken': say(
    '这个身份证号已登记在另一个人名下。',
    'This identity number is on record for somebody else.',
  ),
  'teams.refusal.id_number_taken.todo': say(
    '核对证件；同一个人不要重复登记，从在册人员里选。不在本辖区的，请上级查。',
    'Compare with the card; choose the person on record instead of entering them twice. If they are kept elsewhere, ask the level above.',
  ),
  'teams.refusal.phone_form': say(
    '手机号应为 11 位，以 13 至 19 开头。',
    'A mobile number has 11 digits and begins with 13 to 19.',
  ),
  'teams.refusal.phone_form.todo': say('核对后再提交。', 'Check it and send again.'),
} satisfies Words;

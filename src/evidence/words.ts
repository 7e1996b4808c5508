/** Words of evidence packages. */
import type { Words } from '../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const words = {
  'evidence.page': say('审计取数包', 'Evidence package'),
  'evidence.page.question': say(
    '账簿、凭证、合同、公示和资产，怎么一次取走？',
    'How are books, vouchers, contracts, notices and assets taken in one go?',
  ),
  'evidence.note': say(
    '一个压缩包：每张表一个 CSV，附数据说明和带 SHA-256 的索引，全部取自同一时点。取走一次登记一次，并留审计记录。',
    'One ZIP: a CSV for each table, field notes and an index with SHA-256, all from one instant. Each package is registered and audited.',
  ),
  'evidence.take': say('生成并下载取数包', 'Take the package'),
  'evidence.awaited': say(
    '正在生成，下载完成后登记在下面。',
    'Being made; it stands below once it is downloaded.',
  ),
  'evidence.under': say('依据通知书：{notices}', 'Under the notice: {notices}'),
  'evidence.may_not': say(
    '这个地方不在你的通知书或本单位范围内，不能取数。',
    'This place is in none of your notices and not of your own office.',
  ),
  'evidence.register': say('取数登记', 'Packages that were taken'),
  'evidence.register.note': say(
    '包的内容不留存，校验值留存：拿到的包可以据此核对',
    'The contents are not kept, the checksum is: a package can be compared with it',
  ),
  'evidence.none': say('还没有取过。', 'None yet.'),
  'evidence.column.taken': say('取数时间', 'Taken'),
  'evidence.column.place': say('范围', 'Places'),
  'evidence.column.by': say('取数人', 'Taken by'),
  'evidence.column.notices': say('通知书', 'Notice'),
  'evidence.column.cut_off': say('数据时点', 'As of'),
  'evidence.column.rows': say('行数', 'Rows'),
  'evidence.column.sha256': say('SHA-256 校验值', 'SHA-256'),
  'evidence.unit.text': say('文字', 'text'),
  'evidence.unit.yuan': say('元', 'yuan'),
  'evidence.unit.day': say('日期', 'day'),
  'evidence.unit.instant': say('北京时间', "Beijing's time"),
  'evidence.unit.number': say('数', 'number'),
  'evidence.unit.id': say('标识', 'id'),
  'evidence.unit.yes_no': say('是或否', 'yes or no'),
  'evidence.value.true': say('是', 'yes'),
  'evidence.value.false': say('否', 'no'),
  'evidence.refusal.busy': say('正在生成另一个取数包。', 'Another package is being made just now.'),
  'evidence.refusal.busy.todo': say('几分钟后再取。', 'Take it in a few minutes.'),
  'evidence.refusal.no_notice': say(
    '没有在有效期内、涵盖这个地方的通知书。',
    'No notice in force covers this place.',
  ),
  'evidence.refusal.no_notice.todo': say(
    '选通知书列出的地方，或请主管单位登记通知书。',
    'Choose a place of your notice, or have the office register the notice.',
  ),
  'evidence.refusal.own_only': say(
    '只能取本单位范围内的数据。',
    'An office takes what lies under it, nothing else.',
  ),
  'evidence.refusal.own_only.todo': say(
    '选本单位或下属的地方。',
    'Choose your own place or one under it.',
  ),
} satisfies Words;

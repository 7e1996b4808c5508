/** Words of hidden personal details: showing one, and who looked. */
import type { Words } from '../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const words = {
  'access.look_kind.reveal': say('查看', 'Looked at'),
  'access.look_kind.search': say('按号码查找', 'Searched by number'),
  'access.look_kind.entry': say('登记号码', 'Entered a number'),
  'access.refusal.looked_too_often': say(
    '一小时内最多 {most} 次，已经用完。',
    'At most {most} within an hour; they are used up.',
  ),
  'access.refusal.looked_too_often.todo': say(
    '{minutes} 分钟后再试；确需成批核对的，请本人或选派单位提供。',
    'Try again in {minutes} minutes; to compare many, ask the people or their unit.',
  ),
  'access.refusal.number_in_reason': say(
    '事由里不要写号码：事由会保存，别人看得到。',
    'Write no number into the reason: it is kept, and others read it.',
  ),
  'access.refusal.number_in_reason.todo': say(
    '去掉号码，用文字说明；日期最多写一个。',
    'Leave the number out and say it in words; write one date at most.',
  ),
  'access.refusal.nothing_hidden': say('这一项还没有登记。', 'Nothing was entered there.'),
  'access.refusal.nothing_hidden.todo': say('先登记，再查看。', 'Enter it first.'),
  'access.personal.show': say('查看完整号码', 'Show the whole number'),
  'access.personal.show.of': say('查看{name}的{field}', 'Show the {field} of {name}'),
  'access.personal.note': say(
    '查看会留痕：谁、何时、为何，本人和本级都看得到。',
    'Your look is noted: who, when and why, for the person concerned and this office to see.',
  ),
  'access.personal.reason': say('事由', 'Reason'),
  'access.personal.reason.help': say(
    '写清为什么要看，不少于 5 个字。',
    'Say why you need it, five characters or more.',
  ),
  'access.personal.reason.short': say(
    '事由至少写 5 个字。',
    'Give a reason of five characters or more.',
  ),
  'access.personal.do': say('查看', 'Show'),
  'access.personal.value': say('一分钟后自动隐藏。', 'It hides again after a minute.'),
  'access.personal.hide': say('收起', 'Hide'),
  'access.personal.looks': say('谁看过', 'Who looked'),
  'access.personal.looks.none': say('还没有人看过。', 'Nobody has looked yet.'),
  'access.personal.at': say('时间', 'When'),
  'access.personal.who': say('谁', 'Who'),
  'access.personal.what': say('看了什么', 'What'),
  'access.personal.why': say('事由', 'Why'),
  'access.personal.who.of': say('{name}（{role}）', '{name} ({role})'),
  'access.personal.what.of': say('{kind}：{field}', '{kind}: {field}'),
  'access.personal.own': say('谁看过我的信息', 'Who looked at my details'),
  'access.personal.own.note': say(
    '证件号、手机号平时只显示部分。下面是查看过完整号码、按号码找到过你的人。',
    'Your numbers are shown in part only. These people saw a whole one, or found you by it.',
  ),
} satisfies Words;

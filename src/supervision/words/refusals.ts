/** What is refused in supervision, and what to do. */
import type { Words } from '../../kit/words.ts';

const refusal = (code: string, what: [string, string], todo: [string, string]): Words => ({
  [`supervision.refusal.${code}`]: { zh: what[0], en: what[1] },
  [`supervision.refusal.${code}.todo`]: { zh: todo[0], en: todo[1] },
});

export const refusalWords: Words = {
  ...refusal(
    'state',
    ['这条疑点现在不能这样办。', 'This cannot be done to the finding as it stands now.'],
    ['刷新页面，看它办到了哪一步。', 'Load the page again to see how far it is.'],
  ),
  ...refusal(
    'other_office',
    ['这一步由别的单位办。', 'This step is for another office.'],
    [
      '答复和整改由责任单位办，认定、排除和销号由它的上级单位办。',
      'The owner answers and mends; an office above it decides and closes.',
    ],
  ),
  ...refusal(
    'same_person',
    ['答复过的人不能认定这条疑点。', 'Whoever answered does not decide.'],
    ['请本单位另一人或上级单位办理。', 'Ask somebody else of the office, or an office above.'],
  ),
  ...refusal(
    'appealed_before',
    ['申诉只能提一次，已经提过了。', 'An appeal is made once, and it was made.'],
    ['按复核的认定整改。', 'Mend it as the appeal decided.'],
  ),
  ...refusal(
    'not_overdue',
    ['答复期限还没过。', 'The day to answer by is not over.'],
    ['等责任单位答复，或到期后再认定。', 'Wait for the answer, or decide once it is late.'],
  ),
  ...refusal(
    'no_right',
    ['这一步不在你的岗位权限内。', 'Your role does not include this step.'],
    ['请有这项权限的同事办理。', 'Ask a colleague whose role does.'],
  ),
  ...refusal(
    'changed_since',
    ['你看过之后已有人改动。', 'Somebody changed this after you looked at it.'],
    ['刷新页面，看过新的内容再办。', 'Load the page again and look before you go on.'],
  ),
  ...refusal(
    'owner',
    ['责任单位要选本辖区内有关的县或镇。', 'The owner is a county or town of your area.'],
    ['从列表里选一个单位。', 'Choose one from the list.'],
  ),
  ...refusal(
    'owner_about',
    [
      '这条疑点涉及该单位的人，不能交给它办。',
      'The finding is about people of that office, which cannot answer it.',
    ],
    ['选列表里的其他单位，或由上级单位办。', 'Choose another of the list, or an office above.'],
  ),
  ...refusal(
    'bounds',
    [
      '参数「{name}」要在 {least} 到 {most} {unit}之间。',
      'The value “{name}” lies between {least} and {most} {unit}.',
    ],
    ['按这个范围改好再试。', 'Change it and try again.'],
  ),
  ...refusal(
    'words_bounds',
    ['「{name}」要有 {least} 到 {most} 个词。', '“{name}” has between {least} and {most} words.'],
    ['每行写一个词。', 'Write one word a line.'],
  ),
  ...refusal(
    'reply_by',
    ['答复期限不能早于今天。', 'The day to answer by is over already.'],
    ['填今天或以后的日期。', 'Give today or a later day.'],
  ),
  ...refusal(
    'found_on',
    ['发现日期不能晚于今天。', 'The day it was found lies ahead.'],
    ['填来文的日期。', 'Give the date of the paper.'],
  ),
  ...refusal(
    'project',
    ['这个地方没有这个项目。', 'There is no such project in that place.'],
    ['核对项目和所在的镇，或不填项目。', 'Check project and town, or leave the project out.'],
  ),
  ...refusal(
    'id_taken',
    ['这个编号已经用过。', 'This id was used before.'],
    ['刷新页面再登记一次。', 'Load the page again and enter it once more.'],
  ),
  ...refusal(
    'no_rule',
    ['没有这条规则。', 'There is no such rule.'],
    ['从规则页里选。', 'Choose one on the page of rules.'],
  ),
  ...refusal(
    'values',
    ['参数不全，或类型不对。', 'A parameter is missing or of another kind.'],
    [
      '每个参数都填：数字填整数，词表每行一个词。',
      'Give every one: whole numbers, or one word a line.',
    ],
  ),
  ...refusal(
    'rule_above',
    ['规则参数由省级统一调整。', 'The province sets the parameters for all.'],
    ['可以先试算，把结果报省级。', 'Try the values first and report the result.'],
  ),
  ...refusal(
    'valid_from',
    ['生效日期不对。', 'The days it holds do not fit.'],
    ['生效不早于今天，失效晚于生效。', 'It begins today or later and ends after it began.'],
  ),
};

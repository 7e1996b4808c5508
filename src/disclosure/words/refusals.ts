/** Refusals of disclosure: what stands in the way and what to do. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });
const again = say(
  '改好原记录后，重新生成公开件。',
  'Change the record itself, then make the copy again.',
);

export const refusalWords = {
  'disclosure.refusal.other_office': say(
    '公开由所在镇、县或上一级主管单位办理。',
    'Publishing is for the office of the place or one above it.',
  ),
  'disclosure.refusal.other_office.todo': say(
    '请联系所在地单位。',
    'Turn to the office of the place.',
  ),
  'disclosure.refusal.text_number': say(
    '“{field}”里有像身份证号、电话或账号的数字，不能公开。',
    '“{field}” holds digits that look like a number of a person, a phone or an account; it cannot be published.',
  ),
  'disclosure.refusal.text_number.todo': again,
  'disclosure.refusal.text_person': say(
    '“{field}”里有人员姓名，不能公开。',
    '“{field}” names a person; it cannot be published.',
  ),
  'disclosure.refusal.text_person.todo': again,
  'disclosure.refusal.text_health': say(
    '“{field}”里有病情等健康信息，不能公开。',
    '“{field}” tells of somebody’s health; it cannot be published.',
  ),
  'disclosure.refusal.text_health.todo': again,
  'disclosure.refusal.text_mail': say(
    '“{field}”里有电子邮箱，不能公开。',
    '“{field}” holds a mail address; it cannot be published.',
  ),
  'disclosure.refusal.text_mail.todo': again,
  'disclosure.refusal.text_classified': say(
    '“{field}”带密级标志，本系统不处理。',
    '“{field}” carries a mark of secrecy, for which this system is not.',
  ),
  'disclosure.refusal.text_classified.todo': again,
  'disclosure.refusal.where': say('还没写在哪里公开。', 'It does not say where it is published.'),
  'disclosure.refusal.where.todo': say(
    '写上网页链接、公开栏位置或公众号文章。',
    'Give the link, the board or the article.',
  ),
  'disclosure.refusal.no_link': say('这不是网页链接。', 'This is no link to a page.'),
  'disclosure.refusal.no_link.todo': say(
    '从浏览器地址栏复制，以 http 或 https 开头。',
    'Copy it from the browser; it begins with http or https.',
  ),
  'disclosure.refusal.days': say('公开结束日早于开始日。', 'The last day is before the first.'),
  'disclosure.refusal.days.todo': say('核对两个日期。', 'Compare the two days.'),
  'disclosure.refusal.day_to_come': say(
    '公开日期还没到（今天 {today}）。',
    'The day has not come yet (today is {today}).',
  ),
  'disclosure.refusal.day_to_come.todo': say('贴出以后再登记。', 'Record it once it hangs there.'),
  'disclosure.refusal.no_pages': say('公开页没有启用。', 'The public pages are off.'),
  'disclosure.refusal.no_pages.todo': say(
    '请运维运行 zhuzhen public on，或选其他渠道。',
    'Ask operations to run zhuzhen public on, or choose another channel.',
  ),
  'disclosure.refusal.stands_already': say(
    '这份公开件在公开页上的登记还没有撤下。',
    'Its place on the public pages was not marked as taken down.',
  ),
  'disclosure.refusal.stands_already.todo': say(
    '要改期限或再次公开，先登记撤下，再登记新的期限。',
    'Take it down first, then register the new days.',
  ),
  'disclosure.refusal.down_already': say('已经撤下了。', 'It was taken down already.'),
  'disclosure.refusal.down_already.todo': say('刷新页面查看。', 'Load the page again.'),
  'disclosure.refusal.down_day': say(
    '撤下日期要在公开之后、今天（{today}）之前。',
    'It is taken down after it was published and not after today ({today}).',
  ),
  'disclosure.refusal.down_day.todo': say('核对日期。', 'Compare the day.'),
  'disclosure.refusal.id_taken': say('这条记录已经有了。', 'This record is there already.'),
  'disclosure.refusal.id_taken.todo': say('刷新页面查看。', 'Load the page again.'),
  'disclosure.refusal.pdf': say('PDF 现在生成不了。', 'The PDF cannot be made just now.'),
  'disclosure.refusal.pdf.todo': say(
    '稍后再试，或下载 Word 文件。',
    'Try again later, or take the Word file.',
  ),
  'disclosure.refusal.ticket': say('页面打开太久，已失效。', 'The form has been open too long.'),
  'disclosure.refusal.ticket.todo': say(
    '内容已保留，请再提交一次。',
    'What you wrote is kept: send it once more.',
  ),
  'disclosure.refusal.number_in_complaint': say(
    '标题或内容里有像身份证号、手机号或账号的数字。',
    'Subject or text holds digits that look like a number of a person, a phone or an account.',
  ),
  'disclosure.refusal.number_in_complaint.todo': say(
    '请删去；你的联系方式填在“联系方式”一栏，会加密保存。',
    'Take them out; how to reach you goes into its own field, which is sealed.',
  ),
  'disclosure.refusal.other_complaint': say(
    '这份表单已经提交过，这次的内容和上次不一样。',
    'This form was sent already, with something else in it.',
  ),
  'disclosure.refusal.other_complaint.todo': say(
    '这次写的内容已保留；要另外反映，请再提交一次。',
    'What you wrote now is kept: send it once more to enter it as another complaint.',
  ),
  'disclosure.refusal.too_many_projects': say(
    '公开项目超过 {most} 个，一次取不完。',
    'More than {most} projects are published; they do not go into one package.',
  ),
  'disclosure.refusal.too_many_projects.todo': say(
    '选一个地区或年度，分几次取。',
    'Choose a place or a year and take them one after another.',
  ),
  'disclosure.refusal.no_projects': say(
    '没有公开的项目，生成不了 OC4IDS 数据包。',
    'No project is published here, and a package of none is no OC4IDS package.',
  ),
  'disclosure.refusal.no_projects.todo': say(
    '换一个地区或年度；其他公开件用 JSON 或 CSV 取。',
    'Ask for another place or year; take other copies as JSON or CSV.',
  ),
  'disclosure.refusal.flood': say('现在提交的人太多。', 'Too many are sending at the moment.'),
  'disclosure.refusal.flood.todo': say(
    '请一小时后再试，或到镇、县现场反映。',
    'Try again in an hour, or go to the office.',
  ),
  'disclosure.refusal.no_complaint': say(
    '受理编号或查询码不对。',
    'Receipt number or query code is wrong.',
  ),
  'disclosure.refusal.no_complaint.todo': say(
    '对照提交后页面上的两个号码。',
    'Compare both with the page you saw after sending.',
  ),
  'disclosure.refusal.office_above': say(
    '只由被反映地方的上级单位答复。',
    'Only an office above the place replies.',
  ),
  'disclosure.refusal.office_above.todo': say(
    '请上级单位答复，办理意见写在监督疑点里。',
    'Leave the reply to the office above; write what you did into the register of findings.',
  ),
  'disclosure.refusal.replied': say('已经答复过了。', 'It has a reply already.'),
  'disclosure.refusal.replied.todo': say('刷新页面查看。', 'Load the page again.'),
  'disclosure.refusal.reply_tells': say(
    '答复里有号码、姓名、健康信息或密级标志，不能公开。',
    'The reply holds a number, a name, health or a mark of secrecy; it cannot be published.',
  ),
  'disclosure.refusal.reply_tells.todo': say('删去后再答复。', 'Take it out and reply again.'),
} satisfies Words;

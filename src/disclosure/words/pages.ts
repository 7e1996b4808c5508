/** Words of the office pages of disclosure. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const pageWords = {
  'disclosure.page.group': say('公开公示', 'Disclosure'),
  'disclosure.page.waiting': say('待公开', 'To be disclosed'),
  'disclosure.page.waiting.question': say(
    '还有什么该公开没公开？',
    'What should be disclosed and is not?',
  ),
  'disclosure.page.waiting.note': say(
    '列入计划以后的项目、正在公示的公示、已审定的方案、到县的资金文件和各镇一年的资金使用情况，还没有在任何地方公开的。',
    'Projects from the year’s plan on, running notices, approved plans, documents of money that came to the county and each town’s use of money, as far as they are published nowhere.',
  ),
  'disclosure.page.copies': say('公开件', 'Public copies'),
  'disclosure.page.copies.question': say(
    '公开了什么、在哪里、到什么时候？',
    'What is published, where, and until when?',
  ),
  'disclosure.page.complaints': say('群众反映', 'Complaints'),
  'disclosure.page.complaints.question': say(
    '群众反映了什么、答复了没有？',
    'What did people say, and was it answered?',
  ),
  'disclosure.page.complaints.note': say(
    '从公开页提交的，每件都在监督疑点里交办；这里写给反映人看的答复。',
    'What came in through the public pages. Each is handled in the register of findings; the reply for whoever sent it is written here.',
  ),
  'disclosure.column.object': say('内容', 'What'),
  'disclosure.column.place': say('地区', 'Place'),
  'disclosure.column.since': say('日期', 'Since'),
  'disclosure.column.copy': say('公开件', 'Copy'),
  'disclosure.column.where': say('公开位置', 'Where'),
  'disclosure.column.made': say('生成日期', 'Made on'),
  'disclosure.column.channel': say('渠道', 'Channel'),
  'disclosure.column.do': say('办理', 'Do'),
  'disclosure.column.replied': say('答复日期', 'Replied on'),
  'disclosure.waiting.none': say('该公开的都公开了。', 'All that should be is disclosed.'),
  'disclosure.waiting.none.todo': say('换一个年度再看。', 'Look at another year.'),
  'disclosure.waiting.year': say('{year} 年资金使用情况', 'Use of money in {year}'),
  'disclosure.copies.none': say('没有这样的公开件。', 'There is no such copy.'),
  'disclosure.copies.none.todo': say('到“待公开”里生成。', 'Make one under “To be disclosed”.'),
  'disclosure.complaints.none': say('还没有群众反映。', 'Nobody has complained.'),
  'disclosure.make': say('生成公开件', 'Make public copy'),
  'disclosure.record': say('登记公开链接', 'Record where it is published'),
  'disclosure.take_down': say('到期撤下', 'Take down'),
  'disclosure.reply': say('答复反映人', 'Reply to who complained'),
  'disclosure.files': say('公开件内容', 'What it says'),
  'disclosure.files.note': say(
    '内容已冻结，不再改动；情况变了，再生成一份。',
    'Frozen: it does not change any more. When things change, make another.',
  ),
  'disclosure.open_page': say('公开页', 'Public page'),
  'disclosure.own_pages': say('本系统', 'Here'),
  'disclosure.no_end': say('长期', 'No end'),
  'disclosure.made_by': say('{by} 于 {on} 生成', 'Made by {by} on {on}'),
  'disclosure.publications': say('公开记录', 'Publications'),
  'disclosure.publications.none': say('还没有在任何地方公开。', 'It is published nowhere yet.'),
  'disclosure.publications.none.todo': say(
    '下载文件发到政府网站或贴出，再登记在哪里。',
    'Take the file, put it on the government’s site or a board, then record where.',
  ),
  'disclosure.form.where': say('链接或位置', 'Link or place'),
  'disclosure.form.where.help': say(
    '政府网站填网页链接；公开栏写村和位置；公众号写文章标题。',
    'A link for the government’s site; the village and spot of a board; the title of an article.',
  ),
  'disclosure.form.where_needed': say('写上在哪里公开。', 'Say where it is published.'),
  'disclosure.form.day_needed': say('填日期。', 'Give the day.'),
  'disclosure.form.until.help': say(
    '到期后提醒撤下；长期公开的留空。',
    'From then on you are reminded to take it down; empty if it stays.',
  ),
  'disclosure.form.down_on': say('撤下日期', 'Taken down on'),
  'disclosure.form.reason': say('撤下原因', 'Why'),
  'disclosure.form.reason.help': say('如：公示期满。', 'For example: its period is over.'),
  'disclosure.form.reason_needed': say('写上原因。', 'Say why.'),
  'disclosure.form.reply_needed': say('写上答复。', 'Write the reply.'),
  'disclosure.complaint.above_only': say('只有上级单位能查看', 'Only for an office above'),
  'disclosure.complaint.reply.above': say(
    '由被反映地方的上级单位答复。',
    'An office above the place replies.',
  ),
  'disclosure.complaint.said': say('反映内容', 'What was said'),
  'disclosure.complaint.about': say('针对的公开件', 'About the copy'),
  'disclosure.complaint.case': say('办理', 'Case'),
  'disclosure.complaint.case.open': say('到监督疑点办理', 'Open in the register of findings'),
  'disclosure.complaint.reply.note': say(
    '反映人凭受理编号和查询码看得到；不写姓名、电话。',
    'Whoever has receipt number and query code reads it; no names, no phones.',
  ),
} satisfies Words;

/** What the public pages say. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const openWords = {
  'disclosure.open.yes': say('是', 'yes'),
  'disclosure.open.no': say('否', 'no'),
  'disclosure.open.name': say('驻镇帮镇扶村公开公示', 'Stationed in towns: public records'),
  'disclosure.open.home': say('公开目录', 'Records'),
  'disclosure.open.complain': say('反映问题', 'Complain'),
  'disclosure.open.look_up': say('查询办理', 'Look up'),
  'disclosure.open.place': say('地区', 'Place'),
  'disclosure.open.year': say('年度', 'Year'),
  'disclosure.open.all': say('全部', 'All'),
  'disclosure.open.text': say('查找', 'Search'),
  'disclosure.open.show': say('查看', 'Show'),
  'disclosure.open.shelves': say('按地区和年度', 'By place and year'),
  'disclosure.open.count': say('{count} 份', '{count}'),
  'disclosure.open.none': say('没有符合条件的公开件。', 'Nothing published fits.'),
  'disclosure.open.more': say('更多', 'More'),
  'disclosure.open.from': say('{from} 公开', 'published {from}'),
  'disclosure.open.until': say('公开至 {until}', 'until {until}'),
  'disclosure.open.data': say('数据下载', 'Data'),
  'disclosure.open.files': say('下载这份公开件', 'Take this copy along'),
  'disclosure.open.file.html': say('网页文件', 'HTML'),
  'disclosure.open.file.pdf': say('PDF 文件', 'PDF'),
  'disclosure.open.file.docx': say('Word 文件', 'Word'),
  'disclosure.open.chinese_files': say('文件为中文。', 'Files are in Chinese.'),
  'disclosure.open.about_copy': say('对这份公开件有意见？', 'Something wrong with this?'),
  'disclosure.open.form.lead': say(
    '可以不留姓名。提交后会得到受理编号和查询码，凭它们查看办理情况。',
    'No name is needed. You get a receipt number and a query code to see what becomes of it.',
  ),
  'disclosure.open.form.subject': say('标题（80 字以内）', 'Subject (up to 80 characters)'),
  'disclosure.open.form.said': say('内容（1000 字以内）', 'What happened (up to 1000 characters)'),
  'disclosure.open.form.said.help': say(
    '被反映的地方和它的上级单位都会看到内容。不想让人知道是谁反映的，不要写自己的姓名；也不要写身份证号、手机号、银行账号和国家秘密。',
    'The place and the offices above it read this. Leave your name out if it should not be known; no identity, phone or account numbers, no state secrets.',
  ),
  'disclosure.open.form.contact': say('联系方式（可以不填）', 'How to reach you (optional)'),
  'disclosure.open.form.contact.help': say(
    '加密保存，被反映的地方看不到；只有它的上级单位说明事由后才能查看。',
    'Sealed: the place itself cannot see it, only an office above it, for a reason that is kept.',
  ),
  'disclosure.open.form.send': say('提交', 'Send'),
  'disclosure.open.form.nowhere': say(
    '现在没有可以反映的地区。',
    'There is no place to complain about yet.',
  ),
  'disclosure.open.received': say('已收到', 'Received'),
  'disclosure.open.received.lead': say(
    '请记下这两个号码，或把本页打印、拍照留存。查询时两个都要；离开本页后不能再看，也不能补发。',
    'Write both down, or print this page or take a photo of it. Looking up takes both; once you leave this page they cannot be shown again.',
  ),
  'disclosure.open.receipt': say('受理编号', 'Receipt number'),
  'disclosure.open.code': say('查询码', 'Query code'),
  'disclosure.open.state': say('办理状态', 'State'),
  'disclosure.open.reply': say('答复', 'Reply'),
  'disclosure.open.no_reply': say('还没有答复。', 'No reply yet.'),
  'disclosure.open.received_on': say('收到日期', 'Received on'),
  'disclosure.open.problem': say('没有办成', 'It did not work'),
  'disclosure.open.foot': say(
    '管理台账，不替代法定会计账簿和国库支付凭证 · 非涉密系统，严禁处理、存储、传输国家秘密和工作秘密',
    'A management ledger: no statutory account book, no receipt of the treasury · Not for state or work secrets',
  ),
} satisfies Words;

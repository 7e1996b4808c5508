/** Words of the codes of disclosure. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const codeWords = {
  'disclosure.kind.project': say('项目', 'Project'),
  'disclosure.kind.notice': say('公示', 'Notice'),
  'disclosure.kind.document': say('资金分配', 'Allocation'),
  'disclosure.kind.plan': say('资金使用方案', 'Use plan'),
  'disclosure.kind.use_of_money': say('资金使用情况', 'Use of money'),
  'disclosure.channel.government_site': say('政府网站', 'Government site'),
  'disclosure.channel.village_board': say('村务公开栏', 'Village board'),
  'disclosure.channel.wechat_account': say('政务微信公众号', 'WeChat account'),
  'disclosure.channel.own_pages': say('本系统公开页', 'Own public pages'),
  'disclosure.state.made': say('已生成，未公开', 'Made, not published'),
  'disclosure.state.published': say('公开中', 'Published'),
  'disclosure.state.coming': say('待公开', 'To come'),
  'disclosure.state.standing': say('公开中', 'Published'),
  'disclosure.state.due_own': say('到期待撤，公开页已不显示', 'Due to take down, shown no more'),
  'disclosure.state.due': say('到期待撤', 'Due to take down'),
  'disclosure.state.taken_down': say('已撤下', 'Taken down'),
  'disclosure.complaint_state.received': say('已收到', 'Received'),
  'disclosure.complaint_state.in_hand': say('办理中', 'In hand'),
  'disclosure.complaint_state.finished': say('已办结', 'Finished'),
  'disclosure.complaint.contact': say('联系方式', 'How to reach who sent it'),
} satisfies Words;

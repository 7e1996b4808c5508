// Words of what every page shares.
import type { Words } from '../../kit/words.ts';

export const words = {
  'platform.web.name': { zh: '驻镇通', en: 'Zhuzhen' },
  'platform.web.tagline': {
    zh: '驻镇帮镇扶村管理台账',
    en: 'The working ledger of the stationed-in-town programme',
  },
  'platform.web.skip': { zh: '跳到正文', en: 'Skip to content' },
  'platform.web.subjects': { zh: '业务', en: 'Subjects' },
  'platform.web.menu': { zh: '菜单', en: 'Menu' },
  'platform.web.language': { zh: 'English', en: '中文' },
  'platform.web.account': { zh: '账户', en: 'Account' },
  'platform.web.sign_out': { zh: '退出登录', en: 'Sign out' },
  'platform.web.scope': { zh: '数据权限', en: 'Scope' },
  'platform.web.demo': { zh: '演示数据', en: 'Demonstration data' },
  'platform.web.demo.note': {
    zh: '镇村为真实区划，人员、单位、资金和事件均为虚构',
    en: 'Towns and villages are real; people, organisations, money and events are made up',
  },
  'platform.web.footer': {
    zh: '管理台账，不替代法定会计账簿和国库支付凭证 · 非涉密系统，严禁处理、存储、传输国家秘密和工作秘密',
    en: 'A management ledger; it does not replace statutory accounts or treasury vouchers. Not a classified system: state and work secrets must not be processed, stored or sent here',
  },
  'platform.web.upload_note_scans': {
    zh: '非涉密系统，严禁上传涉密文件。扫描件不会自动识别密级标志，上传前请自己看清。',
    en: 'Not a classified system: classified papers must not be uploaded. Scans are not searched for marks of secrecy; look before you upload.',
  },
  'platform.web.upload_note_workbook': {
    zh: '非涉密系统，严禁上传涉密文件。读取第一张表时查密级标志，查到即拒收并删除原表；其他工作表和读不了的表不查，上传前请自己看清。',
    en: 'Not a classified system: never upload a classified file. The first sheet is searched for marks of secrecy when it is read; with one the workbook is refused and deleted. Other sheets, and what cannot be read, are not searched; look before you upload.',
  },
  'platform.web.upload_note': {
    zh: '非涉密系统，严禁上传涉密文件；带密级标志的文件不收、不存。',
    en: 'Not a classified system: never upload a classified file. Files with a mark of secrecy are refused and not kept.',
  },
  'platform.web.footer.short': {
    zh: '管理台账，不替代法定会计账簿和国库支付凭证',
    en: 'A management ledger, not statutory accounts or treasury vouchers',
  },

  'platform.web.place': { zh: '地区', en: 'Place' },
  'platform.web.period': { zh: '时段', en: 'Period' },
  'platform.web.period.between': { zh: '{from} 至 {to}', en: '{from} to {to}' },
  'platform.web.period.this_year': { zh: '今年以来', en: 'Year to date' },
  'platform.web.period.year_of': { zh: '{year}年以来', en: '{year} to date' },
  'platform.web.period.one_year': { zh: '近一年', en: 'One year' },
  'platform.web.period.month': { zh: '当月', en: 'Month to date' },
  'platform.web.period.since': { zh: '{year}年以来', en: 'Since {year}' },
  'platform.web.period.single_month': { zh: '单月', en: 'One month' },
  'platform.web.period.choose_month': { zh: '选月份', en: 'Choose a month' },
  'platform.web.period.custom': { zh: '自定', en: 'Own dates' },
  'platform.web.period.from': { zh: '起', en: 'From' },
  'platform.web.period.to': { zh: '止', en: 'To' },
  'platform.web.period.use': { zh: '按此时段查看', en: 'Show this period' },
  'platform.web.period.as_of_help': {
    zh: '存量（人数、队数）看这一天，时段也到这一天为止。',
    en: 'Stocks such as people and teams are read on this day, and periods end on it.',
  },
  'platform.web.as_of': { zh: '数据截止日', en: 'As of' },
  'platform.web.date.form': {
    zh: '年-月-日，例如 2022-07-28',
    en: 'Year-month-day, for example 2022-07-28',
  },

  'platform.web.filter.all': { zh: '全部', en: 'All' },
  'platform.web.none_found': { zh: '没有找到', en: 'Nothing found' },
  'platform.web.replace': { zh: '更换', en: 'Replace' },
  'platform.web.replace_this': { zh: '更换{name}', en: 'Replace {name}' },

  'platform.web.loading': { zh: '正在读取', en: 'Loading' },
  'platform.web.retry': { zh: '再试一次', en: 'Try again' },
  'platform.web.refused': { zh: '这里看不了', en: 'Not open to you' },
  'platform.web.refused.why': {
    zh: '你的岗位没有看这一页的权限。',
    en: 'Your role may not see this page.',
  },
  'platform.web.refused.todo': {
    zh: '请有此权限的同事查看，或向管理员申请。',
    en: 'Ask a colleague who may see it, or your administrator.',
  },
  'platform.web.absent': { zh: '没有找到', en: 'Not found' },
  'platform.web.absent.place': { zh: '没有这个地方的数据', en: 'No data for this place' },
  'platform.web.absent.go_home': { zh: '看{name}', en: 'Go to {name}' },
  'platform.web.no_page': { zh: '没有这个页面', en: 'There is no such page' },
  'platform.web.no_page.why': { zh: '这个地址下没有页面。', en: 'No page lives at this address.' },
  'platform.web.no_page.todo': {
    zh: '核对地址，或从左侧菜单进入。',
    en: 'Check the address, or start from the subjects on the left.',
  },
  'platform.web.failed': { zh: '没有读到', en: 'This could not be read' },
  'platform.web.broken': { zh: '这一页没能显示', en: 'This page could not be shown' },
  'platform.web.broken.todo': {
    zh: '数据没有变动。刷新页面再试，还不行就把这一页的地址告诉管理员。',
    en: 'No data were changed. Reload the page; if that does not help, send its address to your administrator.',
  },
  'platform.web.unreachable': {
    zh: '连不上服务器，已填内容还在。',
    en: 'The server cannot be reached; what you typed is kept.',
  },
  'platform.web.unreachable.todo': {
    zh: '检查网络后再试。',
    en: 'Check the network and try again.',
  },
  'platform.web.request': { zh: '请求号 {id}', en: 'Request {id}' },
  'platform.web.empty': { zh: '这里还没有记录', en: 'Nothing here yet' },
  'platform.web.home': { zh: '回到首页', en: 'Back to the first page' },

  'platform.web.rows': { zh: '{count} 条', en: '{count} {count|row|rows}' },
  'platform.web.rows.more': {
    zh: '已列 {count} 条，还有',
    en: '{count} {count|row|rows} listed, more follow',
  },
  'platform.web.more': { zh: '再看一页', en: 'Load more' },
  'platform.web.total': { zh: '合计', en: 'Total' },
  'platform.web.sort': { zh: '按此列排序', en: 'Sort by this column' },
  'platform.web.close': { zh: '关闭', en: 'Close' },
  'platform.web.as_table': { zh: '看表', en: 'Table' },
  'platform.web.as_chart': { zh: '看图', en: 'Chart' },
  'platform.web.no_value': { zh: '无数据', en: 'No data' },
  'platform.web.trend': { zh: '{name}：{from} 到 {to}', en: '{name}: {from} to {to}' },

  'platform.web.change.up': { zh: '比上期 +{by}', en: '+{by} on the period before' },
  'platform.web.change.down': { zh: '比上期 −{by}', en: '−{by} on the period before' },
  'platform.web.change.same': { zh: '与上期持平', en: 'Same as the period before' },
  'platform.web.change.share': { zh: '{amount}（{share}）', en: '{amount} ({share})' },
  'platform.web.change.none': { zh: '上期无数据', en: 'No earlier period' },
  'platform.web.change.up.as_of': { zh: '比期初 +{by}', en: '+{by} since the start' },
  'platform.web.change.down.as_of': { zh: '比期初 −{by}', en: '−{by} since the start' },
  'platform.web.change.same.as_of': { zh: '与期初持平', en: 'Same as at the start' },

  'platform.web.unit.yuan': { zh: '元', en: 'yuan' },
  'platform.web.unit.wan': { zh: '万元', en: 'million yuan' },
  'platform.web.unit.yi': { zh: '亿元', en: 'million yuan' },

  'platform.web.form.required': { zh: '要填', en: 'Needed' },
  'platform.web.form.draft': {
    zh: '上次没提交的内容已还原',
    en: 'What you typed last time is back',
  },
  'platform.web.form.discard': { zh: '清空重填', en: 'Start over' },
  'platform.web.form.cancel': { zh: '取消', en: 'Cancel' },
  'platform.web.form.check': {
    zh: '还有 {count} 项要改',
    en: '{count} {count|field|fields} {count|needs|need} a change',
  },
  'platform.web.form.sending': { zh: '正在提交', en: 'Sending' },
} satisfies Words;

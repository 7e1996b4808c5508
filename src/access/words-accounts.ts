/** Words of administering accounts: grants, permissions, columns of the spreadsheet, refusals. */
import type { Words } from '../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const words = {
  'access.grant_kind.new': say('新开账户', 'New account'),
  'access.grant_kind.change': say('调整权限', 'Change of rights'),
  'access.grant_kind.enable': say('恢复账户', 'Enabled again'),
  'access.grant_kind.factor': say('解除动态验证码', 'Lost second factor'),
  'access.grant_state.waiting': say('待授权', 'Waiting'),
  'access.grant_state.granted': say('已授权', 'Granted'),
  'access.grant_state.refused': say('已退回', 'Refused'),
  'access.grant_state.withdrawn': say('已撤回', 'Withdrawn'),

  'access.scope_from.home': say('归属地及以下', 'The home place and everything in it'),
  'access.scope_from.posting': say(
    '在任的派驻，任期一满就没有',
    'Open postings, as long as they last',
  ),
  'access.scope_from.home_and_pairings': say(
    '归属地及以下，加结对的地方',
    'The home place and everything in it, and paired places',
  ),
  'access.scope_from.pairing': say(
    '单位结对和派人的镇',
    'Towns the unit is paired with or sends people to',
  ),
  'access.scope_from.notice': say('通知书写明的地方和日期', 'Places and days a notice names'),

  'access.permission.regions.read': say('看区划', 'Read places'),
  'access.permission.regions.administer': say('维护区划', 'Maintain places'),
  'access.permission.indicators.read': say('看指标和驾驶舱', 'Read figures and the cockpit'),
  'access.permission.indicators.export': say('导出明细', 'Export rows'),
  'access.permission.teams.read': say('看帮扶队伍', 'Read teams'),
  'access.permission.teams.write': say('组队、派驻、结对', 'Form teams, post people, pair units'),
  'access.permission.teams.arrange': say(
    '定批次、编配要求和人数上下限',
    'Set batches, requirements and sizes',
  ),
  'access.permission.funds.read': say('看资金总账', 'Read the ledger of funds'),
  'access.permission.disclosure.read': say('看公开公示', 'See what is disclosed'),
  'access.permission.disclosure.write': say('公开、撤下', 'Publish and take down'),
  'access.permission.projects.read': say('查看项目', 'See projects'),
  'access.permission.projects.write': say(
    '登记项目、合同和支付申请',
    'Register projects, contracts and requests for payment',
  ),
  'access.permission.projects.decide': say(
    '审核项目、复核合同和支付申请',
    'Decide on projects, check contracts and requests for payment',
  ),
  'access.permission.supervision.read': say('看监督疑点', 'See findings of supervision'),
  'access.permission.supervision.answer': say(
    '答复疑点、报告整改',
    'Answer findings and report what was mended',
  ),
  'access.permission.supervision.decide': say(
    '交办、认定疑点和整改销号',
    'Assign, decide and close findings',
  ),
  'access.permission.supervision.try': say('试算监督规则', 'Try rules of supervision'),
  'access.permission.funds.register': say('登记资金单据', 'Register papers of funds'),
  'access.permission.imports.write': say('导入表格', 'Take in spreadsheets'),
  'access.permission.funds.check': say('复核资金单据', 'Check papers of funds'),
  'access.permission.figures.read': say('看访谈数字', 'Read the interview figures'),
  'access.permission.personal.reveal': say(
    '说明理由后看一项隐去的个人信息',
    'See one hidden personal detail for a reason',
  ),
  'access.permission.access.emergency': say('应急授权', 'Take a wider scope in an emergency'),
  'access.permission.access.read': say('看账户', 'Read accounts'),
  'access.permission.access.accounts': say(
    '开设、调整、停用账户',
    'Make, change and disable accounts',
  ),
  'access.permission.access.grant': say('授予权限', 'Grant rights'),
  'access.permission.access.settings': say('定安全策略', 'Set the security policy'),
  'access.permission.audit.read': say('查审计记录', 'Read the audit'),
  'access.permission.operations.read': say('看运行情况', 'See how the system runs'),

  'access.sheet.name': say('用户名', 'User name'),
  'access.sheet.displayName': say('姓名', 'Name'),
  'access.sheet.role': say('岗位', 'Role'),
  'access.sheet.place': say('归属地', 'Place'),
  'access.sheet.unit': say('单位', 'Unit'),

  'access.refusal.views_many': {
    zh: '一个页面最多存 {count} 个筛选。',
    en: 'At most {count} filters are kept of a page.',
  },
  'access.refusal.views_many.todo': { zh: '先删除不用的。', en: 'Forget some first.' },
  'access.refusal.name_taken': say('这个用户名已有人用。', 'Somebody has this user name.'),
  'access.refusal.name_taken.todo': say('换一个再交。', 'Choose another.'),
  'access.refusal.name_twice': say(
    '表里有两行是同一个用户名。',
    'Two rows have the same user name.',
  ),
  'access.refusal.name_twice.todo': say('改掉其中一行。', 'Change one of them.'),
  'access.refusal.names_alike': say(
    '三位管理员的用户名不能一样。',
    'The three administrators need three user names.',
  ),
  'access.refusal.names_alike.todo': say(
    '三个岗位由三个人担任，各取一个用户名。',
    'They are three people: give each a name.',
  ),
  'access.refusal.display_name': say(
    '姓名要填，最多 64 个字，不能有换行。',
    'A name is needed: 64 characters at most, on one line.',
  ),
  'access.refusal.display_name.todo': say('改好再交。', 'Correct it and send again.'),
  'access.refusal.role_unknown': say('没有这个岗位。', 'There is no such role.'),
  'access.refusal.role_unknown.todo': say(
    '照“岗位与权限”里的名称填。',
    'Write it as the page of roles does.',
  ),
  'access.refusal.place_missing': say('归属地没有填。', 'The place is missing.'),
  'access.refusal.place_missing.todo': say(
    '填地名或 12 位代码。',
    'Write its name or its 12 digits.',
  ),
  'access.refusal.place_code_broken': say(
    '归属地代码不是 12 位数字，多半被表格软件改成了科学计数。',
    'The code of the place is not 12 digits: the spreadsheet has probably turned it into a number.',
  ),
  'access.refusal.place_code_broken.todo': say(
    '改填地名，或把这一列设为文本后重填。',
    'Write the name instead, or make the column text and type it again.',
  ),
  'access.refusal.place_unknown': say(
    '在你管的范围里没有这个地方。',
    'There is no such place in your area.',
  ),
  'access.refusal.place_unknown.todo': say(
    '照区划里的全称填，例如：信宜市 大成镇。',
    'Write it as the registry does, the places above it first.',
  ),
  'access.refusal.place_ambiguous': say('有几个地方叫这个名字。', 'Several places have this name.'),
  'access.refusal.place_ambiguous.todo': say(
    '前面写上上级，例如：信宜市 大成镇。',
    'Write the places above it first.',
  ),
  'access.refusal.place_level': say(
    '这个岗位不能放在这一级地方。',
    'This role does not belong at a place of this level.',
  ),
  'access.refusal.place_level.todo': say(
    '换一个地方，或换一个岗位；对应关系见“岗位与权限”。',
    'Choose another place or another role; the page of roles says which fit.',
  ),
  'access.refusal.person_needed': say(
    '这个岗位跟着派驻走，要说明是队伍里的谁。',
    'This role follows postings: say who of the teams it is.',
  ),
  'access.refusal.person_needed.todo': say(
    '填姓名和所在单位，从名册里选。',
    'Give name and unit, and choose from the roster.',
  ),
  'access.refusal.person_unknown': say(
    '名册里没有这个单位的这个人。',
    'The roster has nobody of this name and unit.',
  ),
  'access.refusal.person_unknown.todo': say(
    '核对姓名和单位全称；还没派驻到本辖区的，先登记派驻任职。',
    'Check name and full name of the unit; whoever is not posted in your area yet is posted first.',
  ),
  'access.refusal.person_ambiguous': say(
    '这个单位有几个人同名。',
    'Several people of the unit have this name.',
  ),
  'access.refusal.person_ambiguous.todo': say(
    '这一位请单独开户，在页面上选人。',
    'Make this account by itself and choose the person on the page.',
  ),
  'access.refusal.person_has_account': say(
    '这个人已有账户。',
    'This person has an account already.',
  ),
  'access.refusal.person_has_account.todo': say(
    '调整原来的账户，或先把它停用。',
    'Change that account, or disable it first.',
  ),
  'access.refusal.person_twice': say('表里有两行是同一个人。', 'Two rows are the same person.'),
  'access.refusal.person_twice.todo': say('去掉其中一行。', 'Remove one of them.'),
  'access.refusal.person_superfluous': say(
    '这个岗位不跟派驻走，不用选人。',
    'This role does not follow postings.',
  ),
  'access.refusal.person_superfluous.todo': say('去掉选的人再交。', 'Leave the person out.'),
  'access.refusal.organisation_needed': say(
    '选派单位的账户要说明是哪个单位。',
    'An account of a sending unit needs its unit.',
  ),
  'access.refusal.organisation_needed.todo': say(
    '按名称查到单位后选上。',
    'Find the unit by its name and choose it.',
  ),
  'access.refusal.organisation_superfluous': say(
    '这个岗位不属于选派单位，不用选单位。',
    'This role belongs to no sending unit.',
  ),
  'access.refusal.organisation_superfluous.todo': say('去掉选的单位再交。', 'Leave the unit out.'),
  'access.refusal.unit_unknown': say('没有这个单位。', 'There is no such unit.'),
  'access.refusal.unit_unknown.todo': say(
    '填单位全称，更名的填新名；单位不属本辖区的，请它所在地或上级的系统管理员开户。',
    'Write its full name, the present one; for a unit seated elsewhere ask the system administrator there or above.',
  ),
  'access.refusal.unit_ambiguous': say('有几个单位叫这个名字。', 'Several units have this name.'),
  'access.refusal.unit_ambiguous.todo': say(
    '这一位请单独开户，在页面上选单位。',
    'Make this account by itself and choose the unit on the page.',
  ),

  'access.refusal.own_account': say(
    '自己的账户不能自己管。',
    'Nobody administers the own account.',
  ),
  'access.refusal.own_account.todo': say(
    '请另一位系统管理员办。',
    'Ask another system administrator.',
  ),
  'access.refusal.last_administrator': say(
    '这是这里最后一位同岗位的管理员，动了就没人办这项事。',
    'This is the last administrator of its kind here; nobody could do the work.',
  ),
  'access.refusal.last_administrator.todo': say(
    '先开设一位同岗位的管理员并授权，再办这一位。',
    'Make and grant another of the same kind first.',
  ),
  'access.refusal.administrator_role': say(
    '管理员的岗位不能改，别的岗位也不能改成管理员。',
    'An administrator keeps the role, and nobody else becomes one.',
  ),
  'access.refusal.administrator_role.todo': say(
    '停用这个账户，另开一个。',
    'Disable this account and make another.',
  ),
  'access.refusal.account_disabled': say('这个账户已停用。', 'The account is disabled.'),
  'access.refusal.account_disabled.todo': say('要用先恢复。', 'Enable it first.'),
  'access.refusal.account_enabled': say('这个账户没有停用。', 'The account is not disabled.'),
  'access.refusal.account_enabled.todo': say('刷新页面看现在的状态。', 'Reload to see its state.'),
  'access.refusal.nothing_changes': say('和现在的一样，没有要改的。', 'This is how it is already.'),
  'access.refusal.nothing_changes.todo': say('改了再交。', 'Change something and send again.'),
  'access.refusal.not_yours_to_grant': say(
    '这一项不能由你授权：是你自己的账户，或是你开设、申请的。',
    'Not yours to decide: it is your own account, or you made it or asked for it.',
  ),
  'access.refusal.not_yours_to_grant.todo': say(
    '请另一位安全管理员办。',
    'Ask another security administrator.',
  ),
  'access.refusal.decided_already': say(
    '这一项已经办过或撤回了。',
    'This was decided or withdrawn already.',
  ),
  'access.refusal.decided_already.todo': say(
    '刷新页面看结果。',
    'Reload to see what became of it.',
  ),
  'access.refusal.reason_short': say('退回要写明原因。', 'Say why you refuse.'),
  'access.refusal.reason_short.todo': say(
    '写 2 到 200 个字，系统管理员照着改。',
    'Two to 200 characters the system administrator can act on.',
  ),
  'access.refusal.account_without_factor': say(
    '这个账户没有绑定动态验证码。',
    'The account has no second factor.',
  ),
  'access.refusal.account_without_factor.todo': say(
    '刷新页面看现在的状态；岗位要求的，本人下次登录时绑定。',
    'Reload to see how things stand. Where the role must have one, its holder sets it up at the next sign-in.',
  ),
  'access.refusal.request_waiting': say(
    '这个账户已有一项申请等着安全管理员办。',
    'Something asked for this account waits for a security administrator already.',
  ),
  'access.refusal.request_waiting.todo': say(
    '先请安全管理员办完那一项。',
    'Have that decided first.',
  ),
  'access.refusal.why_short': say('要写明为什么解除。', 'Say why it is to be taken away.'),
  'access.refusal.why_short.todo': say(
    '写 2 到 200 个字，例如：手机丢失，恢复码也找不到，已当面核对身份证。',
    'Two to 200 characters, such as: phone and recovery codes are lost, identity checked in person.',
  ),
  'access.refusal.factor_by_itself': say(
    '选中的有解除动态验证码，不能和授权一起办。',
    'Taking away a second factor is not confirmed together with grants.',
  ),
  'access.refusal.factor_by_itself.todo': say(
    '打开那一项单独确认。',
    'Open it and confirm it by itself.',
  ),
  'access.refusal.not_about_factor': say(
    '这一项是授权，不是解除动态验证码。',
    'This asks for a grant, not for a second factor to be taken away.',
  ),
  'access.refusal.not_about_factor.todo': say(
    '刷新页面，按授权办。',
    'Reload and decide it as a grant.',
  ),
  'access.refusal.has_password': say(
    '已经设过密码，不能再发邀请。',
    'There is a password already.',
  ),
  'access.refusal.has_password.todo': say(
    '忘记密码的，用“重设密码”。',
    'If it is lost, reset the password.',
  ),
  'access.refusal.invitation_gone': say(
    '这个链接用过了、过期了，或已作废。',
    'This link was used, is too old, or was taken back.',
  ),
  'access.refusal.invitation_gone.todo': say(
    '请给你开户的系统管理员重发一个。',
    'Ask the system administrator who made your account for a new one.',
  ),
  'access.refusal.invitation_void': say(
    '这个链接已经用过或作废了。',
    'This link was used or taken back already.',
  ),
  'access.refusal.invitation_void.todo': say(
    '刷新页面看现在的状态。',
    'Reload to see how things stand.',
  ),

  'access.refusal.sheet_empty': say('表里没有账户。', 'The spreadsheet has no accounts.'),
  'access.refusal.sheet_empty.todo': say(
    '照模板从第二行起填。',
    'Fill in the template from its second line.',
  ),
  'access.refusal.sheet_heading': say(
    '第一行不是模板的表头。',
    'The first line is not the heading of the template.',
  ),
  'access.refusal.sheet_heading.todo': say(
    '下载模板，把内容贴进去，表头不要改。',
    'Download the template, paste your rows, and leave its heading as it is.',
  ),
  'access.refusal.sheet_long': say(
    '一次最多 {most} 个账户。',
    'At most {most} accounts at a time.',
  ),
  'access.refusal.sheet_long.todo': say('分几个文件导入。', 'Split it into several files.'),
  'access.refusal.sheet_workbook': say(
    '这是 Excel 工作簿，不是 CSV。',
    'This is a workbook, not CSV.',
  ),
  'access.refusal.sheet_workbook.todo': say(
    '在表格软件里另存为 CSV 再传。',
    'Save it as CSV in your spreadsheet and send that.',
  ),
  'access.refusal.sheet_unreadable': say('文件读不出来。', 'The file cannot be read.'),
  'access.refusal.sheet_unreadable.todo': say(
    '另存为“CSV UTF-8”或普通 CSV 再传。',
    'Save it as CSV, best as CSV UTF-8, and send again.',
  ),
  'access.refusal.sheet_faulty': say(
    '有 {count} 行有问题，一个账户也没有开。',
    '{count} {count|row|rows} {count|is|are} wrong; no account was made.',
  ),
  'access.refusal.sheet_faulty.todo': say(
    '改好标出的行，重新预览。',
    'Correct the rows named and look at it again.',
  ),

  'access.refusal.policy_above': say(
    '安全策略管全部账户，只有最上一级的安全管理员能改。',
    'One policy holds for every account; only a security administrator of the whole sets it.',
  ),
  'access.refusal.policy_above.todo': say(
    '要改的，请省级安全管理员办。',
    'Ask the security administrator of the province.',
  ),
  'access.refusal.policy_changed': say(
    '策略刚被别人改过。',
    'Somebody else has changed the policy meanwhile.',
  ),
  'access.refusal.policy_changed.todo': say(
    '刷新页面，看新的再改。',
    'Reload, look at it, and change it again.',
  ),
  'access.refusal.policy_bounds': say('有的值超出范围。', 'A value is out of its bounds.'),
  'access.refusal.policy_bounds.todo': say(
    '改到标出的范围内。',
    'Keep it within the bounds shown.',
  ),
} satisfies Words;

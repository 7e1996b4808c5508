/** Words of the audit: kinds of rows, objects, fields, and what its files say. */
import type { Words } from '../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const words = {
  'access.audit_kind.deed': say('办理', 'Deed'),
  'access.audit_kind.sign_in': say('登录与本人账户', 'Sign-in and own account'),
  'access.audit_kind.rights': say('账户与授权', 'Accounts and rights'),
  'access.audit_kind.read': say('查阅', 'Reading'),
  'access.audit_kind.export': say('导出', 'Export'),
  'access.audit_kind.reveal': say('查看隐去内容', 'Revealing'),
  'access.audit_kind.print': say('打印', 'Printing'),
  'access.audit_kind.emergency': say('应急查阅', 'Emergency reading'),
  'access.audit_kind.retention': say('到期清理', 'Retention'),

  'access.audit.outcome.done': say('已办', 'Done'),
  'access.audit.outcome.refused': say('被拒', 'Refused'),
  'access.audit.outcome.replayed': say('重复提交', 'Sent again'),

  'access.audit_object.posting': say('派驻任职', 'Posting'),
  'access.audit_object.team': say('工作队', 'Team'),
  'access.audit_object.team_unit': say('组团单位', 'Unit behind a team'),
  'access.audit_object.pairing': say('结对关系', 'Pairing'),
  'access.audit_object.paper': say('资金单据', 'Paper of money'),
  'access.audit_object.plan': say('资金使用方案', 'Use plan'),
  'access.audit_object.allocation': say('应配规则', 'Rule of who owes what'),
  'access.audit_object.factor_values': say('分配因素', 'Factor values'),
  'access.audit_object.raising_plan': say('筹措安排方案', 'Plan of raising'),
  'access.audit_object.finding': say('监督疑点', 'Finding'),
  'access.audit_object.supervision_rule': say('监督规则', 'Rule of supervision'),
  'access.audit_object.closing': say('月度结账', 'Closed month'),
  'access.audit_object.funds.quotas': say('指标台账', 'Quota book'),
  'access.audit_object.funds.standing': say('应配与到位', 'Who owes what'),
  'access.audit_object.project': say('项目', 'Project'),
  'access.audit_object.project_notice': say('项目公示', 'Notice of a project'),
  'access.audit_object.objection': say('公示异议', 'Objection to a notice'),
  'access.audit_object.contract': say('合同', 'Contract'),
  'access.audit_object.payment_request': say('支付申请', 'Request for payment'),
  'access.audit_object.shortfall': say('短板', 'Shortfall'),
  'access.audit_object.asset': say('项目资产', 'Asset of a project'),
  'access.audit_object.reconciliation_source': say('对账来源', 'Source of exports'),
  'access.audit_object.reconciliation_import': say('对账导入', 'Export taken in'),
  'access.audit_object.reconciliation_run': say('对账', 'Reconciliation'),
  'access.audit_object.scan': say('扫描件', 'Scan'),
  'access.audit_object.dossier': say('送审资料', 'Dossier'),
  'access.audit_object.copy': say('公开件', 'Public copy'),
  'access.audit_object.publication': say('公开记录', 'Publication'),
  'access.audit_object.complaint': say('群众反映', 'Complaint'),
  'access.audit_object.hidden': say('隐藏信息', 'Hidden value'),
  'access.audit_object.checklist': say('送审资料清单', 'Checklist of dossiers'),
  'access.audit_object.duty': say('任务分工', 'Duty'),
  'access.audit_object.organisation': say('选派单位', 'Sending unit'),
  'access.audit_object.person': say('人员', 'Person'),
  'access.audit_object.people': say('人员查找', 'Search for people'),
  'access.audit_object.figure': say('指标', 'Figure'),
  'access.audit_object.account': say('账户', 'Account'),
  'access.audit_object.accounts': say('一批账户', 'Accounts'),
  'access.audit_object.emergency': say('应急授权', 'Emergency'),
  'access.audit_object.invitation': say('邀请链接', 'Invitation'),
  'access.audit_object.notice': say('通知书', 'Notice'),
  'access.audit_object.policy': say('安全策略', 'Security policy'),
  'access.audit_object.provider': say('统一认证平台', 'Sign-on provider'),
  'access.audit_object.batch': say('批次', 'Batch'),
  'access.audit_object.requirement': say('编配要求', 'Requirement'),
  'access.audit_object.limit': say('人数上下限', 'Size'),
  'access.audit_object.session': say('登录会话', 'Session'),
  'access.audit_object.page': say('页面', 'Page'),
  'access.audit_object.audit': say('审计记录', 'Audit'),
  'access.audit_object.audit_day': say('一天的审计记录', 'A day of the audit'),
  'access.audit.other_object': say('其他', 'Other'),
  'access.audit.other_action': say('其他操作', 'Another deed'),
  'access.audit.by_job': say('按保存期限清理审计记录', 'Remove audit rows whose time is up'),
  'access.audit.job': say('系统', 'System'),
  'access.audit.refused': say('被拒', 'Refused'),
  'access.audit.strangers': say('未登录者', 'Nobody signed in'),
  'access.audit.unknown_person': say('不在你的数据权限内', 'Outside your scope'),

  'access.audit.column.at': say('时间', 'Time'),
  'access.audit.column.number': say('编号', 'Number'),
  'access.audit.column.kind': say('类别', 'Kind'),
  'access.audit.column.actor': say('经办人', 'By'),
  'access.audit.column.login': say('用户名', 'User name'),
  'access.audit.column.role': say('岗位', 'Role'),
  'access.audit.column.did': say('做了什么', 'What was done'),
  'access.audit.column.object': say('对象', 'Object'),
  'access.audit.column.place': say('地方', 'Place'),
  'access.audit.column.person': say('涉及的人', 'About'),
  'access.audit.column.outcome': say('结果', 'Outcome'),
  'access.audit.column.before': say('办理前', 'Before'),
  'access.audit.column.after': say('办理后', 'After'),
  'access.audit.column.address': say('来源地址', 'Address'),
  'access.audit.column.request': say('请求编号', 'Request'),
  'access.audit.csv_title': say(
    '审计记录：{place}，{since} 至 {until}，导出于 {at}',
    'Audit: {place}, {since} to {until}, exported at {at}',
  ),

  'access.audit.found.missing': say('缺失', 'is missing'),
  'access.audit.found.cut': say('缺失，其后被截断', 'is missing, and all after it'),
  'access.audit.found.changed': say('被改动', 'was changed'),
  'access.audit.found.inserted': say('是插入的', 'was inserted'),
  'access.audit.found.out_of_order': say('次序被调换', 'is out of order'),
  'access.audit.found.rewritten': say('被改动，链被重写', 'was changed and the chain rewritten'),
  'access.audit.found.counter_back': say('超出计数器', 'is beyond the counter'),
  'access.audit.found.removed_early': say('未到期限被清理', 'was removed before its time'),
  'access.audit.found.seal_changed': say('封存值被改动', 'has a changed seal'),
  'access.audit.found.seal_missing': say('封存值缺失', 'has no seal'),
  'access.audit.found.anchor_changed': say('被改动', 'was changed'),
  'access.audit.found.anchor_missing': say('缺失', 'is missing'),
  'access.audit.found.anchor_elsewhere': say(
    '锚点目录是另一个数据库的，无法据以核验',
    'the anchor directory belongs to another database and proves nothing',
  ),
  'access.audit.bad_row': say(
    '{county} {day} 第 {n} 条{wrong}',
    'Row {n} of {county} on {day} {wrong}',
  ),
  'access.audit.bad_anchor': say('第 {sequence} 个锚点{wrong}', 'Anchor {sequence} {wrong}'),

  // What a policy is made of, named on its page and in the audit.
  'access.policy.preset.level3': say('等保三级', 'Level 3 (GB/T 22239)'),
  'access.policy.preset.nist': say('NIST 指南', 'NIST'),
  'access.policy_item.minLength': say('密码最短', 'Shortest password'),
  'access.policy_item.classes': say('密码字符种类', 'Kinds of characters'),
  'access.policy_item.history': say('不得重复用', 'Earlier passwords refused'),
  'access.policy_item.rotateDays': say('密码更换', 'Password changed after'),
  'access.policy_item.lockAfter': say('输错锁定', 'Locked after'),
  'access.policy_item.lockMinutes': say('锁定时间', 'Locked for'),
  'access.policy_item.lockAccountAfter': say('账户总锁定', 'Account locked after'),
  'access.policy_item.lockAddressAfter': say('地址锁定', 'Address locked after'),
  'access.policy_item.idleMinutes': say('不操作退出', 'Signed out after'),
  'access.policy_item.sessionHours': say('登录最长', 'Session at most'),
  'access.policy_item.unusedDays': say('长期未用停用', 'Disabled when unused'),
  'access.policy_item.stepUpMinutes': say('再确认的时效', 'A renewed proof holds'),
  'access.policy_item.invitationHours': say('邀请链接有效', 'A link is open for'),

  // Fields of this room's own deeds; those of all rooms follow.
  'access.audit_field.of_access.role': say('岗位', 'Role'),
  'access.audit_field.of_access.account': say('账户', 'Account'),
  'access.audit_field.of_access.accounts': say('账户', 'Accounts'),
  'access.audit_field.of_access.acr': say('认证级别（acr）', 'Class of sign-on (acr)'),
  'access.audit_field.of_access.amr': say('认证方式（amr）', 'Ways of sign-on (amr)'),
  'access.audit_field.of_access.by': say('凭什么', 'By what'),
  'access.audit_field.of_access.clientId': say('客户端编号', 'Client id'),
  'access.audit_field.of_access.disabledWhy': say('停用原因', 'Why disabled'),
  'access.audit_field.of_access.displayName': say('姓名', 'Name of the holder'),
  'access.audit_field.of_access.enabled': say('启用', 'Switched on'),
  'access.audit_field.of_access.endedOn': say('提前结束日期', 'Ended early on'),
  'access.audit_field.of_access.endsOn': say('最后一天', 'Last day'),
  'access.audit_field.of_access.faulty': say('有错的行', 'Rows with faults'),
  'access.audit_field.of_access.granted': say('已授权', 'Granted'),
  'access.audit_field.of_access.hasPassword': say('设有密码', 'Has a password'),
  'access.audit_field.of_access.hasSecret': say('有客户端密钥', 'Has a client secret'),
  'access.audit_field.of_access.home': say('归属地', 'Home place'),
  'access.audit_field.of_access.hours': say('几小时内有效', 'Valid for hours'),
  'access.audit_field.of_access.invited': say('发了链接的账户', 'Accounts that got a link'),
  'access.audit_field.of_access.issuer': say('发行者地址', 'Issuer'),
  'access.audit_field.of_access.linked': say('已关联账户', 'Accounts linked'),
  'access.audit_field.of_access.newSecret': say('换了客户端密钥', 'New client secret'),
  'access.audit_field.of_access.number': say('文号', 'Number'),
  'access.audit_field.of_access.organ': say('出具机关', 'Organ'),
  'access.audit_field.of_access.organisation': say('单位', 'Unit'),
  'access.audit_field.of_access.passwordSet': say('设了密码', 'Password set'),
  'access.audit_field.of_access.preset': say('依据', 'Preset'),
  'access.audit_field.of_access.provider': say('统一认证平台', 'Provider of single sign-on'),
  'access.audit_field.of_access.refused': say('退回的申请', 'Request refused'),
  'access.audit_field.of_access.reset': say('重设密码', 'Password reset'),
  'access.audit_field.of_access.revoked': say('作废的链接', 'Link made void'),
  'access.audit_field.of_access.secondFactorRoles': say(
    '要用动态验证码的岗位',
    'Roles that need one-time codes',
  ),
  'access.audit_field.of_access.secret': say('有客户端密钥', 'Has a client secret'),
  'access.audit_field.of_access.startsOn': say('第一天', 'First day'),
  'access.audit_field.of_access.subject': say('事项', 'Subject'),
  'access.audit_field.of_access.twoFactors': say('平台已验两种凭据', 'Two proofs at the provider'),

  'access.audit_field.place': say('地方', 'Place'),
  'access.audit_field.places': say('地方', 'Places'),
  'access.audit_field.name': say('名称', 'Name'),
  'access.audit_field.person': say('人员', 'Person'),
  'access.audit_field.members': say('成员单位', 'Members'),
  'access.audit_field.main': say('主要任职', 'Main posting'),
  'access.audit_field.role': say('职务', 'Role'),
  'access.audit_field.kind': say('类型', 'Kind'),
  'access.audit_field.reason': say('原因', 'Reason'),
  'access.audit_field.note': say('说明', 'Note'),
  'access.audit_field.beside': say('一并结束的任职', 'Postings ended beside it'),
  'access.audit_field.helper': say('帮扶方', 'Helper'),
  'access.audit_field.duties': say('任务分工', 'Duties'),
  'access.audit_field.promise': say('约定', 'Promise'),
  'access.audit_field.fulfilled': say('落实情况', 'What was done'),
  'access.audit_field.fulfilledOn': say('落实日期', 'Done on'),
  'access.audit_field.pairing': say('结对关系', 'Pairing'),
  'access.audit_field.validFrom': say('有效起', 'Valid from'),
  'access.audit_field.successor': say('承接单位', 'Successor'),
  'access.audit_field.secondFactor': say('动态验证码', 'Second factor'),
  'access.audit_field.asked': say('申请', 'Asked for'),
  'access.audit_field.ended': say('结束的登录', 'Sessions ended'),
  'access.audit_field.on': say('日期', 'On'),
  'access.audit_field.id': say('编号', 'Id'),
  'access.audit_field.from': say('从', 'From'),
  'access.audit_field.to': say('到', 'To'),
  'access.audit_field.since': say('起', 'Since'),
  'access.audit_field.until': say('止', 'Until'),
  'access.audit_field.rows': say('行数', 'Rows'),
  'access.audit_field.seals': say('封存数', 'Seals'),
  'access.audit_field.anchorFiles': say('锚点文件数', 'Anchor files'),
  'access.audit_field.title': say('标题', 'Title'),
  'access.audit_field.code': say('代码', 'Code'),
  'access.audit_field.lang': say('语言', 'Language'),
  'access.audit_field.day': say('日期', 'Day'),
  'access.audit_field.county': say('县区', 'County'),
  'access.audit_field.hash': say('封存值', 'Hash'),
  'access.audit_field.algorithm': say('算法', 'Algorithm'),
  'access.audit_field.idNumber': say('身份证号', 'Identity number'),
  'access.audit_field.phone': say('手机号', 'Mobile number'),
  'access.audit_field.bornIn': say('出生年份', 'Born in'),
  'access.audit_field.field': say('哪一项', 'Field'),
  'access.audit_field.found': say('找到人数', 'People found'),
  'access.audit_field.people': say('找到的人', 'Who was found'),
  'access.audit_field.keepYears': say('保存年限', 'Years kept'),

  'access.refusal.evidence_place': say(
    '证据包按县及以上出具：镇村的记录与全县同链，缺一条就无法核验。',
    "Evidence is made for counties and above: rows of a town stand in its county's chain, which cannot be verified with rows left out.",
  ),
  'access.refusal.evidence_place.todo': say(
    '选所在的县（市、区）再导出。',
    'Choose the county the town belongs to.',
  ),
  'access.refusal.evidence_days': say('起止日期前后颠倒。', 'The last day is before the first.'),
  'access.refusal.evidence_days.todo': say('改好日期再导出。', 'Correct the days and try again.'),

  'access.audit.evidence_readme': say(
    `驻镇通审计证据包
地方 {place}，{since} 至 {until}，由 {name} 导出。

rows/日期/县区-序号.txt  逐条记录，字节与计算封存值时完全一致；字段为 名称 字节数:值
seals/日期.jsonl         封存值：第 upto 条之后的链值 hash，以及每条记录链值的前四个字节 marks
heads.jsonl              所选日期之前各县区的最后封存值
anchors/                 锚点文件：每行一次锚定，previous 为上一行的散列值
SHA256SUMS               各文件的 SHA-256

核验：python3 verify.py，或自行计算：
一天的起点 = H("zhuzhen-audit-day-1\\n县区\\n日期\\n上一日期\\n上一链值\\n")，没有上一日则写 -
第 n 条的链值 = H(上一链值的 32 个字节 + 该条记录的字节)，H 为 algorithm 所写的 sha256 或 sm3
到 upto 时应等于 hash，每条的前四个字节应等于 marks 里对应的 8 位。

能证明：锚定后的记录没有被改动、删除、插入、调换。不能证明：尚未锚定的记录，以及从一开始就没有写入的事。
锚点文件请与另一台机器上保存的副本比对。`,
    `Evidence package of Zhuzhen's audit
Place {place}, {since} to {until}, exported by {name}.

rows/DAY/COUNTY-NUMBER.txt  the rows, byte for byte as they were hashed; a field is name length:value
seals/DAY.jsonl             seals: the chain's hash after row upto, and in marks the first four bytes of each row's hash
heads.jsonl                 the last seal of each county before these days
anchors/                    anchor files: a line an anchor, previous is the hash of the line before
SHA256SUMS                  SHA-256 of each file

Verify with python3 verify.py, or by your own means:
a day begins with H("zhuzhen-audit-day-1\\nCOUNTY\\nDAY\\nDAY BEFORE\\nHASH BEFORE\\n"), - where there is none before
hash of row n = H(the 32 bytes of the hash before + the bytes of the row), H being sha256 or sm3 as algorithm says
at upto it equals hash; the first four bytes of each are its 8 digits in marks.

It proves that anchored rows were not changed, deleted, inserted or moved. It does not prove rows that are not anchored yet, nor what was never written.
Compare the anchor files with the copy kept on another machine.`,
  ),
} satisfies Words;

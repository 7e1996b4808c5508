/** Words of the platform's refusals. */
import type { Words } from '../kit/words.ts';

export const words = {
  'platform.flag.true': { zh: '是', en: 'yes' },
  'platform.flag.false': { zh: '否', en: 'no' },
  'platform.refusal.acts_elsewhere': {
    zh: '你现在代其他地方办事，不能以本单位名义办。',
    en: 'You act for other places just now and not for your own office.',
  },
  'platform.refusal.acts_elsewhere.todo': {
    zh: '在右上角账户菜单选回本单位再办。',
    en: 'Choose your own office in the account menu first.',
  },
  'platform.refusal.shape': {
    zh: '填写的内容有问题：{fields}。',
    en: 'Something in the request is not as it must be: {fields}.',
  },
  'platform.refusal.shape.todo': {
    zh: '改好标出的项再提交。',
    en: 'Correct the named fields and send again.',
  },
  'platform.refusal.absent': {
    zh: '没有找到，或者不在你的数据权限内。',
    en: 'Not found, or outside your scope.',
  },
  'platform.refusal.absent.todo': {
    zh: '核对地址，或换一个本辖区的地方。',
    en: 'Check the address, or choose a place of your own area.',
  },
  'platform.refusal.sign_in': {
    zh: '还没有登录，或登录已到期。',
    en: 'You are not signed in, or the session has ended.',
  },
  'platform.refusal.sign_in.todo': {
    zh: '重新登录后接着做，已填内容还在。',
    en: 'Sign in again; what you typed is kept.',
  },
  'platform.refusal.permission': { zh: '你的岗位没有这项权限。', en: 'Your role may not do this.' },
  'platform.refusal.permission.todo': {
    zh: '请有此权限的同事办理，或向管理员申请。',
    en: 'Ask a colleague who may, or your administrator.',
  },
  'platform.refusal.owes_password': {
    zh: '先修改密码，才能继续。',
    en: 'Change your password first.',
  },
  'platform.refusal.owes_password.todo': {
    zh: '到“我的账户”修改密码。',
    en: 'Change it under My account.',
  },
  'platform.refusal.owes_second_factor': {
    zh: '还差动态验证码。',
    en: 'The one-time code is still to be given.',
  },
  'platform.refusal.owes_second_factor.todo': {
    zh: '输入手机上的验证码后继续。',
    en: 'Enter the code of your phone to go on.',
  },
  'platform.refusal.owes_enrolment': {
    zh: '这个岗位要用动态验证码，你还没有绑定。',
    en: 'This role needs one-time codes and you have not set them up.',
  },
  'platform.refusal.owes_enrolment.todo': {
    zh: '先绑定手机验证器。',
    en: 'Set up an authenticator on your phone first.',
  },
  'platform.refusal.step_up': {
    zh: '这一步要再确认一次是你本人。',
    en: 'This step asks you to prove again that it is you.',
  },
  'platform.refusal.step_up.todo': {
    zh: '输入验证码或密码后再做。',
    en: 'Enter a code or your password, then go on.',
  },
  'platform.refusal.foreign_page': {
    zh: '这个请求不是从本系统页面发出的。',
    en: 'The request did not come from a page of this system.',
  },
  'platform.refusal.foreign_page.todo': {
    zh: '回到本系统页面再操作。',
    en: 'Go back to the system and do it there.',
  },
  'platform.refusal.no_id': {
    zh: '请求没有带编号，无法保证只办一次。',
    en: 'The request carries no id, so it cannot be done exactly once.',
  },
  'platform.refusal.no_id.todo': { zh: '刷新页面再提交。', en: 'Reload the page and send again.' },
  'platform.refusal.other_body': {
    zh: '同一编号已经办过，内容却不一样。',
    en: 'This id was already used with other content.',
  },
  'platform.refusal.other_body.todo': {
    zh: '刷新页面，看已办的结果，再新办一次。',
    en: 'Reload, look at what was done, then start anew.',
  },
  'platform.refusal.shown_once': {
    zh: '这一步已经办过，结果只显示一次。',
    en: 'This was done already, and its result is shown once only.',
  },
  'platform.refusal.shown_once.todo': {
    zh: '没有记下结果的，重新办一次。',
    en: 'If you have not noted the result, do it anew.',
  },
  'platform.refusal.too_large': { zh: '提交的内容太大。', en: 'The request is too large.' },
  'platform.refusal.too_large.todo': { zh: '分几次提交。', en: 'Send it in parts.' },
  'platform.refusal.too_many': {
    zh: '操作太频繁，{seconds} 秒后可以再试。',
    en: 'Too many requests; try again in {seconds} s.',
  },
  'platform.refusal.too_many.todo': {
    zh: '稍等再试，已填内容还在。用程序批量读取的，请放慢。',
    en: 'Wait a little; what you typed is kept. A program that reads much should read more slowly.',
  },
  'platform.refusal.busy': {
    zh: '同时办理的人太多，这次没有办理。',
    en: 'Too many are being served at once; nothing was changed.',
  },
  'platform.refusal.busy.todo': {
    zh: '过几秒再试，已填内容还在。',
    en: 'Try again in a few seconds; what you typed is kept.',
  },
  'platform.refusal.too_slow': {
    zh: '数据量太大或数据库正忙，没有在规定时间内算完，没有任何改动。',
    en: 'It could not be worked out in time; nothing was changed.',
  },
  'platform.refusal.too_slow.todo': {
    zh: '换小一点的地方或时段，或过一会儿再试。',
    en: 'Choose a smaller place or period, or try again later.',
  },
  'platform.refusal.held': {
    zh: '别人正在改同一项，这次没有办理。',
    en: 'Somebody else is changing the same thing; nothing was changed.',
  },
  'platform.refusal.held.todo': {
    zh: '过几秒再试，已填内容还在。',
    en: 'Try again in a few seconds; what you typed is kept.',
  },
  'platform.refusal.stopping': {
    zh: '系统正在重启，这次没有办理。',
    en: 'The system is restarting; nothing was changed.',
  },
  'platform.refusal.stopping.todo': {
    zh: '过几秒再试，已填内容还在。',
    en: 'Try again in a few seconds; what you typed is kept.',
  },
  'platform.refusal.unreadable': {
    zh: '请求的格式无法读取。',
    en: 'The request is not HTTP that can be read.',
  },
  'platform.refusal.unreadable.todo': {
    zh: '换用浏览器打开本系统，或检查发送请求的程序。',
    en: 'Use a browser, or check the program that sent it.',
  },
  'platform.refusal.not_received': {
    zh: '请求没有在规定时间内收全，没有办理。',
    en: 'The request did not arrive in time; nothing was changed.',
  },
  'platform.refusal.not_received.todo': {
    zh: '检查网络后再试。',
    en: 'Check the connection and try again.',
  },
  'platform.refusal.file_large': {
    zh: '文件太大，最多 {most} MB。',
    en: 'The file is too large; {most} MB at most.',
  },
  'platform.refusal.file_large.todo': {
    zh: '降低扫描分辨率（200 dpi 黑白即可），或拆成几份上传。',
    en: 'Scan with fewer dots (200 dpi black and white will do), or send it in parts.',
  },
  'platform.refusal.file_type': {
    zh: '只收 PDF、JPG 和 PNG 文件；这个文件的内容不是其中一种。',
    en: 'Only PDF, JPG and PNG files are taken; what this one holds is none of them.',
  },
  'platform.refusal.file_type.todo': {
    zh: '用扫描仪或手机存成 PDF 或 JPG，再上传。改扩展名没有用。',
    en: 'Save it as PDF or JPG with your scanner or phone. Changing its name does not help.',
  },
  'platform.refusal.workbook_type': {
    zh: '只收 xlsx 表格；这个文件的内容不是。',
    en: 'Only xlsx workbooks are taken; what this file holds is none.',
  },
  'platform.refusal.workbook_type.todo': {
    zh: '旧版 xls 或 CSV 请先另存为 xlsx；设了密码的请先去掉密码。',
    en: 'Save an old xls or a CSV file as xlsx first; take a password off.',
  },
  'platform.refusal.file_empty': { zh: '文件是空的。', en: 'The file is empty.' },
  'platform.refusal.file_empty.todo': {
    zh: '重新扫描或重新选择文件。',
    en: 'Scan it again or choose another file.',
  },
  'platform.refusal.file_gone': {
    zh: '登记还在，文件却不在服务器上。',
    en: 'The file is registered, but is not on the server.',
  },
  'platform.refusal.file_gone.todo': {
    zh: '请系统管理员从备份恢复，或撤下后重新上传。',
    en: 'Ask the system administrator to restore it from a backup, or withdraw it and upload it again.',
  },
  'platform.refusal.unavailable': {
    zh: '数据库暂时连不上，刚才的操作没有生效。',
    en: 'The database cannot be reached; nothing was changed.',
  },
  'platform.refusal.unavailable.todo': {
    zh: '过几秒再试，已填内容还在。',
    en: 'Try again in a few seconds; what you typed is kept.',
  },
  'platform.refusal.defect': {
    zh: '系统出错，已记下，刚才的操作没有生效。',
    en: 'Something broke and was recorded; nothing was changed.',
  },
  'platform.refusal.defect.todo': {
    zh: '把请求号告诉管理员。',
    en: 'Give the request number to your administrator.',
  },
  'platform.refusal.classified': {
    zh: '内容带有“{mark}”一类密级标志，本系统是非涉密系统，没有保存。',
    en: 'It carries a mark of secrecy ({mark}); this system is not for classified material, and nothing was kept.',
  },
  'platform.refusal.classified.todo': {
    zh: '涉密内容按保密规定在涉密系统办理。确属误判的，去掉标志字样再提交；已在本机留存涉密文件的，报单位保密部门处理。',
    en: 'Handle classified matters in a system made for them. If it is none, leave the mark out and send again; if a classified file lies on this computer, tell your office for secrecy.',
  },
  'platform.refusal.key_missing': {
    zh: '这里有加密的内容，服务器没有对应的密钥，打不开；没有任何改动。',
    en: 'Something here is sealed under a key the server does not have; nothing was changed.',
  },
  'platform.refusal.key_missing.todo': {
    zh: '请系统管理员放回原来的密钥后重启，再打开这一页。',
    en: 'Ask the system administrator to put the earlier key back and restart, then open the page again.',
  },
} satisfies Words;

/** Words of second factors, renewed proofs, single sign-on and the own account: what is refused. */
import type { Words } from '../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const words = {
  'access.refusal.wrong_code': say(
    '验证码不对，或者已经用过。',
    'The code is wrong, or was used already.',
  ),
  'access.refusal.wrong_code.todo': say(
    '等手机上换出新的验证码再填；连续错 {failures} 次，要等 {minutes} 分钟。',
    'Wait for the next code on your phone and enter it; after {failures} failures you wait {minutes} minutes.',
  ),
  'access.refusal.wrong_first_code': say(
    '验证码和刚才的密钥对不上。',
    'The code does not belong to the secret just shown.',
  ),
  'access.refusal.wrong_first_code.todo': say(
    '看看手机时间准不准，再填最新的 6 位验证码；还不行就重新扫码。',
    "Check that the phone's clock is right and enter the newest six digits; if that does not help, scan again.",
  ),
  'access.refusal.proof_locked': say(
    '连续输错，暂时不能再试。',
    'Trying is locked after repeated failures.',
  ),
  'access.refusal.proof_locked.todo': say(
    '{minutes} 分钟后再试。不是你本人在试的，请尽快改密码。',
    'Try again in {minutes} minutes. If it was not you, change your password soon.',
  ),
  'access.refusal.no_code_owed': say('现在不用出示验证码。', 'No code is asked for now.'),
  'access.refusal.no_code_owed.todo': say('刷新页面接着做。', 'Reload the page and go on.'),
  'access.refusal.code_wanted': say(
    '你绑定了手机验证器，这里要填验证码。',
    'You have an authenticator, so a code is asked for here.',
  ),
  'access.refusal.code_wanted.todo': say(
    '填手机上的验证码，或一个恢复码。',
    'Enter the code of your phone, or a recovery code.',
  ),
  'access.refusal.nothing_to_prove_with': say(
    '你的账户没有密码，也没有绑定手机验证器，无法确认是本人。',
    'The account has neither a password nor an authenticator, so nothing can prove it is you.',
  ),
  'access.refusal.nothing_to_prove_with.todo': say(
    '请本级系统管理员发一个设置密码的链接。',
    'Ask the system administrator of your level for a link that sets a password.',
  ),
  'access.refusal.nothing_pending': say(
    '密钥已过半小时，不能再用。',
    'The secret is older than half an hour and no longer good.',
  ),
  'access.refusal.nothing_pending.todo': say(
    '重新取一个密钥，再扫码。',
    'Get a new secret and scan again.',
  ),
  'access.refusal.no_factor': say('还没有绑定手机验证器。', 'No authenticator is set up.'),
  'access.refusal.no_factor.todo': say(
    '先在“我的账户”绑定。',
    'Set one up under My account first.',
  ),
  'access.refusal.factor_required': say(
    '你的岗位必须用手机验证器，不能解绑。',
    'Your role may not be without an authenticator.',
  ),
  'access.refusal.factor_required.todo': say(
    '换手机的话，用“更换验证器”。',
    'To change phones, replace the authenticator.',
  ),

  'access.refusal.sign_on_lapsed': say(
    '这次统一认证已失效：超过 10 分钟、用过一次，或换了浏览器。',
    'This sign-on is no longer good: it took over ten minutes, was used, or came back in another browser.',
  ),
  'access.refusal.sign_on_lapsed.todo': say('从头再来一次。', 'Begin again.'),
  'access.refusal.sign_on_refused': say(
    '统一认证平台没有认可这次登录。',
    'The provider did not confirm the sign-in.',
  ),
  'access.refusal.sign_on_refused.todo': say(
    '再试一次；还不行请安全管理员核对认证平台的设置。',
    "Try again; if it does not help, ask the security administrator to check the provider's settings.",
  ),
  'access.refusal.not_linked': say(
    '这个统一认证身份没有关联账户。',
    'This identity is not linked to an account.',
  ),
  'access.refusal.not_linked.todo': say(
    '有账户的，先用用户名和密码登录，再到“我的账户”关联；没有账户的，请本级系统管理员开设。',
    'If you have an account, sign in with name and password and link it under My account; otherwise ask the system administrator of your level for one.',
  ),
  'access.refusal.administrator_by_password': say(
    '管理员只能用密码加手机验证器登录，不能用统一认证。',
    'Administrators sign in with password and authenticator only, not by a provider.',
  ),
  'access.refusal.administrator_by_password.todo': say(
    '改用用户名和密码登录。',
    'Sign in with name and password.',
  ),
  'access.refusal.provider_off': say(
    '这个统一认证平台没有接入或已停用。',
    'This provider is unknown or switched off.',
  ),
  'access.refusal.provider_off.todo': say(
    '用用户名和密码登录，或请安全管理员启用。',
    'Sign in with name and password, or ask the security administrator to switch it on.',
  ),
  'access.refusal.provider_unreachable': say(
    '统一认证平台 5 秒内没有回应。',
    'The provider did not answer within five seconds.',
  ),
  'access.refusal.provider_unreachable.todo': say(
    '过一会儿再试，或用用户名和密码登录。',
    'Try again later, or sign in with name and password.',
  ),
  'access.refusal.provider_elsewhere': say(
    '统一认证平台要求访问发行者地址以外的主机，已拦下。',
    "The provider names hosts other than its issuer's; they are not asked.",
  ),
  'access.refusal.provider_elsewhere.todo': say(
    '核对发行者地址，或换一个端点都在同一主机的平台。',
    'Check the issuer, or use a provider whose endpoints are all on one host.',
  ),
  'access.refusal.provider_insecure': say(
    '统一认证平台的地址不是 https。',
    'The address of the provider is not https.',
  ),
  'access.refusal.provider_insecure.todo': say(
    '改用 https 地址；只有本机的平台可以用 http。',
    'Use an https address; http is for a provider on this machine only.',
  ),
  'access.refusal.provider_private': say(
    '统一认证平台在内网地址上，默认不访问。',
    'The provider lies in a private network, which is not asked unless allowed.',
  ),
  'access.refusal.provider_private.todo': say(
    '确实在内网的，请运维设 SIGN_ON_PRIVATE=yes 后重启。',
    'If that is right, have SIGN_ON_PRIVATE=yes set and the server restarted.',
  ),
  'access.refusal.provider_redirects': say(
    '统一认证平台把请求转到了别处，已停下。',
    'The provider redirected the request, which is not followed.',
  ),
  'access.refusal.provider_redirects.todo': say(
    '填平台的最终地址。',
    "Give the provider's final address.",
  ),
  'access.refusal.provider_above': say(
    '统一认证平台管全部账户，只有最上一级的安全管理员能改。',
    'Providers sign in accounts everywhere; only a security administrator of the whole sets them.',
  ),
  'access.refusal.provider_above.todo': say(
    '要改的，请省级安全管理员办。',
    'Ask the security administrator of the province.',
  ),
  'access.refusal.provider_known': say('这个代号已经用了。', 'This short name is taken.'),
  'access.refusal.provider_known.todo': say('换一个代号再交。', 'Choose another and send again.'),
  'access.refusal.subject_taken': say(
    '这个统一认证身份已经关联了一个账户。',
    'This identity is linked to an account already.',
  ),
  'access.refusal.subject_taken.todo': say(
    '关联的不是你的账户的，请联系系统管理员。',
    'If that account is not yours, ask the system administrator.',
  ),
  'access.refusal.already_linked': say(
    '你的账户已经关联了这个平台的另一个身份。',
    'Your account is linked to another identity of this provider.',
  ),
  'access.refusal.already_linked.todo': say(
    '先取消原来的关联，再关联新的。',
    'Undo that link first, then link anew.',
  ),
} satisfies Words;

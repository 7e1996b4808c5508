/** Words of the proof of the books, of the statement of accounts, and of factor values that wait for a second person. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const bookWords = {
  'funds.page.checks': say('平衡校验', 'Proof of the books'),
  'funds.page.checks.question': say(
    '账平不平，哪一笔不对',
    'Do the books balance, and which row does not',
  ),
  'funds.page.checks.note': say(
    '只读账户、分录、文件和单据，与记账程序无关；校验本人数据权限内的账。',
    'Reads accounts, entries, documents and papers alone and shares nothing with what posts; it proves the books within your own area.',
  ),
  'funds.check.run': say('立即校验', 'Prove now'),
  'funds.check.running': say('正在校验……', 'Proving ...'),
  'funds.check.never': say('这里还没有校验过。', 'The books were not proved here yet.'),
  'funds.check.never.todo': say('点“立即校验”。', 'Press “Prove now”.'),
  'funds.check.never.reader': say(
    '请县级及以上财政人员校验。',
    'Ask the finance office of the county or above.',
  ),
  'funds.check.sound': say(
    '账平：{count} 笔分录全部相符',
    'The books are sound: all {count} entries agree',
  ),
  'funds.check.broken': say(
    '{count} 项不符，见下表',
    '{count} {count|rule|rules} {count|does|do} not hold; see below',
  ),
  'funds.check.last': say('{place} · {at} · {by}', '{place} · {at} · {by}'),
  'funds.check.rule': say('校验内容', 'What must hold'),
  'funds.check.result': say('结果', 'Result'),
  'funds.check.holds': say('相符', 'Holds'),
  'funds.check.rows': say('{count} 行不符', '{count} {count|row|rows} {count|does|do} not'),
  'funds.check.first': say('第一处', 'First row'),
  'funds.check.is': say('账上是', 'It says'),
  'funds.check.should': say('应当是', 'It should say'),
  'funds.check_rule.two_sides': say(
    '每笔分录借贷两方账户与分录相符',
    'Both accounts of an entry agree with it',
  ),
  'funds.check_rule.balances': say('账户余额等于分录之和', 'A balance is the sum of its entries'),
  'funds.check_rule.nothing_overdrawn': say(
    '到位资金没有超支',
    'No money that was received is spent twice',
  ),
  'funds.check_rule.reversals': say(
    '冲红与原分录相反，只冲一次',
    'A reversal takes back exactly one entry, once',
  ),
  'funds.check_rule.closed_months': say(
    '已结账月份没有再入账',
    'Nothing was posted into a closed month',
  ),
  'funds.check_rule.documents': say(
    '文件金额等于分录之和',
    'A document’s amount is the sum of its entries',
  ),
  'funds.check_rule.papers': say(
    '已入账单据与分录逐行相符，登记与复核不是一人',
    'Posted papers agree with their entries and were checked by a second person',
  ),
  'funds.check_rule.no_entry_of_nowhere': say(
    '分录都来自已入账的单据',
    'Every entry came with a posted paper',
  ),
  'funds.page.balances': say('科目余额', 'Statement of accounts'),
  'funds.page.balances.question': say(
    '每类账户借了多少、贷了多少、还有多少',
    'Debit, credit and balance of the accounts',
  ),
  'funds.page.balances.note': say(
    '冲红以负数计入发生额；借方合计等于贷方合计。点一行看凭证。',
    'Reversals count as amounts below zero; both sides come out the same. A line opens its vouchers.',
  ),
  'funds.balance.holder': say('账户方', 'Holder'),
  'funds.balance.accounts': say('账户数', 'Accounts'),
  'funds.balance.debit': say('借方', 'Debit'),
  'funds.balance.credit': say('贷方', 'Credit'),
  'funds.balance.balance': say('余额', 'Balance'),
  'funds.balance.total': say('合计', 'Total'),
  'funds.balance.balanced': say('借贷平衡', 'Both sides balance'),
  'funds.balance.unbalanced': say('借贷不平', 'The sides do not balance'),
  'funds.balance.none': say('这里还没有记账。', 'Nothing is booked here yet.'),
  'funds.balance.none.todo': say('换一个地方或年度。', 'Choose another place or year.'),
  'funds.entry.account_received': say(
    '用款地到位账户的凭证：到位和支出',
    'Vouchers of the places’ accounts of what was received: received and spent',
  ),
  'funds.factor.waiting': say('待审批的分配因素', 'Factor values that wait'),
  'funds.factor.waiting.note': say(
    '一人录入、另一人批准后生效。',
    'What one person enters counts once another approves it.',
  ),
  'funds.standing.helps': say(
    '本市帮扶他市：这里是本市拨付的文件，点开看到哪些县镇。',
    'Your city helps others: these are the documents by which it remitted; each opens the counties and towns it went to.',
  ),
  'funds.standing.helped': say('受助地的应配和欠配：', 'What is due and owed there:'),
  'funds.standing.remittances': say('本市拨付', 'What your city remitted'),
  'funds.standing.remittances.none': say(
    '本市还没有拨付文件入账。',
    'No remittance of your city is booked yet.',
  ),
  'funds.standing.remittances.none.todo': say(
    '在“资金单据”登记拨付。',
    'Register one under Papers.',
  ),
  'funds.refusal.check_place': say(
    '平衡校验由县级及以上对本级的账做。',
    'Counties and offices above prove their own books.',
  ),
  'funds.refusal.check_place.todo': say('在页面顶部选本级。', 'Choose your own place above.'),
  'funds.refusal.balances_place': say(
    '出资方的账户在县一级，镇一级只有一方。',
    'The payers’ accounts stand with the county; a town has one side only.',
  ),
  'funds.refusal.balances_place.todo': say('选县级或以上。', 'Choose a county or above.'),
} satisfies Words;

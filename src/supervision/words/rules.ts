/** The rules in words: name, why it matters, what to do, what was found; their parameters and units. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });
type Both = [zh: string, en: string];

const rule = (code: string, name: Both, why: Both, act: Both, found: Both): Words => ({
  [`supervision.rule.${code}`]: say(...name),
  [`supervision.why.${code}`]: say(...why),
  [`supervision.do.${code}`]: say(...act),
  [`supervision.found.${code}`]: say(...found),
});

export const ruleWords: Words = {
  ...rule(
    'idle_money',
    ['资金闲置', 'Idle money'],
    [
      '到位的钱长期不用，可能被收回，也没有用在群众身上。',
      'Money that arrived and lies unused may be taken back and helps nobody.',
    ],
    [
      '说明用款安排，或调整到能实施的项目。',
      'Say when it will be used, or move it to a project that is ready.',
    ],
    [
      '{year} 年的指标到位已 {days} 天，还没用完。',
      'Quota of {year} arrived {days} {days|day|days} ago and is not used up.',
    ],
  ),
  ...rule(
    'rush_spending',
    ['年底突击花钱', 'Spending in a rush'],
    ['支出挤在年底，容易放松审核。', 'Spending crowded into the last days is checked less well.'],
    ['说明支出集中的原因，附进度依据。', 'Say why, with evidence of progress.'],
    [
      '{year} 年最后一段时间支出 {count} 笔，占全年 {percent}%。',
      '{count} {count|payment|payments} in the last days of {year}, {percent}% of the year.',
    ],
  ),
  ...rule(
    'over_budget',
    ['支付超预算', 'Paid above the budget'],
    ['付出去的不能超过项目预算。', "Payments must not exceed the project's budget."],
    ['先办预算调整，或减少支付。', 'Change the budget first, or pay less.'],
    [
      '申请和已付合计 {askedFen}，预算 {budgetFen}。',
      'Asked and paid {askedFen}, budget {budgetFen}.',
    ],
  ),
  ...rule(
    'contract_over_budget',
    ['合同超预算', 'Contract above the budget'],
    ['合同签得比预算多，后面没有钱付。', 'A contract above the budget cannot be paid.'],
    ['说明差额来源，或办变更。', 'Say where the difference comes from, or vary it.'],
    ['合同合计 {contractFen}，预算 {budgetFen}。', 'Contracts {contractFen}, budget {budgetFen}.'],
  ),
  ...rule(
    'off_purpose',
    ['用途疑似负面清单', 'Purpose on the negative list'],
    [
      '资金不得用于负面清单上的支出。',
      'The money must not be used for what is on the negative list.',
    ],
    [
      '说明实际内容；确属清单内的，调整项目。',
      'Say what it really is; if it is on the list, change the project.',
    ],
    ['项目名称或内容出现「{word}」。', 'Name or content says {word}.'],
  ),
  ...rule(
    'ahead_of_progress',
    ['支付超进度', 'Payment ahead of progress'],
    ['钱付在活前面，出了问题追不回来。', 'Money paid before the work is done is hard to get back.'],
    [
      '补进度依据，或等进度跟上再付。',
      'Give evidence of progress, or wait until it has caught up.',
    ],
    [
      '申请和已付占合同 {percent}%，进度 {progress}%。',
      'Asked and paid {percent}% of the contract, progress {progress}%.',
    ],
  ),
  ...rule(
    'slow_project',
    ['项目进度慢', 'Slow project'],
    ['到了计划的日子没开工或没完工。', 'Not begun or not finished by the planned day.'],
    ['说明原因，重排工期。', 'Say why and plan anew.'],
    [
      '比计划晚了 {days} 天，进度 {progress}%。',
      '{days} {days|day|days} late, progress {progress}%.',
    ],
  ),
  ...rule(
    'parked_money',
    ['以拨代支', 'Paid and parked'],
    ['钱付出去了，活一直没干。', 'Paid out while no work was done.'],
    [
      '说明钱在哪里，催开工或收回预付。',
      'Say where the money is; start the work or take the advance back.',
    ],
    [
      '首次付款已 {days} 天，进度仍为零。',
      'First paid {days} {days|day|days} ago, progress still nil.',
    ],
  ),
  ...rule(
    'disclosure_gap',
    ['该公示没公示', 'Notice missing'],
    [
      '项目走到这一步，前面的公示应当已经期满。',
      'At this step the notices before it should be over.',
    ],
    ['补公示并说明原因。', 'Post the notice and say why it was left out.'],
    [
      '缺 {count} 次期满的公示。',
      '{count} {count|notice|notices} {count|is|are} missing or not over.',
    ],
  ),
  ...rule(
    'asset_drift',
    ['验收后未移交', 'Accepted, not handed over'],
    ['建好的东西没人接，容易流失和闲置。', 'What nobody took over is lost or lies idle.'],
    ['尽快结算、移交，落实管护人。', 'Settle and hand over, and name who keeps it.'],
    ['验收后 {days} 天还没移交。', 'Accepted {days} {days|day|days} ago and not handed over.'],
  ),
  ...rule(
    'asset_value',
    ['资产账与审定价不符', 'Assets unlike what was settled'],
    [
      '资产原值应当等于审定的合同价；对不上，要么少登了资产，要么价格登错。',
      'Assets are worth what was settled for them; otherwise one is missing or a value is wrong.',
    ],
    [
      '核对资产清单和审定价，补登漏登的资产；有不形成资产的支出，说明金额。',
      'Compare the assets with what was settled and add what is missing; say what part left no asset.',
    ],
    [
      '资产原值合计 {valueFen}，审定合同价 {worthFen}。',
      'Assets of {valueFen}, contracts settled at {worthFen}.',
    ],
  ),
  ...rule(
    'asset_unkept',
    ['资产无人管护', 'Assets nobody keeps'],
    [
      '没有管护人，公益性资产没有管护安排，坏了没人修。',
      'Without a keeper, or a public asset without an upkeep arrangement, nobody mends what breaks.',
    ],
    [
      '在项目资产页登记管护人和管护安排。',
      'Enter keeper and upkeep arrangement on the page of assets.',
    ],
    [
      '{count} 项资产没有管护人或管护安排。',
      '{count} {count|asset|assets} without keeper or upkeep.',
    ],
  ),
  ...rule(
    'asset_idle',
    ['经营性资产闲置、低收益', 'Operating assets idle or of low yield'],
    [
      '经营性资产长期没有收益，或收益很低，群众得不到分红。',
      'An operating asset that earns nothing or little gives nobody a share.',
    ],
    [
      '有收益的补登收益；确实闲置的，提出盘活办法。',
      'Enter what it earned; where it lies idle, say how it will be put to use.',
    ],
    [
      '{count} 项经营性资产闲置、没有登记收益，或上年收益低。',
      '{count} operating {count|asset|assets} idle, without income on record, or of low yield last year.',
    ],
  ),
  ...rule(
    'back_dated',
    ['材料疑似倒签', 'Papers that may be back-dated'],
    [
      '材料上的日期比登记早很多，可能是事后补的。',
      'A date long before it was entered may have been added afterwards.',
    ],
    ['说明补录原因，附原件。', 'Say why it was entered late, with the original.'],
    [
      '{count} 份材料的日期比登记早，最多早 {days} 天。',
      '{count} {count|paper|papers} dated up to {days} {days|day|days} before being entered.',
    ],
  ),
  ...rule(
    'before_contract',
    ['先付款后签合同', 'Paid before the contract'],
    ['没有合同就没有付款的依据。', 'Without a contract nothing is owed.'],
    ['核对日期；确属先付的，说明原因。', 'Check the dates; if it is so, say why.'],
    ['比合同签订早 {days} 天。', '{days} {days|day|days} before the contract was signed.'],
  ),
  ...rule(
    'before_acceptance',
    ['未验收付尾款', 'Final payment before acceptance'],
    ['尾款和质保金要等验收。', 'Final and retained parts wait for acceptance.'],
    ['先组织验收。', 'Have it accepted first.'],
    ['还没验收，进度 {progress}%。', 'Not accepted, progress {progress}%.'],
  ),
  ...rule(
    'duplicate_payment',
    ['疑似重复支付', 'Possibly paid twice'],
    ['同一合同短期内两笔一样的申请。', 'Two equal requests on one contract within days.'],
    ['核对是否同一笔；不是的说明。', 'Check whether it is the same; if not, say so.'],
    [
      '同一合同另有 {count} 笔金额相同的申请。',
      '{count} more {count|request|requests} of the same amount on this contract.',
    ],
  ),
  ...rule(
    'same_amount_twin',
    ['同额双付', 'Twins of one amount'],
    [
      '同一收款人在不同合同下收到一样的数。',
      'One payee gets the same amount under different contracts.',
    ],
    ['核对两份合同的内容。', 'Compare what the contracts are for.'],
    [
      '{payee}另有 {count} 笔金额相同的申请，在别的合同下。',
      '{payee} has {count} more of the same amount under other contracts.',
    ],
  ),
  ...rule(
    'duplicate_invoice',
    ['发票号重复', 'Invoice number twice'],
    ['一张发票只能报一次。', 'An invoice is paid once.'],
    ['核对发票原件，改正号码或撤回。', 'Check the invoice; correct the number or withdraw.'],
    [
      '发票 {invoice} 另有 {count} 笔申请用过。',
      'Invoice {invoice} was used by {count} more {count|request|requests}.',
    ],
  ),
  ...rule(
    'split_invoice',
    ['疑似拆分发票', 'Invoices split'],
    ['几笔小额加起来超过限额。', 'Small requests that together reach the limit.'],
    ['说明为什么分开申请，或合并。', 'Say why they are apart, or put them together.'],
    [
      '{payee} {count} 笔都低于 {limitFen}，合计达到。',
      '{payee}: {count} {count|request|requests} below {limitFen} that together reach it.',
    ],
  ),
  ...rule(
    'split_contract',
    ['疑似拆分合同', 'Contracts split'],
    [
      '几份小合同加起来超过限额，可能是规避采购程序。',
      'Small contracts that together reach the limit may avoid a tender.',
    ],
    ['说明为什么分开签，或合并采购。', 'Say why they are apart, or tender them together.'],
    [
      '{contractor} {count} 份都低于 {limitFen}，合计达到。',
      '{contractor}: {count} {count|contract|contracts} below {limitFen} that together reach it.',
    ],
  ),
  ...rule(
    'threshold_hugging',
    ['贴近限额', 'Close below the limit'],
    [
      '金额刚好低于限额。小型自筹项目不算。',
      'An amount just below the limit. Small self-raised projects are left out.',
    ],
    ['附报价依据。', 'Give the quotations.'],
    [
      '合同额是限额 {limitFen} 的 {percent}%。',
      'The contract is {percent}% of the limit of {limitFen}.',
    ],
  ),
  ...rule(
    'supplier_concentration',
    ['供应商集中', 'One supplier'],
    [
      '一个镇一年的合同多数给了同一家。',
      "Most of a town's contracts of a year go to one supplier.",
    ],
    ['说明采购过程。', 'Say how they were tendered.'],
    [
      '{year} 年 {all} 份合同，{contractor}占 {count} 份、金额 {percent}%。',
      '{year}: {contractor} has {count} of {all} contracts, {percent}% of the amount.',
    ],
  ),
  ...rule(
    'young_supplier',
    ['供应商刚成立', 'Supplier founded just before'],
    [
      '专为承接项目新设的企业，可能没有履约能力，或与人有关联。',
      'A firm set up for the contract may be unable to fulfil it, or belong to somebody involved.',
    ],
    [
      '说明怎样选定，附资质、人员、业绩；成立日期填错的，附营业执照说明，由上级排除。',
      'Say how it was chosen, with its qualifications, staff and earlier work; where the day was entered wrongly, attach the licence, and the office above clears it.',
    ],
    [
      '{contractor} {founded} 成立，{signed} 签合同。',
      '{contractor} was founded on {founded} and signed on {signed}.',
    ],
  ),
  ...rule(
    'shared_account',
    ['不同收款人同一账户', 'One account, several payees'],
    [
      '账号末四位相同、户名不同，可能是同一个人。',
      'The same last four digits under different names may be one person.',
    ],
    ['核对账户户名；末四位偶然相同的说明。', 'Check the holders; four digits may agree by chance.'],
    [
      '尾号 {tail} 有 {count} 个收款人用。',
      'Account ending in {tail} is used by {count} {count|payee|payees}.',
    ],
  ),
  ...rule(
    'changed_account',
    ['收款账户变了', "The payee's account changed"],
    ['同一收款人换了账户，可能付错。', 'One payee, another account: it may go astray.'],
    ['向收款人核实。', 'Ask the payee.'],
    ['{payee}上次尾号 {before}，这次 {tail}。', '{payee}: before {before}, now {tail}.'],
  ),
  ...rule(
    'same_person',
    ['同一人经办又审核', 'The same person on both sides'],
    ['登记和审核要由两个人办。', 'What one person registers another checks.'],
    [
      '由上级单位核实，当事人和本单位看不到这一条。',
      'The office above looks into it; those it is about do not see it.',
    ],
    [
      '登记和审核疑似同一人：{how}。',
      'Registered and checked by the same person, it seems: {how}.',
    ],
  ),
  'supervision.how.account': say('同一账号', 'one account'),
  'supervision.how.person': say('两个账号是同一人', 'two accounts of one person'),
  'supervision.how.device': say('短时间内用同一台电脑', 'one computer within minutes'),

  'supervision.parameter.after': say('超过多久', 'Longer than'),
  'supervision.parameter.younger': say('签合同时成立不满', 'Founded before signing by less than'),
  'supervision.parameter.late': say('晚多久', 'Later than'),
  'supervision.parameter.least': say('金额不低于', 'Not less than'),
  'supervision.parameter.apart': say('相差超过', 'Apart by more than'),
  'supervision.parameter.yield': say(
    '上年收益低于原值的',
    'Income of the last year below this part of the value',
  ),
  'supervision.parameter.last': say('年底最后', 'Last part of the year'),
  'supervision.parameter.share': say('占比超过', 'Share above'),
  'supervision.parameter.words': say('负面清单词', 'Words of the negative list'),
  'supervision.parameter.margin': say('容许超过进度', 'Allowed ahead of progress'),
  'supervision.parameter.advance': say('未开工时容许预付', 'Advance allowed before work begins'),
  'supervision.parameter.within': say('间隔不超过', 'Within'),
  'supervision.parameter.limit': say('限额', 'Limit'),
  'supervision.parameter.least_count': say('至少几份', 'At least how many'),
  'supervision.parameter.from': say('达到限额的', 'From this part of the limit'),
  'supervision.unit.days': say('天', 'days'),
  'supervision.unit.minutes': say('分钟', 'minutes'),
  'supervision.unit.percent': say('%', '%'),
  'supervision.unit.points': say('个百分点', 'points'),
  'supervision.unit.fen': say('元', 'yuan'),
  'supervision.unit.count': say('份', 'pieces'),
  'supervision.unit.words': say('每行一个', 'one a line'),
};

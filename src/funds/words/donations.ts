/** Words of self-raised and donated money: pledges, receipts, grants, goods. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const donationWords = {
  'funds.donor_kind.lead_unit': say('牵头单位', 'Lead unit'),
  'funds.donor_kind.unit': say('组团单位', 'Member unit'),
  'funds.donor_kind.enterprise': say('企业', 'Enterprise'),
  'funds.donor_kind.organisation': say('社会组织', 'Organisation'),
  'funds.donor_kind.person': say('个人', 'Person'),
  'funds.goods_state.registered': say('待确认', 'To be confirmed'),
  'funds.goods_state.confirmed': say('已确认', 'Confirmed'),
  'funds.goods_state.discarded': say('已作废', 'Discarded'),
  'funds.pledge_booking.receipt': say('到账', 'Receipt'),
  'funds.pledge_booking.grant': say('拨用', 'Grant'),
  'funds.pledge_booking.reversal': say('冲红', 'Reversal'),

  'funds.page.donations': say('自筹和捐赠', 'Raised and donated'),
  'funds.page.donations.question': say(
    '谁认捐了多少，到账多少，用在哪里',
    'Who pledged how much, what arrived, and what it is used for',
  ),
  'funds.page.donations.note': say(
    '自筹和捐赠资金单独记账，不计入财政资金的到位和支出；捐物按折价登记，不算资金。',
    'Self-raised and donated money has books of its own and counts in no fiscal figure; goods stand at their value and are no money.',
  ),
  'funds.page.pledge': say('认捐', 'Pledge'),
  'funds.donation.pledged': say('认捐', 'Pledged'),
  'funds.donation.received': say('到账', 'Received'),
  'funds.donation.outstanding': say('未到账', 'Outstanding'),
  'funds.donation.granted': say('已拨用', 'Granted'),
  'funds.donation.through_projects': say(
    '其中项目支付{amount}，不分到各笔认捐',
    'Of it {amount} paid by projects, of no single pledge',
  ),
  'funds.donation.left': say('结存', 'Left'),
  'funds.donation.goods': say('捐物折价', 'Goods at value'),
  'funds.donation.goods.note': say('不计入资金', 'Not money'),
  'funds.donation.pledges': say('认捐明细', 'Pledges'),
  'funds.donation.donors': say('按捐赠方', 'By donor'),
  'funds.donation.donor': say('捐赠方', 'Donor'),
  'funds.donation.donor_kind': say('类别', 'Kind'),
  'funds.donation.purpose': say('定向用途', 'Designated for'),
  'funds.donation.no_purpose': say('未定向', 'Not designated'),
  'funds.donation.pledged_on': say('认捐日期', 'Pledged on'),
  'funds.donation.count': say('笔数', 'Pledges'),
  'funds.donation.none': say('这里还没有认捐。', 'There is no pledge here yet.'),
  'funds.donation.none.todo': say('用“登记认捐”记下第一笔。', 'Register the first one above.'),
  'funds.donation.none.reader': say(
    '县级登记后会列在这里。',
    'It is listed here once the county has registered it.',
  ),
  'funds.donation.no_goods': say('还没有捐物。', 'No goods were given yet.'),
  'funds.donation.no_goods.todo': say(
    '收到物资后按折价登记。',
    'Register goods at their value when they arrive.',
  ),
  'funds.donation.add': say('登记认捐', 'Register a pledge'),
  'funds.donation.add_goods': say('登记捐物', 'Register goods'),
  'funds.donation.add_receipt': say('登记到账', 'Register a receipt'),
  'funds.donation.add_grant': say('登记拨用', 'Register a grant'),
  'funds.donation.designate': say('变更用途', 'Change the purpose'),
  'funds.donation.bookings': say('到账和拨用', 'Receipts and grants'),
  'funds.donation.bookings.note': say(
    '一人登记、另一人复核后入账。',
    'Each counts once a second person has checked it.',
  ),
  'funds.donation.no_bookings': say('还没有到账。', 'Nothing has arrived yet.'),
  'funds.donation.no_bookings.todo': say(
    '凭银行回单登记到账。',
    'Register what arrives by its bank receipt.',
  ),
  'funds.donation.designations': say('用途记录', 'What it is for'),
  'funds.donation.consent': say(
    '{day} 经捐赠方同意：{text}',
    'The donor consented on {day}: {text}',
  ),
  'funds.donation.at_first': say('认捐时', 'When pledged'),
  'funds.donation.receipt_number': say('银行回单号', 'Bank receipt number'),
  'funds.donation.use': say('用于（项目或事项名称）', 'Used for (project or use by name)'),
  'funds.donation.used': say('用于', 'Used for'),
  'funds.donation.given_for': say('按什么用途拨', 'Given for'),
  'funds.donation.given_for.fixed': say(
    '定向认捐，只能用于：{purpose}',
    'A designated pledge goes to its purpose alone: {purpose}',
  ),
  'funds.donation.kind': say('类别', 'Kind'),
  'funds.donation.place': say('受赠地', 'Given to'),
  'funds.donation.donor.help': say(
    '个人只保留姓，不留全名。',
    'Of a person only the family name is kept.',
  ),
  'funds.donation.as': say('出资方类别', 'Kind of payer'),
  'funds.donation.home': say('捐赠方所在地', 'Where the donor is at home'),
  'funds.donation.document': say('认捐函或协议', 'Letter or agreement'),
  'funds.donation.purpose.help': say(
    '不定向就留空。',
    'Leave it empty where the place may decide.',
  ),
  'funds.donation.new_purpose': say('新用途', 'New purpose'),
  'funds.donation.consented_on': say('捐赠方同意日期', 'Day of the consent'),
  'funds.donation.consent_how': say('同意的依据', 'How the donor consented'),
  'funds.donation.consent_how.help': say(
    '写明同意函或会议纪要及编号。',
    'Name the letter or minutes and its number.',
  ),
  'funds.column.purpose': say('拨用用途', 'Given for'),
  'funds.goods.goods': say('物资', 'Goods'),
  'funds.goods.quantity': say('数量', 'Quantity'),
  'funds.goods.value': say('折价', 'Value'),
  'funds.goods.valued_by': say('折价依据', 'Value rests on'),
  'funds.goods.received_on': say('接收日期', 'Received on'),
  'funds.goods.used_for': say('用途', 'Used for'),
  'funds.goods.state': say('状态', 'State'),
  'funds.goods.confirm': say('确认', 'Confirm'),
  'funds.goods.discard': say('作废', 'Discard'),
  'funds.goods.amount_wan': say('折价（万元）', 'Value (10,000 yuan)'),
  'funds.form.amount_wan': say('金额（万元）', 'Amount (10,000 yuan)'),
  'funds.form.amount_wan.form': say(
    '写成万元，最多六位小数。',
    'Ten thousand yuan, six decimals at most.',
  ),
  'funds.form.receipt_day': say('回单日期', 'Day of the receipt'),

  'funds.refusal.pledge_fixed': say(
    '到账和拨用单据不能修改。',
    'A receipt or grant of a pledge is not amended.',
  ),
  'funds.refusal.pledge_fixed.todo': say(
    '作废后从认捐页重新登记。',
    'Discard it and register it anew from the pledge.',
  ),
  'funds.refusal.pledge_exceeded': say(
    '累计到账会超过认捐金额。',
    'More would be received than was pledged.',
  ),
  'funds.refusal.pledge_exceeded.todo': say(
    '多出的部分另登记一笔认捐。',
    'Register what goes beyond as a pledge of its own.',
  ),
  'funds.refusal.grant_exceeded': say(
    '累计拨用会超过这笔认捐的到账。',
    'More would be granted than arrived of this pledge.',
  ),
  'funds.refusal.grant_exceeded.todo': say(
    '减少金额，或等到账入账后再拨。',
    'Grant less, or wait until more is received and posted.',
  ),
  'funds.refusal.purpose_differs': say(
    '这笔认捐定向用于“{purpose}”，不能拨作别用。',
    'This pledge is for “{purpose}” and for nothing else.',
  ),
  'funds.refusal.purpose_differs.todo': say(
    '征得捐赠方同意后先变更用途。',
    'Change the purpose first, with the donor’s consent.',
  ),
  'funds.refusal.purpose_same': say('用途没有变化。', 'The purpose does not change.'),
  'funds.refusal.purpose_same.todo': say('写上新的用途。', 'Say the new purpose.'),
  'funds.refusal.bound_elsewhere': say(
    '{place}的自筹捐赠账上，除去项目占用和定向用途的钱，余额不够。',
    'Of the self-raised money of {place}, too little is left beside what projects hold and other donors’ purposes need.',
  ),
  'funds.refusal.bound_elsewhere.todo': say(
    '减少金额，或先调减占用它的项目预算。',
    'Take less, or lower the budgets that hold it first.',
  ),
  'funds.refusal.receipt_spent': say(
    '回单号 {number} 在本县账上已经登记过支出。',
    'Something is spent under receipt {number} in the county’s books already.',
  ),
  'funds.refusal.receipt_spent.todo': say(
    '核对银行回单号；项目页已登记的支付不再拨用。',
    'Check the number; what was paid on a project’s page is not granted again.',
  ),
  'funds.refusal.granted_already': say(
    '这笔到账已经拨用，冲红后会不够。',
    'What arrived has been granted; taking it back would leave too little.',
  ),
  'funds.refusal.granted_already.todo': say('先冲红拨用。', 'Take the grant back first.'),
  'funds.refusal.goods_decided': say(
    '这批捐物已经确认或作废。',
    'These goods were confirmed or discarded already.',
  ),
  'funds.refusal.goods_decided.todo': say('刷新页面查看。', 'Reload the page to see.'),
  'funds.refusal.donation_place': say(
    '受赠地不在你的数据权限内。',
    'The place lies outside your area.',
  ),
  'funds.refusal.donation_place.todo': say(
    '选本县或本县的镇。',
    'Choose your county or a town of it.',
  ),
} satisfies Words;

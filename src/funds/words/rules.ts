/** Words of rules and plans: their states, verbs, factors and refusals. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const ruleWords = {
  'funds.rule_state.drafted': say('草稿', 'Draft'),
  'funds.rule_state.submitted': say('待审批', 'To be approved'),
  'funds.rule_state.returned': say('退回修改', 'Returned'),
  'funds.rule_state.approved': say('已批准', 'Approved'),
  'funds.rule_state.discarded': say('已作废', 'Discarded'),
  'funds.rule_verb.draft': say('起草', 'Draft'),
  'funds.rule_verb.amend': say('修改', 'Amend'),
  'funds.rule_verb.submit': say('提交审批', 'Hand in'),
  'funds.rule_verb.withdraw': say('撤回', 'Withdraw'),
  'funds.rule_verb.return': say('退回修改', 'Return'),
  'funds.rule_verb.approve': say('批准', 'Approve'),
  'funds.rule_verb.discard': say('作废', 'Discard'),
  'funds.rule_verb.charge': say('列入年度应配', 'Charge a year'),
  'funds.allocation_kind.payers': say('各方出资规则', 'Who pays how much'),
  'funds.allocation_kind.division': say('属地部分市县分担', 'How the local share is divided'),
  'funds.unit_kind.all': say('全部', 'All'),
  'funds.unit_kind.farms': say('农场、林场', 'Farms and forest farms'),
  'funds.factor.villages': say('行政村数', 'Villages'),
  'funds.factor.rural_population': say('农村人口', 'Rural population'),
  'funds.factor.lifted_people': say('脱贫人口', 'People lifted out of poverty'),
  'funds.factor.performance': say('绩效得分', 'Performance'),

  'funds.refusal.rule_state': say('它的状态已经变了。', 'Its state has changed.'),
  'funds.refusal.rule_state.todo': say(
    '刷新页面，看现在能做什么。',
    'Reload the page to see what may be done now.',
  ),
  'funds.refusal.rule_office': say(
    '这是别的单位起草的，只有起草单位能办。',
    'Another office drafted this; only that office deals with it.',
  ),
  'funds.refusal.rule_office.todo': say('请联系起草单位。', 'Turn to the office that drafted it.'),
  'funds.refusal.rule_same_person': say(
    '起草或修改过的人不能自己审批。',
    'Whoever had a hand in it does not approve it.',
  ),
  'funds.refusal.rule_same_person.todo': say(
    '请本单位另一位同事审批。',
    'Ask a colleague of the office.',
  ),
  'funds.refusal.rule_not_maker': say(
    '只有经手起草的人能撤回。',
    'Only somebody who had a hand in it withdraws it.',
  ),
  'funds.refusal.rule_not_maker.todo': say(
    '需要改的，点「退回修改」。',
    'Return it if it must be changed.',
  ),
  'funds.refusal.rule_changed': say(
    '你打开以后，别人改过它。',
    'Somebody has changed it since you opened it.',
  ),
  'funds.refusal.rule_changed.todo': say(
    '刷新页面，对照着再办。',
    'Reload the page and compare first.',
  ),
  'funds.refusal.rule_level': say(
    '这类规则不由你单位定：各方出资由省里定，属地部分由被帮扶市定，自行纳入的由所在市定。',
    'This kind of rule is not your office’s: the province says who pays, the assisted city divides the local share, cities rule the units they took in.',
  ),
  'funds.refusal.rule_level.todo': say(
    '改规则种类或资金类别。',
    'Change the kind or the programme.',
  ),
  'funds.refusal.rule_years': say('截止年度早于开始年度。', 'The last year is before the first.'),
  'funds.refusal.rule_years.todo': say('改起止年度。', 'Change the years.'),
  'funds.refusal.rule_division': say(
    '市县分担只定比例，不定金额。',
    'A division says shares and no amounts.',
  ),
  'funds.refusal.rule_division.todo': say('去掉金额。', 'Leave the amounts out.'),
  'funds.refusal.rule_amount': say(
    '没有每镇平均额，也没有逐镇金额。',
    'There is neither an average nor an amount of a town.',
  ),
  'funds.refusal.rule_amount.todo': say('填其中一样。', 'Give one of them.'),
  'funds.refusal.rule_no_amount': say(
    '{count} 个镇没有金额，如{place}。',
    'There is no amount for {count} {count|town|towns}, such as {place}.',
  ),
  'funds.refusal.rule_no_amount.todo': say(
    '补上平均额，或逐镇填金额。',
    'Give an average or their amounts.',
  ),
  'funds.refusal.rule_no_factor': say(
    '{count} 个镇缺分配因素，如{place}。',
    'Factor values of {count} {count|town|towns} {count|is|are} missing, such as {place}.',
  ),
  'funds.refusal.rule_no_factor.todo': say(
    '在「分配因素」补录，或改因素权重。',
    'Enter them among the factor values, or change the weights.',
  ),
  'funds.refusal.rule_no_share': say(
    '{count} 个镇没有分担比例，如{place}。',
    'No share holds for {count} {count|town|towns}, such as {place}.',
  ),
  'funds.refusal.rule_no_share.todo': say('补上比例。', 'Add the shares.'),
  'funds.refusal.rule_no_helper': say(
    '{count} 个镇没有结对的帮扶市，如{place}。',
    'No city helps {count} {count|town|towns}, such as {place}.',
  ),
  'funds.refusal.rule_no_helper.todo': say(
    '在结对关系里登记，或给它们另定比例。',
    'Register the pairing, or give them shares of their own.',
  ),
  'funds.refusal.rule_bounds': say(
    '下限高于平均额，或上限低于平均额，加总对不上。',
    'The floor is above the average or the ceiling below it: the sum cannot come out.',
  ),
  'funds.refusal.rule_bounds.todo': say('改上下限。', 'Change floor or ceiling.'),
  'funds.refusal.rule_factors': say(
    '因素权重合计超过 100%。',
    'The factors weigh more than 100 % together.',
  ),
  'funds.refusal.rule_factors.todo': say('改权重。', 'Change the weights.'),
  'funds.refusal.rule_average_missing': say(
    '按因素分配或设上下限，要有平均额。',
    'Factors, floor and ceiling need an average.',
  ),
  'funds.refusal.rule_average_missing.todo': say('填平均额。', 'Give the average.'),
  'funds.refusal.rule_share_place': say(
    '比例写到了本单位范围以外的地方。',
    'A share names a place outside your area.',
  ),
  'funds.refusal.rule_share_place.todo': say('改这一行的代码。', 'Change the code of that line.'),
  'funds.refusal.rule_share_twice': say(
    '{place}的比例写了两次。',
    'The shares of {place} stand there twice.',
  ),
  'funds.refusal.rule_share_twice.todo': say('去掉一行。', 'Take one away.'),
  'funds.refusal.rule_payer': say(
    '{place}的比例里有不该出资的一方。',
    'The shares of {place} name a payer who does not pay here.',
  ),
  'funds.refusal.rule_payer.todo': say('改出资方。', 'Change the payer.'),
  'funds.refusal.rule_share_sum': say(
    '{place}的比例合计不是 100%。',
    'The shares of {place} are not 100 % together.',
  ),
  'funds.refusal.rule_share_sum.todo': say('改到合计 100%。', 'Make them 100 % together.'),
  'funds.refusal.rule_amount_place': say(
    '逐镇金额里有不是本地乡镇的行。',
    'An amount names something that is no town of your area.',
  ),
  'funds.refusal.rule_amount_place.todo': say('改那一行的代码。', 'Change the code of that line.'),
  'funds.refusal.town_twice': say('同一个镇出现了两次。', 'A town stands there twice.'),
  'funds.refusal.town_twice.todo': say('去掉一行。', 'Take one away.'),
  'funds.refusal.factor_place': say(
    '分配因素只登记到乡镇街道。',
    'Factor values are of towns only.',
  ),
  'funds.refusal.factor_place.todo': say('改代码。', 'Change the code.'),
  'funds.refusal.rule_year': say(
    '这份规则管 {from} 到 {to} 年。',
    'This rule holds for {from} to {to}.',
  ),
  'funds.refusal.rule_year.todo': say('换一个年度。', 'Choose another year.'),
  'funds.refusal.rule_not_charged': say(
    '{year} 年的应配还没有按它列入。',
    'It has not been charged for {year}.',
  ),
  'funds.refusal.rule_not_charged.todo': say(
    '换一个年度，或问制定单位。',
    'Choose another year, or ask the office that made it.',
  ),
  'funds.refusal.rule_numbers_changed': say(
    '你看过以后，因素、名单或结对变了，各镇各方的数不一样了。',
    'Factors, towns or pairings changed since you looked: the split is another.',
  ),
  'funds.refusal.rule_numbers_changed.todo': say(
    '重新看一遍数，再办。',
    'Look at the numbers again first.',
  ),
  'funds.refusal.rule_newer': say(
    '{year} 年已有更新的规则：{title}。',
    'A later rule holds for {year}: {title}.',
  ),
  'funds.refusal.rule_newer.todo': say('按新的规则列入。', 'Charge that one.'),
  'funds.refusal.plan_level': say(
    '筹措安排方案由市级编制。',
    'Plans of raising are made by cities.',
  ),
  'funds.refusal.plan_level.todo': say('请市级账户编制。', 'Ask the city to draft it.'),
  'funds.refusal.plan_day_twice': say('两期资金落在同一天。', 'Two instalments fall on one day.'),
  'funds.refusal.plan_day_twice.todo': say(
    '合成一期，或改日期。',
    'Make them one, or change a day.',
  ),
} satisfies Words;

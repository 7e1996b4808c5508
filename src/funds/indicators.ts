/** Figures over the ledger. Each names its measure; the same money is never added at two levels. */
import {
  type Definition,
  type Dimension,
  type Flow,
  indicator,
  type Rows,
} from '../indicators/definition.ts';
import { interview } from '../indicators/sources.ts';

const entryRows: Rows = {
  join: 'left join regions.place payer_place on payer_place.key = r.payer_key',
  columns: [
    { name: 'booked_on', value: 'r.booked_on', type: 'date', label: { zh: '日期', en: 'Date' } },
    { name: 'amount', value: 'r.amount', type: 'fen', label: { zh: '金额', en: 'Amount' } },
    {
      name: 'measure',
      value: 'r.measure',
      type: 'code',
      vocabulary: 'funds.measure',
      label: { zh: '环节', en: 'Measure' },
    },
    {
      name: 'payer',
      value: 'r.payer',
      type: 'code',
      vocabulary: 'funds.payer',
      label: { zh: '出资方', en: 'Payer' },
    },
    {
      name: 'payer_place',
      value: 'payer_place.name',
      type: 'text',
      label: { zh: '出资地', en: 'Paying place' },
    },
    {
      name: 'programme',
      value: 'r.programme',
      type: 'code',
      vocabulary: 'funds.programme',
      label: { zh: '资金类别', en: 'Programme' },
    },
    { name: 'year', value: 'r.year', type: 'text', label: { zh: '预算年度', en: 'Budget year' } },
    {
      name: 'document',
      value: 'r.document_number',
      type: 'text',
      label: { zh: '文号', en: 'Document' },
    },
    { name: 'note', value: 'r.note', type: 'text', label: { zh: '说明', en: 'Note' } },
  ],
};

const payer: Dimension = { name: 'payer', value: 'payer', vocabulary: 'funds.payer' };
const programme: Dimension = {
  name: 'programme',
  value: 'programme',
  vocabulary: 'funds.programme',
};
const source: Dimension = { name: 'source', value: 'source', vocabulary: 'funds.source' };
/** The three sides of 6:3:1: the local one is borne by city and county together. */
const side: Dimension = {
  name: 'side',
  value: `case when payer in ('assisted_city', 'county') then 'local' else payer::text end`,
  vocabulary: 'funds.side',
};

type Said = Pick<Flow, 'code' | 'when' | 'name' | 'means'> & { by?: readonly Dimension[] };

const money = ({ code, when, name, means, by = [payer, programme, source] }: Said): Definition =>
  indicator({
    code,
    when,
    name,
    means,
    by,
    unit: 'fen',
    kind: 'flow',
    from: 'funds.entry',
    value: 'amount',
    on: 'booked_on',
    place: 'place_key',
    source: interview,
    rows: entryRows,
  } as Flow);

const special = `programme = 'special_fund'`;
/** Self-raised and donated money has figures of its own. */
const fiscal = `programme <> 'self_raised'`;
const own = `programme = 'self_raised'`;

export const indicators: readonly Definition[] = [
  money({
    code: 'funds.due',
    when: `measure = 'due'`,
    name: { zh: '应配', en: 'Due' },
    means: {
      zh: '按规则应安排的资金，记在确定之日。',
      en: 'What the rule says must be provided, booked when it is fixed.',
    },
  }),
  money({
    code: 'funds.issued',
    when: `measure = 'issued'`,
    name: { zh: '下达', en: 'Issued' },
    means: { zh: '出资方指标文件下达的资金。', en: "Funds issued by the payer's document." },
  }),
  money({
    code: 'funds.remitted',
    when: `measure = 'remitted'`,
    name: { zh: '拨付', en: 'Remitted' },
    means: { zh: '帮扶市拨付的资金。', en: 'Funds remitted by the assisting cities.' },
  }),
  money({
    code: 'funds.received',
    when: `measure = 'received' and ${fiscal}`,
    name: { zh: '到位', en: 'Received' },
    means: {
      zh: '指标到县到镇的财政资金；自筹和捐赠另账。',
      en: 'Fiscal quota that reached county and town; self-raised and donated money is counted apart.',
    },
  }),
  money({
    code: 'funds.committed',
    when: `measure = 'committed' and ${fiscal}`,
    name: { zh: '合同占用', en: 'Committed' },
    means: {
      zh: '已签合同占用的财政资金。',
      en: 'Fiscal funds bound by contracts.',
    },
  }),
  money({
    code: 'funds.spent',
    when: `measure = 'spent' and ${fiscal}`,
    name: { zh: '支出', en: 'Spent' },
    means: { zh: '以国库支付回单为准的支出。', en: "Spent by the treasury's receipt." },
  }),
  money({
    code: 'funds.own_received',
    when: `measure = 'received' and ${own}`,
    by: [payer, source],
    name: { zh: '自筹捐赠到账', en: 'Raised and donated' },
    means: {
      zh: '自筹和捐赠资金的实际到账，凭银行回单；捐物不算。',
      en: 'Self-raised and donated money that reached the account by a bank receipt; goods do not count.',
    },
  }),
  money({
    code: 'funds.own_spent',
    when: `measure = 'spent' and ${own}`,
    by: [payer, source],
    name: { zh: '自筹捐赠支出', en: 'Raised and donated, spent' },
    means: {
      zh: '自筹和捐赠资金拨用到项目和事项的支出，凭银行回单。',
      en: 'Self-raised and donated money paid out to uses and projects by a bank receipt.',
    },
  }),
  money({
    code: 'funds.special_due',
    when: `measure = 'due' and ${special}`,
    by: [side, payer],
    name: { zh: '专项资金应配', en: 'Special fund due' },
    means: {
      zh: '901 个镇的驻镇帮镇扶村专项资金应配数。',
      en: 'What is due of the special fund of the 901 towns.',
    },
  }),
  indicator({
    code: 'funds.special_towns',
    unit: 'place',
    kind: 'distinct',
    from: 'funds.entry',
    when: `measure = 'due' and ${special}`,
    of: 'place_key',
    during: { at: 'happens', on: 'booked_on' },
    place: 'place_key',
    name: { zh: '专项资金覆盖乡镇', en: 'Towns with the special fund' },
    means: {
      zh: '期内有专项资金应配的乡镇，每镇计一次。',
      en: 'Towns to which special funds were due in the period, each counted once.',
    },
    source: interview,
    rows: entryRows,
  }),
  indicator({
    code: 'funds.special_average',
    unit: 'fen',
    kind: 'ratio',
    of: 'funds.special_due',
    over: 'funds.special_towns',
    name: { zh: '每镇平均专项资金', en: 'Special fund a town' },
    means: {
      zh: '期内专项资金应配 ÷ 覆盖乡镇数；问一年就是每镇每年平均。',
      en: 'Special fund due in the period over the towns it was due to; ask for a year to get the yearly average.',
    },
    source: interview,
  }),
  indicator({
    code: 'funds.special_shares',
    unit: 'ratio',
    kind: 'shares',
    of: 'funds.special_due',
    by: 'side',
    order: ['province', 'assisting_city', 'local'],
    name: { zh: '出资比例', en: 'Shares by payer' },
    means: {
      zh: '专项资金应配按出资方的比例：省 : 珠三角帮扶市 : 属地（市县合计）。',
      en: 'Special fund due by payer: province : assisting cities : local (city and county together).',
    },
    source: interview,
  }),
  money({
    code: 'funds.provincial_issued',
    when: `measure = 'issued' and payer = 'province' and ${special}`,
    by: [programme],
    name: { zh: '省级下达', en: 'Issued by the province' },
    means: { zh: '省级财政下达的专项资金。', en: 'Special funds issued by the province.' },
  }),
  money({
    code: 'funds.assisting_remitted',
    when: `measure = 'remitted' and payer = 'assisting_city' and ${special}`,
    by: [programme],
    name: { zh: '帮扶市拨付', en: 'Remitted by assisting cities' },
    means: {
      zh: '珠三角帮扶市拨付的专项资金。',
      en: 'Special funds remitted by the Pearl River Delta cities.',
    },
  }),
  money({
    code: 'funds.local_received',
    when: `measure = 'received' and payer in ('assisted_city', 'county') and ${special}`,
    by: [payer],
    name: { zh: '属地配套到位', en: 'Local matching received' },
    means: {
      zh: '被帮扶市及其县配套到位的专项资金。',
      en: 'Matching special funds received from the assisted cities and their counties.',
    },
  }),
  selfIncluded('funds.self_included_min', 'min', {
    zh: '自行纳入单位资金下限',
    en: 'Smallest self-included fund',
  }),
  selfIncluded('funds.self_included_max', 'max', {
    zh: '自行纳入单位资金上限',
    en: 'Largest self-included fund',
  }),
  money({
    code: 'funds.zhuhai_yearly',
    when: `measure = 'due' and programme = 'named_city_fund' and payer_key = 440400000000`,
    by: [payer],
    name: { zh: '珠海产业就业消费帮扶资金', en: "Zhuhai's named fund" },
    means: {
      zh: '珠海市对口阳江、茂名的产业、就业、消费帮扶专项资金应安排数，以奖补扶持方式使用。',
      en: "Due of Zhuhai's fund for industry, employment and consumption assistance to Yangjiang and Maoming, used as rewards and subsidies.",
    },
  }),
  indicator({
    code: 'funds.execution_rate',
    unit: 'ratio',
    kind: 'ratio',
    of: 'funds.spent',
    over: 'funds.received',
    name: { zh: '支出进度', en: 'Execution' },
    means: {
      zh: '期内支出 ÷ 期内到位，按记账日期，不分预算年度；一个预算年度的见“执行进度”。',
      en: 'Spent over received in the period by the day of booking, whichever budget year the money is of; the execution page goes by budget year.',
    },
  }),
];

function selfIncluded(
  code: string,
  pick: 'min' | 'max',
  name: { zh: string; en: string },
): Definition {
  return indicator({
    code,
    unit: 'fen',
    kind: 'extreme',
    pick,
    from: 'funds.entry',
    when: `measure = 'due' and programme = 'self_included_fund'`,
    value: 'amount',
    per: 'place_key',
    on: 'booked_on',
    place: 'place_key',
    name,
    means: {
      zh: `各自行纳入单位期内财政帮扶资金应安排数中的${pick === 'min' ? '最小' : '最大'}值。`,
      en: `The ${pick === 'min' ? 'smallest' : 'largest'} sum arranged for a self-included unit in the period.`,
    },
    source: interview,
    rows: entryRows,
  });
}

/** Words of reports: the page of the 31 figures and the notes on where sources disagree. */
import type { Words } from '../kit/words.ts';

export const words = {
  'reports.page.figures': { zh: '访谈数字', en: 'Interview figures' },
  'reports.page.question': {
    zh: '访谈里的 31 个数，本系统能从明细算出几个？',
    en: 'How many of the interview’s 31 figures come out of the records?',
  },
  'reports.page.right': { zh: '{right} / {of} 与访谈一致', en: '{right} of {of} agree' },
  'reports.page.elsewhere': {
    zh: '访谈说的是全省；这里按你选的地方算，不作比对。',
    en: 'The interview spoke of the province; here the figures are computed for the place you chose, without comparison.',
  },
  'reports.section.coverage': { zh: '覆盖', en: 'Coverage' },
  'reports.section.teams': { zh: '队伍', en: 'Teams' },
  'reports.section.funds': { zh: '资金', en: 'Funds' },
  'reports.section.policy': { zh: '政策', en: 'Policy' },
  'reports.section.livelihood': { zh: '民生', en: 'Livelihoods' },
  'reports.column.id': { zh: '号', en: 'No.' },
  'reports.column.statement': { zh: '访谈怎么说', en: 'What was said' },
  'reports.column.stated': { zh: '访谈数', en: 'Stated' },
  'reports.column.computed': { zh: '算得数', en: 'Computed' },
  'reports.column.agrees': { zh: '比对', en: 'Agrees' },
  'reports.column.period': { zh: '时期', en: 'Period' },
  'reports.column.tolerance': { zh: '允许误差', en: 'Tolerance' },
  'reports.column.notes': { zh: '说明', en: 'Notes' },
  'reports.agrees.true': { zh: '一致', en: 'agrees' },
  'reports.agrees.false': { zh: '不一致', en: 'differs' },
  'reports.tolerance.exact': { zh: '一个不差', en: 'exact' },
  'reports.tolerance.range': {
    zh: '算得数为访谈数的 {low} 到 {high}',
    en: 'computed is {low} to {high} of stated',
  },
  'reports.qualifier.exact': { zh: '', en: '' },
  'reports.qualifier.nearly': { zh: '近', en: 'nearly ' },
  'reports.qualifier.minimum': { zh: '最低 ', en: 'at least ' },
  'reports.qualifier.maximum': { zh: '最高 ', en: 'at most ' },
  'reports.qualifier.average': { zh: '平均 ', en: 'average ' },
  'reports.qualifier.at_least': { zh: '不少于 ', en: 'at least ' },
  'reports.unit.town': { zh: '个', en: 'towns' },
  'reports.unit.village': { zh: '个', en: 'villages' },
  'reports.unit.city': { zh: '个', en: 'cities' },
  'reports.unit.unit': { zh: '个', en: 'units' },
  'reports.unit.yuan': { zh: '元', en: 'yuan' },
  'reports.unit.person': { zh: '人', en: 'people' },
  'reports.unit.person_time': { zh: '人次', en: 'person-times' },
  'reports.unit.ratio': { zh: '', en: '' },
  'reports.unit.document': { zh: '份', en: 'documents' },
  'reports.unit.class': { zh: '期', en: 'classes' },
  'reports.note.N1': {
    zh: '600 ＋ 301 ＋ 227 ＝ 1,128，比引用的 1,127 多 1。区划 2020 年版里，珠三角七市正好 227 个镇，其余 13 市 900 个镇（不含深汕 4 个），合计 1,127；2021 年版揭阳多了 1 个镇，13 市成为 901 个。所以一个数要带日期：1,127 和 227 问的是 2021-06-30，301 问的是 2022-07-28。2021 年 6 月的文件还写过 226。',
    en: '600 + 301 + 227 = 1,128, one more than the 1,127 quoted. In the 2020 edition the seven delta cities have exactly 227 towns and the 13 others 900 (without the four of Shenshan): 1,127 together. In the 2021 edition Jieyang gained one, so the 13 have 901. A figure therefore has a date: 1,127 and 227 are asked for 2021-06-30, 301 for 2022-07-28. Documents of June 2021 also say 226.',
  },
  'reports.note.N3': {
    zh: '901 镇 × 2,000 万元 ＝ 一年 180.2 亿元；其中 60% ＝ 108.12 亿元，30% ＝ 54.06 亿元，10% ＝ 18.02 亿元。帮扶市的 30% 两年正好 108.12 亿元，等于已拨付数；省的 60% 两年应为 216.24 亿元，已下达 174 亿元（80.5%）；属地的 10% 两年应为 36.04 亿元，已到位 30.1342 亿元（83.6%）。应配、下达、拨付、到位是不同的环节，不能混用。',
    en: '901 towns × 20 million = 18.02 billion a year: 60 % = 10.812, 30 % = 5.406, 10 % = 1.802 billion. Two years of the 30 % are 10.812 billion, just what was remitted; the province’s 60 % for two years would be 21.624 against 17.4 issued (80.5 %); the local 10 % 3.604 against 3.01342 received (83.6 %). Due, issued, remitted and received are different measures.',
  },
  'reports.note.N3a': {
    zh: '6:3:1 的出资方是省、珠三角帮扶市、被帮扶市，对全部 901 个镇；访谈简称“省市县”。属地的 1 再由市县分担，比例逐县不同，是数据不是常数。',
    en: 'The payers of 6:3:1 are the province, the assisting delta cities and the assisted cities, over all 901 towns; the interview shortens it. The local 1 is shared by city and county, differently from county to county: rows, not a constant.',
  },
  'reports.note.N4': {
    zh: '“6.3 万人次已脱贫人口，其中车间 1.8 万人（已脱贫户 3372）”：1.8 万人里只有 3,372 人已脱贫，不可能是 6.3 万人次已脱贫人口的一部分。人和人次、全部和脱贫人口，分成几个数看。',
    en: '“63,000 person-times of people lifted out, of which 18,000 in workshops (3,372 lifted out)”: 18,000 people of whom only 3,372 are lifted out cannot be a part of 63,000 lifted-out person-times. They are kept as separate figures.',
  },
  'reports.note.N5': {
    zh: '“500 万至 2000 万元”没有说是一次还是每年，时期留空，按累计问。',
    en: '“5 to 20 million yuan” has no period, one-off or yearly; it is asked for the whole time.',
  },
  'reports.note.N6': {
    zh: '访谈没有说 108.12 亿元是哪几年；两年是按 N3 的算术推出来的。动词不同就是环节不同：省“下达”、帮扶市“拨付”、属地“配套到位”。',
    en: 'The sentence gives no year for the 10.812 billion; two years follow from the arithmetic of N3. The verbs differ and are the measures: issued, remitted, received.',
  },
  'reports.note.N7': {
    zh: '区划里 13 市既非镇也非乡、又有行政村的单位有 124 个（加惠州 146、加江门 154），都不是 169；169 个以文件为准，在区划里没有行政村的列为差异，不算错误。',
    en: 'The registry has 124 units with villages that are neither town nor township in the 13 cities (146 with Huizhou, 154 with Jiangmen), never 169: the 169 are a list of documents; those without a village in the registry are a finding, not an error.',
  },
} satisfies Words;

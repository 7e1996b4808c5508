/** Words of funds. */
import type { Words } from '../kit/words.ts';
import { bookWords } from './words/books.ts';
import { donationWords } from './words/donations.ts';
import { pageWords } from './words/pages.ts';
import { paperPageWords } from './words/paper-pages.ts';
import { paperWords } from './words/papers.ts';
import { rulePageWords } from './words/rule-pages.ts';
import { ruleWords } from './words/rules.ts';
import { yearlyWords } from './words/yearly.ts';

export const words = {
  ...paperWords,
  ...paperPageWords,
  ...ruleWords,
  ...rulePageWords,
  ...donationWords,
  ...yearlyWords,
  ...bookWords,
  'funds.measure.due': { zh: '应配', en: 'Due' },
  'funds.measure.issued': { zh: '下达', en: 'Issued' },
  'funds.measure.remitted': { zh: '拨付', en: 'Remitted' },
  'funds.measure.received': { zh: '到位', en: 'Received' },
  'funds.measure.committed': { zh: '合同占用', en: 'Committed' },
  'funds.measure.spent': { zh: '支出', en: 'Spent' },
  'funds.payer.central': { zh: '中央', en: 'Central' },
  'funds.payer.province': { zh: '省级', en: 'Province' },
  'funds.payer.assisting_city': { zh: '珠三角帮扶市', en: 'Assisting city' },
  'funds.payer.assisted_city': { zh: '被帮扶市', en: 'Assisted city' },
  'funds.payer.county': { zh: '县级', en: 'County' },
  'funds.payer.own_city': { zh: '本市', en: 'Own city' },
  'funds.payer.enterprise': { zh: '企业', en: 'Enterprise' },
  'funds.payer.donor': { zh: '社会捐赠', en: 'Donor' },
  'funds.payer.bank': { zh: '银行信贷', en: 'Bank' },
  'funds.side.province': { zh: '省级', en: 'Province' },
  'funds.side.assisting_city': { zh: '珠三角帮扶市', en: 'Assisting cities' },
  'funds.side.local': { zh: '属地市县', en: 'Local city and county' },
  'funds.source.central_fund': { zh: '中央衔接资金', en: 'Central fund' },
  'funds.source.provincial_fund': { zh: '省级资金', en: 'Provincial fund' },
  'funds.source.assisting_city_fund': { zh: '帮扶市资金', en: "Assisting city's fund" },
  'funds.source.local_city_fund': { zh: '属地市资金', en: "Local city's fund" },
  'funds.source.county_fund': { zh: '县级资金', en: 'County fund' },
  'funds.source.named_city_fund': { zh: '市级专项', en: 'Named city fund' },
  'funds.source.self_raised': { zh: '自筹资金', en: 'Self-raised' },
  'funds.source.donation': { zh: '捐赠资金', en: 'Donation' },
  'funds.source.credit': { zh: '信贷资金', en: 'Credit' },
  'funds.programme.special_fund': { zh: '驻镇帮镇扶村专项资金', en: 'Special fund' },
  'funds.programme.self_included_fund': { zh: '自行纳入单位资金', en: "Self-included units' fund" },
  'funds.programme.named_city_fund': { zh: '市级产业就业消费帮扶专项', en: 'Named city fund' },
  'funds.programme.self_raised': { zh: '自筹及捐赠', en: 'Self-raised and donated' },
  'funds.level.province': { zh: '省级账', en: 'Provincial books' },
  'funds.level.city': { zh: '市级账', en: 'City books' },
  'funds.level.county': { zh: '县级账', en: 'County books' },
  'funds.level.town': { zh: '镇级账', en: 'Town books' },
  'funds.instrument.rule': { zh: '规则', en: 'Rule' },
  'funds.instrument.fiscal_document': { zh: '指标文件', en: 'Fiscal document' },
  'funds.instrument.remittance': { zh: '拨款通知', en: 'Remittance' },
  'funds.instrument.quota_notice': { zh: '指标到位通知', en: 'Quota notice' },
  'funds.instrument.contract': { zh: '合同', en: 'Contract' },
  'funds.instrument.treasury_receipt': { zh: '国库支付回单', en: 'Treasury receipt' },
  'funds.instrument.bank_receipt': { zh: '银行回单', en: 'Bank receipt' },
  'funds.holder.payer': { zh: '出资方', en: 'Payer' },
  'funds.holder.place': { zh: '用款地', en: 'Place' },
  ...pageWords,
} satisfies Words;

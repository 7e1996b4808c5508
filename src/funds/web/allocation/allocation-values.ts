// A rule as its form holds it, in text, and as it is sent.
import type { T } from '../../../platform/web/i18n.tsx';
import { factors, localPayers, type RulePayer, rulePayers } from '../../codes-allocation.ts';
import type { AllocationPage, DraftAllocation } from '../../contract-allocation.ts';
import { fenOf, partsOfPercent, readLines, readShares } from '../../lines-text.ts';

export const emptyRule = {
  kind: '',
  programme: '',
  title: '',
  document: '',
  yearFrom: '',
  yearTo: '',
  average: '',
  least: '',
  most: '',
  villages: '',
  rural_population: '',
  lifted_people: '',
  performance: '',
  /** Percent of each payer, for all of the office's area. */
  province: '',
  assisting_city: '',
  assisted_city: '',
  own_city: '',
  county: '',
  exceptions: '',
  amounts: '',
  /** The state it is amended from: a draft that comes back still says so. */
  seen: '',
};
export type RuleValues = typeof emptyRule;

export function payersOfRule({ kind, programme }: RuleValues): readonly RulePayer[] {
  if (kind === 'division') return localPayers;
  return programme ? rulePayers[programme as DraftAllocation['programme']] : [];
}

export function ruleErrors(values: RuleValues, t: T): Partial<Record<keyof RuleValues, string>> {
  const needed = (text: string) => (text.trim() ? undefined : t('funds.form.needed'));
  const year = (text: string) =>
    /^20(2[1-9]|[3-9]\d)$/.test(text) ? undefined : t('funds.form.year_form');
  const money = (text: string) =>
    !text || (fenOf(text, 'wan') ?? 0n) > 0n ? undefined : t('funds.form.amount_form');
  const payers = payersOfRule(values);
  const sum = payers.reduce(
    (total, payer) => total + (partsOfPercent(values[payer] || '0') ?? Number.NaN),
    0,
  );
  const wrongShare = readShares(values.exceptions, payers.length).problems[0];
  const wrongAmount = readLines(values.amounts, 'wan').problems[0];
  const last = payers.at(-1);
  const weighed = Object.fromEntries(
    factors.map((factor) => [
      factor,
      /^(\d{1,3}(\.\d)?)?$/.test(values[factor]) ? undefined : t('funds.rule.factor_form'),
    ]),
  );
  const found = {
    kind: needed(values.kind),
    programme: needed(values.programme),
    title: needed(values.title),
    document: needed(values.document),
    yearFrom: year(values.yearFrom),
    yearTo: values.yearTo ? year(values.yearTo) : undefined,
    ...weighed,
    ...(values.kind === 'payers' && {
      average: money(values.average),
      least: money(values.least),
      most: money(values.most),
      amounts: wrongAmount
        ? t(`funds.form.lines.${wrongAmount.what}`, { line: wrongAmount.line })
        : undefined,
    }),
    ...(last && sum !== 10_000 ? { [last]: t('funds.rule.share_sum') } : {}),
    exceptions: wrongShare
      ? t(`funds.rule.exceptions.${wrongShare.what}`, { line: wrongShare.line })
      : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== undefined));
}

export function ruleBody(values: RuleValues, office: string): DraftAllocation {
  const division = values.kind === 'division';
  const payers = payersOfRule(values);
  const fen = (text: string) => (division || !text ? null : String(fenOf(text, 'wan') ?? 0n));
  const weights = (parts: readonly number[]) =>
    payers.flatMap((payer, at) => {
      const weight = parts[at] ?? 0;
      return weight > 0 ? [{ payer, weight }] : [];
    });
  const part = (text: string) => (division ? 0 : Math.round(Number(text || 0) * 10));
  return {
    kind: values.kind as DraftAllocation['kind'], // checked before it is sent
    programme: values.programme as DraftAllocation['programme'],
    title: values.title.trim(),
    document: values.document.trim(),
    yearFrom: Number(values.yearFrom),
    yearTo: values.yearTo ? Number(values.yearTo) : null,
    average: fen(values.average),
    factors: {
      villages: part(values.villages),
      rural_population: part(values.rural_population),
      lifted_people: part(values.lifted_people),
      performance: part(values.performance),
    },
    least: fen(values.least),
    most: fen(values.most),
    shares: [
      {
        ...{ holdsIn: office, units: 'all' },
        weights: weights(payers.map((payer) => partsOfPercent(values[payer] || '0') ?? 0)),
      },
      ...readShares(values.exceptions, payers.length).shares.map(({ holdsIn, farms, parts }) => ({
        ...{ holdsIn, units: farms ? ('farms' as const) : ('all' as const) },
        weights: weights(parts),
      })),
    ],
    amounts: division
      ? []
      : readLines(values.amounts, 'wan').lines.map(({ place, amount }) => ({
          place,
          amount: amount.toString(),
        })),
  };
}

/** 万元 of fen, as it is typed. */
export function wanText(fen: string | null): string {
  if (fen === null) return '';
  const digits = fen.padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${digits.slice(0, -6)}${fraction ? `.${fraction}` : ''}`;
}

export function ruleValues(rule: AllocationPage): RuleValues {
  const base = rule.shares.find(({ holdsIn, units }) => holdsIn === rule.office && units === 'all');
  const percent = (share: AllocationPage['shares'][number] | undefined, payer: string) =>
    String((share?.weights.find((one) => one.payer === payer)?.weight ?? 0) / 100);
  const values: RuleValues = {
    ...emptyRule,
    ...{ kind: rule.kind, programme: rule.programme, title: rule.title, document: rule.document },
    ...{ yearFrom: String(rule.yearFrom), yearTo: rule.yearTo ? String(rule.yearTo) : '' },
    ...{ average: wanText(rule.average), least: wanText(rule.least), most: wanText(rule.most) },
    ...Object.fromEntries(
      factors.map((factor) => [
        factor,
        rule.factors[factor] > 0 ? String(rule.factors[factor] / 10) : '',
      ]),
    ),
    amounts: rule.amounts
      .map((one) => `${one.place}\t${one.placeName}\t${wanText(one.amount)}`)
      .join('\n'),
    seen: rule.changedAt,
  };
  const payers = payersOfRule(values);
  return {
    ...values,
    ...Object.fromEntries(payers.map((payer) => [payer, percent(base, payer)])),
    exceptions: rule.shares
      .filter((share) => share !== base)
      .map((share) =>
        [
          share.holdsIn,
          share.placeName,
          ...(share.units === 'farms' ? ['农场'] : []),
          ...payers.map((payer) => percent(share, payer)),
        ].join('\t'),
      )
      .join('\n'),
  };
}

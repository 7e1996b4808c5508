/** The values of a project's form, and what they say to the server. Budget: one amount of yuan for each payer. */
import { plainYuan } from '../../../kit/money.ts';
import { levelOfKey } from '../../../kit/region-key.ts';
import type { HomeRows } from '../../../teams/contract-organisations.ts';
import type { BudgetLine, ProjectPage, RegisterProject } from '../../contract.ts';
import { fenOfYuan } from './fen.ts';

/** Payers a budget may draw on, each with the source its money has. */
export const budgetSources = [
  { payer: 'central', source: 'central_fund' },
  { payer: 'province', source: 'provincial_fund' },
  { payer: 'assisting_city', source: 'assisting_city_fund' },
  { payer: 'assisted_city', source: 'local_city_fund' },
  { payer: 'county', source: 'county_fund' },
  { payer: 'enterprise', source: 'self_raised' },
  { payer: 'donor', source: 'donation' },
] as const;
export type BudgetPayer = (typeof budgetSources)[number]['payer'];
/** Money raised outside of the treasury has books of its own. */
export const ownBooks = (payer: BudgetPayer): boolean =>
  payer === 'enterprise' || payer === 'donor';

const amounts = Object.fromEntries(budgetSources.map(({ payer }) => [payer, ''])) as Record<
  BudgetPayer,
  string
>;

export const emptyProject = {
  name: '',
  year: '',
  task: '',
  bindingTask: '',
  content: '',
  implementer: '',
  operating: '',
  light: '',
  villages: '',
  households: '0',
  people: '0',
  lifted: '0',
  monitored: '0',
  benefitLink: '',
  benefitNote: '',
  land: 'not_needed',
  environment: 'not_needed',
  target: '',
  result: '',
  plannedFrom: '',
  plannedTo: '',
  shortfalls: '',
  programme: 'special_fund',
  quotaYear: '',
  ...amounts,
  /** The state the draft began from. */
  seen: '',
};
export type ProjectValues = typeof emptyProject;

export function valuesOf(project: ProjectPage): ProjectValues {
  const [first] = project.budgetLines;
  const kept: Record<string, string> = {};
  for (const line of project.budgetLines) kept[line.payer] = plainYuan(line.amount);
  return {
    ...emptyProject,
    ...kept,
    name: project.name,
    year: String(project.year),
    task: project.task,
    bindingTask: project.bindingTask ?? '',
    content: project.content,
    implementer: project.implementer,
    operating: project.operating ? 'yes' : '',
    light: project.light ? 'yes' : '',
    villages: project.villages.map(({ key }) => key).join(','),
    households: String(project.households),
    people: String(project.people),
    lifted: String(project.lifted),
    monitored: String(project.monitored),
    benefitLink: project.benefitLink ?? '',
    benefitNote: project.benefitNote ?? '',
    land: project.land,
    environment: project.environment,
    target: project.target ?? '',
    result: project.result ?? '',
    plannedFrom: project.plannedFrom ?? '',
    plannedTo: project.plannedTo ?? '',
    shortfalls: project.shortfalls.map(({ id }) => id).join(','),
    programme: first?.programme ?? 'special_fund',
    quotaYear: String(first?.year ?? project.year),
    seen: project.changedAt,
  };
}

/** @param places where each payer pays from */
export function bodyOf(
  values: ProjectValues,
  places: Partial<Record<BudgetPayer, string>>,
): Omit<RegisterProject, 'town'> {
  const text = (given: string) => given.trim() || null;
  const list = (given: string) => given.split(',').filter(Boolean);
  const budget = budgetSources.flatMap(({ payer, source }): BudgetLine[] => {
    const amount = fenOfYuan(values[payer]);
    const payerPlace = places[payer];
    if (!amount || !payerPlace) return [];
    const programme = ownBooks(payer)
      ? 'self_raised'
      : (values.programme as BudgetLine['programme']);
    return [{ payer, source, payerPlace, programme, year: Number(values.quotaYear), amount }];
  });
  return {
    name: values.name.trim(),
    year: Number(values.year),
    task: values.task as RegisterProject['task'],
    category: null,
    bindingTask: text(values.bindingTask),
    content: values.content.trim(),
    implementer: values.implementer.trim(),
    operating: values.operating === 'yes',
    light: values.light === 'yes',
    villages: list(values.villages),
    households: Number(values.households),
    people: Number(values.people),
    lifted: Number(values.lifted),
    monitored: Number(values.monitored),
    benefitLink: text(values.benefitLink) as RegisterProject['benefitLink'],
    benefitNote: text(values.benefitNote),
    land: values.land as RegisterProject['land'],
    environment: values.environment as RegisterProject['environment'],
    target: text(values.target),
    result: text(values.result),
    plannedFrom: text(values.plannedFrom),
    plannedTo: text(values.plannedTo),
    shortfalls: list(values.shortfalls),
    budget,
  };
}

/** Where each payer of a town pays from; a payer without a place is not offered. */
export function payerPlaces(rows: HomeRows['rows']): Partial<Record<BudgetPayer, string>> {
  const own = (level: string) =>
    rows.find(({ key, helper }) => !helper && levelOfKey(key) === level)?.key;
  const helper = rows.find((one) => one.helper)?.key;
  const [province, city, county] = [own('province'), own('city'), own('county')];
  const found = {
    central: province,
    province,
    assisting_city: helper,
    assisted_city: city,
    county,
    enterprise: county ?? city,
    donor: county ?? city,
  };
  return Object.fromEntries(Object.entries(found).filter(([, place]) => place !== undefined));
}

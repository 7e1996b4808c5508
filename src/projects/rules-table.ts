/** The tables of steps as text, for the README: whoever changes a step changes it there. */
import { contractSteps, projectSteps, requestSteps, type Transition } from './rules.ts';
import { adjustmentSteps } from './rules-corrections.ts';

const row = ({
  from,
  verb,
  to,
  office,
  hand,
  needs = [],
  guards = [],
  evidence = [],
}: Transition<string, string>) =>
  `| ${from.join(', ')} | ${verb} | ${to} | ${office}${hand === 'anybody' ? '' : `, ${hand}`} | ${[
    ...needs,
    ...guards,
    ...evidence.map((kind) => `paper: ${kind}`),
  ].join(', ')} |`;

/** The rows of one table, for READMEs of rooms that follow projects. */
export const stepRows = (steps: readonly Transition<string, string>[]): string =>
  steps.map(row).join('\n');

const table = (title: string, steps: readonly Transition<string, string>[]): string =>
  [
    `**${title}**`,
    '',
    '| from | verb | to | who | needs |',
    '|---|---|---|---|---|',
    ...steps.map(row),
  ].join('\n');

export const stepTables = (): string =>
  [
    table('Project', projectSteps),
    table('Contract', contractSteps),
    table('Request for payment', requestSteps),
    table('Adjustment of the budget', adjustmentSteps),
  ].join('\n\n');

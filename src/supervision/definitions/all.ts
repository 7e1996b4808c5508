/** Every rule of supervision, in the order in which they are listed. */
import { assetRules } from './assets.ts';
import { contractRules } from './contracts.ts';
import type { RuleDefinition } from './definition.ts';
import { moneyRules } from './money.ts';
import { paymentRules } from './payments.ts';
import { peopleRules } from './people.ts';
import { projectRules } from './projects.ts';

export const definitions: readonly RuleDefinition[] = [
  ...moneyRules,
  ...projectRules,
  ...assetRules,
  ...paymentRules,
  ...contractRules,
  ...peopleRules,
];

const byCode = new Map(definitions.map((one) => [one.code, one]));
export const definitionOf = (code: string): RuleDefinition | undefined => byCode.get(code);

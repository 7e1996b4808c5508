/**
 * How each endpoint is asked about a town and what it holds. An endpoint without a row here fails the scope
 * matrix: whoever adds one says in its room's part how to ask it, and why others may, where they may.
 */
import { accessMatrix } from './matrix/access.ts';
import { disclosureMatrix } from './matrix/disclosure.ts';
import { donationMatrix } from './matrix/donations.ts';
import { dossiersMatrix } from './matrix/dossiers.ts';
import { fundsMatrix } from './matrix/funds.ts';
import { importMatrix } from './matrix/imports.ts';
import { plansMatrix } from './matrix/plans.ts';
import { projectMatrix } from './matrix/projects.ts';
import { reconciliationMatrix } from './matrix/reconciliation.ts';
import { regionsMatrix } from './matrix/regions.ts';
import { supervisionMatrix } from './matrix/supervision.ts';
import { teamsMatrix } from './matrix/teams.ts';
import type { Row } from './row.ts';

export const matrix: Record<string, Row> = joined(
  accessMatrix,
  regionsMatrix,
  teamsMatrix,
  fundsMatrix,
  donationMatrix,
  projectMatrix,
  plansMatrix,
  reconciliationMatrix,
  supervisionMatrix,
  dossiersMatrix,
  disclosureMatrix,
  importMatrix,
);

/** A second row of the same endpoint would silently take the place of the first. */
function joined(...parts: Record<string, Row>[]): Record<string, Row> {
  const rows = parts.flatMap((part) => Object.entries(part));
  const names = rows.map(([name]) => name);
  const twice = names.filter((name, nth) => names.indexOf(name) < nth);
  if (twice.length > 0) throw new Error(`two parts have a row of ${twice.join(', ')}`);
  return Object.fromEntries(rows);
}

/** The sheets that can be taken in, in the order money and work go. */
import { paperSheet } from '../funds/sheets/paper-sheet.ts';
import { planSheet } from '../plans/sheets/plan-sheet.ts';
import type { SheetKind } from '../platform/sheets/kind.ts';
import { contractSheet, requestSheet } from '../projects/sheets/money-sheets.ts';
import { projectSheet } from '../projects/sheets/project-sheet.ts';
import { receiptSheet } from '../projects/sheets/receipt-sheet.ts';
import { awardSheet } from '../subsidies/sheets/award-sheet.ts';

export const kinds: readonly SheetKind[] = [
  paperSheet,
  projectSheet,
  planSheet,
  contractSheet,
  requestSheet,
  receiptSheet,
  awardSheet,
];

export const kindOf = (code: string): SheetKind | undefined =>
  kinds.find((kind) => kind.code === code);

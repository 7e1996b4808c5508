/** Every file of a package, in its order. */
import { dossierFiles } from './dossiers.ts';
import type { File } from './file.ts';
import { moneyFiles } from './money.ts';
import { oversightFiles } from './oversight.ts';
import { planFiles } from './plans.ts';
import { projectFiles } from './projects.ts';

export const files: readonly File[] = [
  ...moneyFiles,
  ...projectFiles,
  ...dossierFiles,
  ...oversightFiles,
  ...planFiles,
];

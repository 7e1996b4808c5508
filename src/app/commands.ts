/** Every command of `zhuzhen`. */

import { auditVerify } from './commands/audit.ts';
import { backup, backupDrill, backupList } from './commands/backup.ts';
import type { Command } from './commands/command.ts';
import { demo } from './commands/demo.ts';
import { divisionsDiff, divisionsLoad, divisionsUpgrade } from './commands/divisions/divisions.ts';
import { figures } from './commands/figures.ts';
import { fundsCheck } from './commands/funds.ts';
import { generate } from './commands/generate.ts';
import { indicatorsCheck, indicatorsRebuild } from './commands/indicators.ts';
import { keysAdd, keysDiscard, keysList, keysRetire, keysRotate } from './commands/keys/keys.ts';
import { migrateCommand } from './commands/migrate.ts';
import { publicOff, publicOn } from './commands/open-pages/public.ts';
import { restore } from './commands/restore.ts';
import { start } from './commands/start.ts';
import { supervisionRun } from './commands/supervision.ts';

export const commands: Record<string, Command> = {
  start,
  migrate: migrateCommand,
  'divisions load': divisionsLoad,
  'divisions diff': divisionsDiff,
  'divisions upgrade': divisionsUpgrade,
  demo,
  figures,
  'funds check': fundsCheck,
  'supervision run': supervisionRun,
  'public on': publicOn,
  'public off': publicOff,
  'indicators rebuild': indicatorsRebuild,
  'indicators check': indicatorsCheck,
  backup,
  'backup list': backupList,
  'backup drill': backupDrill,
  restore,
  'audit verify': auditVerify,
  'keys list': keysList,
  'keys add': keysAdd,
  'keys rotate': keysRotate,
  'keys retire': keysRetire,
  'keys discard': keysDiscard,
  generate,
};

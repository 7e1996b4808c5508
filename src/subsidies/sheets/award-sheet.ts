/** Households of subsidies as a sheet: entered as by hand, checked by another person one by one. */
import Type, { type Static } from 'typebox';
import { Refusal } from '../../platform/http/endpoint.ts';
import { type LineFault, sheetKind } from '../../platform/sheets/kind.ts';
import { projectChoices } from '../../projects/sheets/money-sheets.ts';
import { villageChoices } from '../../regions/place-choices.ts';
import { Id } from '../../teams/contract-values.ts';
import { AwardHead } from '../contract.ts';
import { amountOf } from '../rules.ts';
import { addAwards, awardLeft, discardUntouched, enteredBefore } from '../store/awards.ts';
import { awardColumns } from './award-columns.ts';

const Said = Type.Object({
  ...AwardHead.properties,
  project: Id,
  /** Lines that say this household. */
  lines: Type.Integer(),
});
type Said = Static<typeof Said>;

export const awardSheet = sheetKind<Said>({
  code: 'subsidies.award',
  version: 1,
  permission: 'projects.write',
  name: { zh: '奖补申请户', en: 'Households of subsidies' },
  about: {
    zh: '每行一户的一个奖补事项。导入后为“待核验”，由另一人核验；系统只登记，不付款。不填身份证号和整个账号。',
    en: 'A line is one item of one household. It waits to be checked by another person; nothing is paid by this system. Neither identity numbers nor whole accounts are filled in.',
  },
  columns: awardColumns,
  sameIn: ['project', 'village', 'head', 'item', 'accountTail'],
  mostThings: 1_000, // the project is held while they are written
  shape: Said,
  refusedAt: {
    'platform.refusal.absent': 'project',
    'projects.refusal.town_registers': 'project',
    'subsidies.refusal.project_state': 'project',
    'subsidies.refusal.village_elsewhere': 'village',
    'subsidies.refusal.nothing': 'quantity',
    'subsidies.refusal.sheet_known': 'head',
  },
  constraints: {},
  lists: async (client, { seat }) => ({
    projects: await projectChoices(client, seat),
    villages: await villageChoices(client, seat),
  }),
  // The columns made each of them; the shape is checked before anything is done with it.
  saidOf: (lines) => ({ said: { ...lines[0], lines: lines.length } as unknown as Said }),
  told: ({ head, item, standard, quantity }) => ({
    name: `${head} ${item}`,
    amount: amountOf(BigInt(standard), quantity).toString(),
  }),
  known: async (_, __, said) => said.map(() => null),
  write: async (client, caller, { id, said: { project, lines, ...award } }) => {
    if (lines > 1) return { faults: Array.from({ length: lines }, (_, at) => twice(at + 1)) };
    await addAwards(client, caller, project, { awards: [{ id, ...award }] });
    if (await enteredBefore(client, id)) throw new Refusal('subsidies.refusal.sheet_known');
    return { ...(await awardLeft(client, id)), before: null };
  },
  takeBack: (client, caller, { id, seen, reason, today }) =>
    discardUntouched(client, caller, { id, seen, reason }, today),
});

const twice = (line: number): LineFault => ({
  ...{ line, column: 'head', code: 'imports.problem.twice' },
});

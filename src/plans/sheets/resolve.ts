/** What lines of a sheet name, found among what the plan may lay out: its money and its projects. Pure. */
import type { SaidLine } from '../contract.ts';
import type { Money } from '../rules-closing.ts';

/** A line as a sheet says it. */
export interface SheetLine
  extends Pick<SaidLine, 'document' | 'task' | 'place' | 'amount' | 'note'> {
  /** Null where the document tells. */
  payer: SaidLine['payer'] | null;
  payerPlace: string | null;
  source: SaidLine['source'] | null;
  /** Number or name; null where the money is held in reserve. */
  project: string | null;
}
export interface Offered {
  /** Received, or on a line already; each once. */
  moneys: readonly Pick<SaidLine, keyof Money>[];
  projects: readonly { id: string; place: string; number: string; name: string }[];
}
export interface NameFault {
  line: number;
  column: 'document' | 'source' | 'project';
  code: `plans.refusal.sheet_${'document' | 'money' | 'which_money' | 'project' | 'which_project'}`;
  params: Record<string, string>;
}

/** @param written how a document's number is kept @returns lines that were understood, and all that was not */
export function resolved(
  lines: readonly SheetLine[],
  offered: Offered,
  written: (number: string) => string,
): { lines: SaidLine[]; faults: NameFault[] } {
  const faults: NameFault[] = [];
  const found = lines.flatMap((line, at): SaidLine[] => {
    const money = moneyOf(line, offered, written);
    const project = line.project === null ? null : projectOf(line.project, line.place, offered);
    if ('code' in money) faults.push({ line: at + 1, ...money });
    if (project && 'code' in project) faults.push({ line: at + 1, ...project });
    if ('code' in money || (project && 'code' in project)) return [];
    const { task, place, amount, note } = line;
    const { document, payer, payerPlace, source } = money;
    const id = project?.id ?? null;
    return [{ document, payer, payerPlace, source, task, place, project: id, amount, note }];
  });
  return { lines: found, faults };
}

type Fault = Omit<NameFault, 'line'>;

function moneyOf(
  { document, payer, payerPlace, source }: SheetLine,
  { moneys }: Offered,
  written: (number: string) => string,
): Offered['moneys'][number] | Fault {
  const params = { document };
  const ofDocument = moneys.filter((one) => written(one.document) === written(document));
  if (ofDocument.length === 0)
    return { column: 'document', code: 'plans.refusal.sheet_document', params };
  const [money, ...more] = ofDocument.filter(
    (one) =>
      (payer === null || one.payer === payer) &&
      (payerPlace === null || one.payerPlace === payerPlace) &&
      (source === null || one.source === source),
  );
  if (!money) return { column: 'source', code: 'plans.refusal.sheet_money', params };
  return more.length > 0
    ? { column: 'source', code: 'plans.refusal.sheet_which_money', params }
    : money;
}

/** A cell keeps no two spaces in a row, a name may. */
const spaced = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** Numbers and names are a town's own: two towns may have a project of one number. */
function projectOf(said: string, place: string, { projects }: Offered): { id: string } | Fault {
  const named = spaced(said);
  const ofTown = projects
    .filter((one) => one.place === place)
    .map((one) => ({ ...one, name: spaced(one.name) }));
  const [byNumber] = ofTown.filter(
    ({ number, name }) => number === named || `${name} ${number}` === named,
  );
  if (byNumber) return byNumber;
  const [project, ...more] = ofTown.filter(({ name }) => name === named);
  const params = { project: said };
  if (!project) return { column: 'project', code: 'plans.refusal.sheet_project', params };
  return more.length > 0
    ? { column: 'project', code: 'plans.refusal.sheet_which_project', params }
    : project;
}

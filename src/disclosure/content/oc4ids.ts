/**
 * Projects as a package of the Open Contracting for Infrastructure Data Standard 0.9 (standard.open-contracting.org/infrastructure).
 * No prefix is registered with its helpdesk: ids begin with the product's word, and no `ocid` is given, for nobody assigned one.
 */
import { createHash } from 'node:crypto';
import { plainYuan } from '../../kit/money.ts';
import type { Oc4idsPackage, Oc4idsProject } from '../contract-open.ts';
import type { ProjectFacts } from './facts.ts';
import { sayIn } from './say.ts';

const say = sayIn('zh');
const yuan = (fen: string) => ({ amount: Number(plainYuan(fen)), currency: 'CNY' as const });
const span = (from: string | null, to: string | null) => ({
  ...(from ? { startDate: `${from}T00:00:00+08:00` } : {}),
  ...(to ? { endDate: `${to}T00:00:00+08:00` } : {}),
});

/** Acceptance and settlement close a project; what was handed over is kept up. */
const statuses: Partial<Record<ProjectFacts['state'], Oc4idsProject['status']>> = {
  ...{ planned: 'identification', preparing: 'preparation', contracted: 'implementation' },
  ...{ building: 'implementation', completed: 'completion', accepted: 'completion' },
  ...{ settled: 'completion', handed_over: 'maintenance' },
  ...{ terminated: 'cancelled', discarded: 'cancelled' },
};

/** @param projects at least one: the standard knows no empty package */
export function packageOf(projects: readonly ProjectFacts[], on: string): Oc4idsPackage {
  const told = projects.map(projectOf);
  const places = new Set(projects.map(({ placeName }) => placeName));
  const [place = ''] = places;
  return {
    version: '0.9',
    uri: nameOf(told),
    publishedDate: `${on}T00:00:00+08:00`,
    publisher: { name: places.size === 1 ? place : say('disclosure.open.name') },
    projects: told,
  };
}

/** A name for the contents, unique in the world: where the pages are reached from outside is not known here. */
function nameOf(projects: readonly Oc4idsProject[]): string {
  const hash = createHash('sha256').update(JSON.stringify(projects)).digest('hex');
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`];
  return `urn:uuid:${[...parts, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-')}`;
}

function projectOf(project: ProjectFacts): Oc4idsProject {
  const id = `zhuzhen-${project.id}`;
  const authority = { id: `CN-REGION-${project.place}`, name: project.placeName };
  const suppliers = project.contracts.map(({ contractor }, n) => ({
    id: `${id}-supplier-${n + 1}`,
    name: contractor,
  }));
  const period = span(
    project.startedOn ?? project.plannedFrom,
    project.completedOn ?? project.plannedTo,
  );
  const total = project.money.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const mark = project.madeUp ? `${say('disclosure.copy.made_up')}：` : '';
  return {
    ...{ id, updated: `${project.updatedOn}T00:00:00+08:00`, language: 'zh' },
    title: `${mark}${project.name}`,
    description: project.content,
    status: statuses[project.state] ?? 'identification',
    ...(Object.keys(period).length > 0 ? { period } : {}),
    locations: [project.placeName, ...project.villages].map((description, n) => ({
      id: `${id}-location-${n + 1}`,
      description,
    })),
    budget: { amount: yuan(total.toString()), ...breakdowns(id, project) },
    parties: [
      { ...authority, roles: ['publicAuthority', 'buyer'] },
      ...suppliers.map((one) => ({ ...one, roles: ['supplier'] })),
    ],
    publicAuthority: authority,
    ...processes(id, project, suppliers),
    madeUp: project.madeUp,
  };
}

const breakdowns = (
  id: string,
  { money }: ProjectFacts,
): Pick<Oc4idsProject['budget'], 'budgetBreakdowns'> =>
  money.length === 0
    ? {}
    : {
        budgetBreakdowns: [
          {
            id: `${id}-budget`,
            budgetBreakdown: money.map((line, n) => ({
              id: `${id}-budget-${n + 1}`,
              description: `${say(`funds.source.${line.source}`)}（${say(`funds.payer.${line.payer}`)}）`,
              amount: yuan(line.amount),
              period: span(`${line.year}-01-01`, `${line.year}-12-31`),
            })),
          },
        ],
      };

const processes = (
  id: string,
  { contracts, completedOn }: ProjectFacts,
  suppliers: readonly { id: string; name: string }[],
): Pick<Oc4idsProject, 'contractingProcesses'> =>
  contracts.length === 0
    ? {}
    : {
        contractingProcesses: contracts.map((contract, n) => ({
          id: `${id}-contract-${n + 1}`,
          summary: {
            ...{ externalReference: contract.number, title: contract.number },
            status: completedOn ? ('closed' as const) : ('active' as const),
            suppliers: suppliers.slice(n, n + 1),
            contractValue: yuan(contract.amount),
            contractPeriod: span(contract.signedOn, null),
          },
        })),
      };

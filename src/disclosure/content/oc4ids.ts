/**
 * Projects as a package of the Open Contracting for Infrastructure Data Standard 0.9 (standard.open-contracting.org/infrastructure).
 * No prefix is registered with its helpdesk: ids begin with the product's word. Pure.
 */
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

const statuses: Partial<Record<ProjectFacts['state'], Oc4idsProject['status']>> = {
  ...{ planned: 'identification', preparing: 'preparation', contracted: 'implementation' },
  ...{ building: 'implementation', completed: 'completion', accepted: 'completion' },
  ...{ settled: 'completed', handed_over: 'completed' },
};

export function packageOf(
  projects: readonly ProjectFacts[],
  about: { uri: string; on: string; publisher: string },
): Oc4idsPackage {
  return {
    version: '0.9',
    uri: about.uri,
    publishedDate: `${about.on}T00:00:00+08:00`,
    publisher: { name: about.publisher },
    projects: projects.map(projectOf),
  };
}

function projectOf(project: ProjectFacts): Oc4idsProject {
  const id = `zhuzhen-${project.id}`;
  const authority = { id: `CN-REGION-${project.place}`, name: project.placeName };
  const suppliers = project.contracts.map(({ contractor }, n) => ({
    id: `${id}-supplier-${n + 1}`,
    name: contractor,
  }));
  return {
    ...{ id, updated: `${project.updatedOn}T00:00:00+08:00`, title: project.name },
    description: project.content,
    status: statuses[project.state] ?? 'identification',
    period: span(
      project.startedOn ?? project.plannedFrom,
      project.completedOn ?? project.plannedTo,
    ),
    locations: [project.placeName, ...project.villages].map((description, n) => ({
      id: `${id}-location-${n + 1}`,
      description,
    })),
    budget: {
      amount: yuan(String(project.money.reduce((sum, { amount }) => sum + BigInt(amount), 0n))),
      budgetBreakdowns: [
        {
          id: `${id}-budget`,
          budgetBreakdown: project.money.map((line, n) => ({
            id: `${id}-budget-${n + 1}`,
            description: `${say(`funds.source.${line.source}`)}（${say(`funds.payer.${line.payer}`)}）`,
            amount: yuan(line.amount),
            period: span(`${line.year}-01-01`, `${line.year}-12-31`),
          })),
        },
      ],
    },
    parties: [
      { ...authority, roles: ['publicAuthority', 'buyer'] },
      ...suppliers.map((one) => ({ ...one, roles: ['supplier'] })),
    ],
    publicAuthority: authority,
    contractingProcesses: project.contracts.map((contract, n) => ({
      id: `${id}-contract-${n + 1}`,
      summary: {
        ...{ ocid: `${id}-contract-${n + 1}`, title: contract.number },
        status: project.completedOn ? ('closed' as const) : ('active' as const),
        suppliers: suppliers.slice(n, n + 1),
        contractValue: yuan(contract.amount),
        contractPeriod: span(contract.signedOn, null),
      },
    })),
  };
}

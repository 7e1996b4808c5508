/** The package as the standard's schema 0.9.5 has it: names of fields, closed codes, nothing empty; and the mark of what is made up. */
import { describe, expect, test } from 'vitest';
import { states } from '../../projects/codes.ts';
import type { ProjectFacts } from './facts.ts';
import { packageOf } from './oc4ids.ts';

/** What each kind of object may have, by the path to it; `*` is a row of a list. */
const fields: Record<string, string> = {
  '': 'uri publishedDate publisher license publicationPolicy version projects',
  publisher: 'name scheme uid uri',
  // The last one is not of the standard, which takes fields of one's own.
  'projects.*':
    'id updated language identifiers title description status period sector purpose additionalClassifications type relatedProjects assetLifetime locations budget parties publicAuthority documents forecasts metrics milestones contractingProcesses completion madeUp',
  'projects.*.period': 'startDate endDate maxExtentDate durationInDays',
  'projects.*.locations.*': 'id description geometry gazetteer uri address',
  'projects.*.budget': 'description amount requestDate approvalDate budgetBreakdowns finance',
  'projects.*.budget.amount': 'amount currency',
  'projects.*.budget.budgetBreakdowns.*': 'id description budgetBreakdown',
  'projects.*.budget.budgetBreakdowns.*.budgetBreakdown.*':
    'id description amount uri period sourceParty approvalDate',
  'projects.*.budget.budgetBreakdowns.*.budgetBreakdown.*.amount': 'amount currency',
  'projects.*.budget.budgetBreakdowns.*.budgetBreakdown.*.period':
    'startDate endDate maxExtentDate durationInDays',
  'projects.*.parties.*':
    'name id identifier additionalIdentifiers address contactPoint roles beneficialOwners classifications people',
  'projects.*.publicAuthority': 'name id',
  'projects.*.contractingProcesses.*': 'id summary releases',
  'projects.*.contractingProcesses.*.summary':
    'ocid externalReference nature title description status tender suppliers contractValue contractPeriod finalValue documents modifications transactions milestones finance social',
  'projects.*.contractingProcesses.*.summary.suppliers.*': 'name id',
  'projects.*.contractingProcesses.*.summary.contractValue': 'amount currency',
  'projects.*.contractingProcesses.*.summary.contractPeriod':
    'startDate endDate maxExtentDate durationInDays',
};
const codes: Record<string, string> = {
  'projects.*.status':
    'identification preparation implementation completion maintenance decommissioning decommissioned cancelled',
  'projects.*.contractingProcesses.*.summary.status': 'pre-award active closed',
  'projects.*.parties.*.roles.*': 'buyer supplier publicAuthority',
};
const seen = new Set<string>();

function hold(value: unknown, path: string): void {
  if (value === null || value === undefined || value === '') throw new Error(`${path} is empty`);
  if (Array.isArray(value)) {
    expect(value.length, path).toBeGreaterThan(0);
    expect(new Set(value.map((one) => JSON.stringify(one))).size, path).toBe(value.length);
    for (const one of value) hold(one, `${path}.*`);
  } else if (typeof value === 'object') {
    seen.add(path);
    const known = fields[path]?.split(' ') ?? [];
    expect(Object.keys(value), path).not.toHaveLength(0);
    for (const [name, one] of Object.entries(value)) {
      expect(known, `${path}: ${name}`).toContain(name);
      hold(one, path ? `${path}.${name}` : name);
    }
  } else {
    if (codes[path]) expect(codes[path].split(' '), path).toContain(value);
    if (/(?:Date|updated)$/.test(path)) expect(Date.parse(String(value)), path).not.toBeNaN();
  }
}

const project = (change: Partial<ProjectFacts> = {}): ProjectFacts => ({
  ...{ id: '019', county: '990101', place: '990101100000', placeName: '石溪镇', year: 2022 },
  ...{ madeUp: false, number: '22-1', name: '村道硬化', task: 'facilities', content: '3 公里' },
  ...{ implementer: '石溪镇人民政府', villages: ['大岭村'], households: 1, people: 4 },
  ...{ benefitLink: null, target: null, result: null, plannedFrom: '2022-03-01', plannedTo: null },
  ...{ progress: 50, state: 'building', startedOn: null, completedOn: null, acceptedOn: null },
  updatedOn: '2022-07-01',
  money: [{ payer: 'province', source: 'provincial_fund', year: 2022, amount: '30000050' }],
  contracts: [
    {
      ...{ number: 'HT-1', contractor: '路桥公司', registered: true, signedOn: '2022-05-06' },
      ...{ amount: '28000000', paid: '0' },
    },
  ],
  ...change,
});
const bare = { id: '020', money: [], contracts: [], villages: [], plannedFrom: null };

describe('a package', () => {
  test('has the fields and codes of the schema and nothing empty, in every state', () => {
    for (const state of states)
      hold(packageOf([project({ state }), project({ ...bare, state })], '2022-07-28'), '');
    // Every kind of object was there to be looked at.
    expect([...seen].sort()).toEqual(Object.keys(fields).sort());
  });

  test('says what it is by its contents, and whose it is', () => {
    const one = packageOf([project()], '2022-07-28');
    expect(one).toMatchObject({
      ...{ version: '0.9', publisher: { name: '石溪镇' } },
      projects: [{ budget: { amount: { amount: 300000.5, currency: 'CNY' } } }],
    });
    expect(one.uri).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(packageOf([project()], '2022-07-29').uri).toBe(one.uri);
    const two = packageOf([project(), project({ ...bare, placeName: '水口镇' })], '2022-07-28');
    expect(two.uri).not.toBe(one.uri);
    expect(two.publisher.name).toBe('驻镇帮镇扶村公开公示');
  });

  test('marks what is made up, in a field of its own and in the title', () => {
    expect(packageOf([project({ madeUp: true })], '2022-07-28').projects).toMatchObject([
      { madeUp: true, title: '演示数据：村道硬化' },
    ]);
    expect(packageOf([project()], '2022-07-28').projects).toMatchObject([
      { madeUp: false, title: '村道硬化' },
    ]);
  });
});

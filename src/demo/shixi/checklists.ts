// What the finance office of 演示县 wants with progress and final payments, in its own order; for the rest the standard list holds.
import type { ProjectsDocumentKind, ProjectsRequestKind } from '../../schema.gen.ts';
import { recorded } from '../days.ts';
import type { Row } from '../rows.ts';
import { random } from '../seed.ts';
import { COUNTY } from './places.ts';

const FROM = '2021-09-01';
const BASIS = '演财农〔2021〕18号';

const WANTED: readonly (readonly [
  ProjectsRequestKind,
  readonly (readonly [ProjectsDocumentKind, boolean])[],
])[] = [
  [
    'progress',
    [
      ['invoice', true],
      ['contract', true],
      ['progress', true],
      ['notice', false],
    ],
  ],
  [
    'final',
    [
      ...([
        ['invoice', true],
        ['contract', true],
        ['acceptance', true],
        ['audit', true],
      ] as const),
      ...([
        ['notice', true],
        ['handover', false],
      ] as const),
    ],
  ],
];

export function shixiChecklists(seed: number) {
  const r = random(seed, 'shixi checklists');
  const lists: Row<'dossiers.checklist'>[] = [];
  const items: Row<'dossiers.checklist_item'>[] = [];
  for (const [kind, papers] of WANTED) {
    const id = r.uuid(FROM);
    lists.push({
      ...{ id, place_key: COUNTY, request_kind: kind, valid_from: FROM, basis: BASIS },
      ...{ recorded_at: recorded(FROM, 3), made_up: true },
    });
    for (const [position, [paper, required]] of papers.entries())
      items.push({ checklist_id: id, position, kind: paper, required });
  }
  return { lists, items };
}

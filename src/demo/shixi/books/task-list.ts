// The paper by which the province issued its first 500 of 2021, with the task list that came with it: four binding tasks, each
// of which a project of 石溪镇 answers by the day of the demonstration.
import { instant, recorded } from '../../days.ts';
import type { FundRows } from '../../funds/make.ts';
import type { Row } from '../../rows.ts';
import { random } from '../../seed.ts';
import { PROVINCE } from '../places.ts';

export interface TaskListRows {
  papers: Row<'funds.paper'>[];
  lines: Row<'funds.paper_line'>[];
  events: Row<'funds.paper_event'>[];
  tasks: Row<'funds.paper_task'>[];
}

const TASKS = [
  ['防返贫监测', '监测对象应纳尽纳，帮扶措施到户'],
  ['污水治理', '完成年度农村生活污水治理任务'],
  ['扶贫资产管护', '资产有管护人、有经费、有频次'],
  ['农村电商', '村级电商服务点正常运营'],
] as const;

/** @param money what of 石溪镇 was issued and received */
export function shixiTaskList(
  seed: number,
  { documents, entries }: Pick<FundRows, 'documents' | 'entries'>,
): TaskListRows {
  const issued = documents.find(
    ({ payer, year, measure }) => payer === 'province' && year === 2021 && measure === 'issued',
  );
  const of = entries.filter(
    (one) => one.document_number === issued?.number && one.measure === 'issued',
  );
  if (!issued || of.length === 0) return { papers: [], lines: [], events: [], tasks: [] };
  const r = random(seed, 'shixi task list');
  const day = String(issued.issued_on);
  const [maker, checker] = [r.uuid('2021-07-01'), r.uuid('2021-07-01')];
  const { issued_on: _, made_up: __, recorded_at: ___, ...head } = issued;
  const at = { paper_id: issued.id, place_key: PROVINCE };
  return {
    papers: [
      {
        ...{
          ...head,
          place_key: PROVINCE,
          kind: 'booking',
          state: 'posted',
          level: of[0]?.level ?? 'province',
        },
        ...{ source: 'provincial_fund', dated: day, lines: of.length },
        ...{ registered_by: maker, registered_at: recorded(day, 0) },
        ...{ checked_by: checker, checked_at: recorded(day, 0), changed_at: recorded(day, 0) },
      },
    ],
    lines: of.map(({ county, id, place_key, amount }) => ({
      ...{ county, id, place_key, amount, paper_id: issued.id },
    })),
    events: (
      [
        ['register', 'drafted', maker],
        ['submit', 'submitted', maker],
        ['check', 'posted', checker],
      ] as const
    ).map(([verb, state, by], nth) => ({
      ...{ ...at, id: r.uuid(day), verb, state, by, at: new Date(instant(day) + nth * 600_000) },
    })),
    tasks: TASKS.map(([name, target], nth) => ({
      ...{ ...at, id: r.uuid(day), position: nth + 1, name, binding: true, target },
    })),
  };
}

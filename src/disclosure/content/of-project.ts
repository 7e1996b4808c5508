/** A project, and a notice about one, as they are published. */
import { exactYuan } from '../../kit/money.ts';
import type { Block } from './block.ts';
import type { MoneyLine, NoticeFacts, ProjectFacts } from './facts.ts';
import type { Say } from './say.ts';

export const fact = (say: Say) => (field: string, value: string | null) => ({
  label: say(`disclosure.field.${field}`),
  value: value === null || value === '' ? say('disclosure.copy.not_given') : value,
});
export const total = (amounts: readonly string[]): string =>
  exactYuan(amounts.reduce((sum, one) => sum + BigInt(one), 0n));

function moneyTable(money: readonly MoneyLine[], say: Say): Block {
  return {
    kind: 'table',
    head: ['source', 'payer', 'budget_year', 'amount'].map((key) => say(`disclosure.field.${key}`)),
    rows: [
      ...money.map(({ source, payer, year, amount }) => [
        ...[say(`funds.source.${source}`), say(`funds.payer.${payer}`), String(year)],
        exactYuan(amount),
      ]),
      [say('disclosure.copy.total'), '', '', total(money.map(({ amount }) => amount))],
    ],
    numbers: [3],
  };
}

const span = (from: string | null, to: string | null, say: Say) =>
  from || to ? say('disclosure.copy.span', { from: from ?? '…', to: to ?? '…' }) : null;

export function projectBlocks(project: ProjectFacts, say: Say): Block[] {
  const one = fact(say);
  const list = project.villages.join(say('disclosure.copy.and'));
  return [
    { kind: 'heading', text: say('disclosure.copy.what') },
    {
      kind: 'facts',
      rows: [
        ...[one('number', project.number), one('task', say(`projects.task.${project.task}`))],
        ...[one('content', project.content), one('place', project.placeName)],
        ...[one('villages', list), one('implementer', project.implementer)],
        one(
          'benefits',
          say('disclosure.copy.benefits', {
            households: project.households,
            people: project.people,
          }),
        ),
        one(
          'benefit_link',
          project.benefitLink && say(`projects.benefit_link.${project.benefitLink}`),
        ),
        one('planned', span(project.plannedFrom, project.plannedTo, say)),
      ],
    },
    { kind: 'heading', text: say('disclosure.copy.money') },
    moneyTable(project.money, say),
    ...contractBlocks(project, say),
    { kind: 'heading', text: say('disclosure.copy.progress') },
    {
      kind: 'facts',
      rows: [
        ...[
          one('state', say(`projects.state.${project.state}`)),
          one('progress', `${project.progress}%`),
        ],
        ...[one('started', project.startedOn), one('completed', project.completedOn)],
        ...[one('accepted', project.acceptedOn), one('target', project.target)],
        one('result', project.result),
      ],
    },
  ];
}

function contractBlocks({ contracts }: ProjectFacts, say: Say): Block[] {
  const heading: Block = { kind: 'heading', text: say('disclosure.copy.contracts') };
  if (contracts.length === 0)
    return [heading, { kind: 'paragraph', text: say('disclosure.copy.no_contract') }];
  return [
    heading,
    {
      kind: 'table',
      head: ['contract', 'contractor', 'signed', 'amount', 'paid'].map((key) =>
        say(`disclosure.field.${key}`),
      ),
      rows: contracts.map((one) => [
        ...[one.number, one.contractor, one.signedOn],
        ...[exactYuan(one.amount), exactYuan(one.paid)],
      ]),
      numbers: [3, 4],
    },
  ];
}

export function noticeBlocks(notice: NoticeFacts, say: Say): Block[] {
  const one = fact(say);
  const { project } = notice;
  return [
    {
      kind: 'paragraph',
      text: say('disclosure.copy.notice', {
        ...{ stage: say(`projects.notice_stage.${notice.stage}`), from: notice.postedOn },
        to: notice.endsOn,
      }),
    },
    { kind: 'heading', text: say('disclosure.copy.what') },
    {
      kind: 'facts',
      rows: [
        ...[
          one('name', project.name),
          one('number', project.number),
          one('content', project.content),
        ],
        ...[one('place', notice.placeName), one('implementer', project.implementer)],
        one('villages', project.villages.join(say('disclosure.copy.and'))),
        one('shown_at', notice.placePosted),
      ],
    },
    { kind: 'heading', text: say('disclosure.copy.money') },
    moneyTable(project.money, say),
    { kind: 'heading', text: say('disclosure.copy.objecting') },
    {
      kind: 'paragraph',
      text: say('disclosure.copy.how_to_object', { place: notice.placeName, to: notice.endsOn }),
    },
  ];
}

/** What a feed for machines says of a project. */
export function projectData(project: ProjectFacts): Record<string, unknown> {
  return { ...project };
}

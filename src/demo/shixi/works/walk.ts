// The way of a project of 石溪镇 through its steps: notices, papers, and what was done on which day.
import { later, plus } from '../../days.ts';
import type { Make } from '../../projects/rows.ts';
import { ROUNDS, type Work } from './works.ts';

type About = Pick<Parameters<Make['event']>[0], 'project_id' | 'kind' | 'case_id'>;
/** Verb, state it came to, day, hour, and why or how far. */
type Step = readonly [string, string, string, number, string?];

export function steps(make: Make, about: About, done: readonly Step[]): void {
  for (const [verb, state, day, hour, reason = null] of done)
    make.event({ ...about, verb, state, reason }, day, hour);
}

const POSTED = {
  proposal: '村务公开栏',
  plan: '演示县人民政府网站、镇公告栏',
  award: '演示县公共资源交易网',
  acceptance: '项目现场、村务公开栏',
} as const;

/** @returns the id of the notice of the year's plan */
export function walk(make: Make, project_id: string, work: Work, signed: string): string {
  const round = ROUNDS[work.round];
  const notice = (stage: keyof typeof POSTED, [posted_on, ends_on]: readonly [string, string]) =>
    make.notice({ ...{ project_id, stage, posted_on, ends_on }, place_posted: POSTED[stage] });
  const paper = (
    kind: 'minutes' | 'review' | 'progress' | 'acceptance',
    title: string,
    dated: string,
  ) => make.document({ ...{ project_id, kind, title, dated }, number: null });
  paper('minutes', '镇党委会议纪要', round.registered);
  notice('proposal', round.proposalNotice);
  paper('review', '县级论证意见', plus(round.stocked, -2));
  const plan = notice('plan', round.planNotice);
  notice('award', [later(round.planned, plus(signed, -9)), plus(signed, -1)]);
  for (const [day, percent] of work.reports) paper('progress', `进度证明（${percent}%）`, day);
  const about = { project_id, kind: 'project' as const, case_id: project_id };
  steps(make, about, [
    ['register', 'idea', round.registered, 9],
    ['propose', 'proposed', round.proposed, 10],
    ['pass', 'town_passed', round.passed, 10],
    ['approve', 'stocked', round.stocked, 15],
    ['plan', 'planned', round.planned, 10],
    ['prepare', 'preparing', round.planned, 15],
    ['sign', 'contracted', signed, 16],
  ]);
  const { started, completed, accepted } = work;
  if (started) steps(make, about, [['start', 'building', started, 9]]);
  for (const [day, percent] of work.reports)
    steps(make, about, [['report', 'building', day, 11, `${percent}%`]]);
  if (completed) steps(make, about, [['complete', 'completed', completed, 14]]);
  if (completed && accepted) {
    notice('acceptance', [plus(completed, 2), plus(accepted, -1)]);
    paper('acceptance', '竣工验收报告', accepted);
    steps(make, about, [['accept', 'accepted', accepted, 16]]);
  }
  return plan;
}

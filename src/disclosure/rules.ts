/**
 * What is done to a public copy: from, verb, to, by whom. The one table: the store writes by it, pages show their buttons by
 * it, the room's README prints it, the tests walk it. Pure.
 */
import { isWithin } from '../kit/region-key.ts';
import type { copyStates, publicationStates } from './codes.ts';

type CopyState = (typeof copyStates)[number];
type PublicationState = (typeof publicationStates)[number];
export type Verb = 'make_public_copy' | 'record_link' | 'take_down';

export interface Step {
  verb: Verb;
  /** States it is done from; a copy is made from nothing. */
  from: readonly (CopyState | PublicationState)[];
  to: CopyState | PublicationState;
  /** What it is done to. */
  of: 'object' | 'copy' | 'publication';
  needs: readonly ('object' | 'channel' | 'days' | 'reason')[];
}

export const steps: readonly Step[] = [
  { verb: 'make_public_copy', from: [], to: 'made', of: 'object', needs: ['object'] },
  {
    ...{ verb: 'record_link', from: ['made', 'published', 'due', 'taken_down'], to: 'published' },
    ...{ of: 'copy', needs: ['channel', 'days'] },
  },
  {
    ...{ verb: 'take_down', from: ['coming', 'standing', 'due'], to: 'taken_down' },
    ...{ of: 'publication', needs: ['reason'] },
  },
];

export interface Standing {
  fromDay: string;
  untilDay: string | null;
  takenDownOn: string | null;
}

export function publicationState(one: Standing, today: string): PublicationState {
  if (one.takenDownOn !== null) return 'taken_down';
  if (one.untilDay !== null && one.untilDay < today) return 'due';
  return one.fromDay > today ? 'coming' : 'standing';
}

/**
 * The day it counts as taken down, so long as that is not to come: of one that never stood, its first day.
 * Null where the day given does not fit.
 */
export function downOn(one: Standing, on: string, today: string): string | null {
  if (on > today) return null;
  if (one.fromDay > today) return one.fromDay;
  return on < one.fromDay ? null : on;
}

/** A copy is due as soon as it hangs too long anywhere. */
export function copyState(publications: readonly Standing[], today: string): CopyState {
  const all = publications.map((one) => publicationState(one, today));
  if (all.includes('due')) return 'due';
  if (all.some((state) => state !== 'taken_down')) return 'published';
  return all.length > 0 ? 'taken_down' : 'made';
}

export const mayStep = (verb: Verb, state: CopyState | PublicationState): boolean =>
  steps.some((step) => step.verb === verb && step.from.includes(state));

/** Whether an office lies above the place that is complained about: that place's own is no judge of itself. */
export const isAbove = (seat: string, place: string): boolean =>
  seat !== place && isWithin(place, seat);

/** A link is http or https to another host's page, without a name and password in it. */
export function isLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/** What no name of a person ends in. Shops, workshops and crews are left out: they bear their owner's name. */
const organisation =
  /(?:公司|合作社|联合社|经济社|人民政府|[省市县区乡镇]政府|委员会|[村居管]委会|街道办|办公室|办事处|卫生院|幼儿园|派出所|(?:农村|水利|水务|财政|教育|交通|运输|民政|住建|建设|农业|林业|卫健|健康|文旅|振兴|资源|公路|供电)局)$/u;
/** What a name of up to four signs may end in: such a name is taken for a person's. */
const longer =
  /^.{3,}(?:集团|信用社|供销社|管理处|监理站|服务站|工作站|农技站|卫生站|中心|学院|学校|大学|中学|小学|医院|研究院|设计院|规划院|研究所|设计所|事务所|管理所|银行|支行|分行|基金会|协会|学会|联合会|商会|工会|联盟|农场|林场|工作队|.局|.厅|.厂)$/u;
const bracketAtEnd = /\s*[（(【〔[][^（(【〔[）)】〕\]]*[）)】〕\]]\s*$/u;

/**
 * The other side of a contract as it is published: an organisation by its name, a person by the first sign of it, and so is
 * whoever may be one. What stands in a bracket after a name is left out.
 * @param registered whether a unified social credit code is on record
 */
export function maskedParty(name: string, registered: boolean): string {
  if (registered) return name;
  const bare = name.trim().replace(bracketAtEnd, '').trim();
  return organisation.test(bare) || longer.test(bare) ? bare : `${[...bare][0] ?? ''}××`;
}

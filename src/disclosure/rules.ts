/**
 * What is done to a public copy: from, verb, to, by whom. The one table: the store writes by it, pages show their buttons by
 * it, the room's README prints it, the tests walk it. Pure.
 */
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

/** A copy is due as soon as it hangs too long anywhere. */
export function copyState(publications: readonly Standing[], today: string): CopyState {
  const all = publications.map((one) => publicationState(one, today));
  if (all.includes('due')) return 'due';
  if (all.some((state) => state !== 'taken_down')) return 'published';
  return all.length > 0 ? 'taken_down' : 'made';
}

export const mayStep = (verb: Verb, state: CopyState | PublicationState): boolean =>
  steps.some((step) => step.verb === verb && step.from.includes(state));

/** A link is http or https to another host's page, without a name and password in it. */
export function isLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

const organisation =
  /公司|厂|店|社|局|厅|部|委|院|校|中心|政府|办|站|队|所|行|会|集团|基地|农场|林场|联盟|处|馆|库|坊|园|村|镇|街道|县|市|省/u;

/**
 * The other side of a contract as it is published: an organisation by its name, a person by the first sign of it.
 * @param registered whether a unified social credit code is on record
 */
export const maskedParty = (name: string, registered: boolean): string =>
  registered || (organisation.test(name) && [...name].length > 4)
    ? name
    : `${[...name][0] ?? ''}××`;

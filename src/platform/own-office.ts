/** Deeds that are an office's own: nobody does them while acting for other places. */
import { inRanges } from './db/scope.ts';
import type { Caller } from './http/endpoint.ts';
import { Refusal } from './http/problem.ts';

/** @throws Refusal when the caller acts for other places and not for the own office just now. */
export function mustActForOwn({ seat, ownRanges }: Pick<Caller, 'seat' | 'ownRanges'>): void {
  if (!inRanges(seat, ownRanges)) throw new Refusal('platform.refusal.acts_elsewhere');
}

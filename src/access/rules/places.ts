/** Which of the places somebody may look into count now: a scope has four ranges at most. Pure. */

export interface Place {
  key: string;
  lo: string;
  hi: string;
  source: 'home' | 'posting' | 'pairing' | 'notice' | 'emergency';
}

const most = 4;

/**
 * The places to act for: those chosen, else the first. A place inside another adds nothing and is left out; an
 * emergency's place is always among them.
 * @param all in order of importance
 * @param chosen keys; those no longer in `all` count for nothing
 */
export function actingPlaces(all: readonly Place[], chosen: readonly string[]): Place[] {
  const distinct = outermost(all);
  if (distinct.length <= most) return distinct;
  const wanted = distinct.filter((p) => p.source === 'emergency' || chosen.includes(p.key));
  return (wanted.length > 0 ? wanted : distinct).slice(0, most);
}

/**
 * Of the places to act for those that are somebody's own: an emergency shows more and takes nothing away, so a home inside
 * its place stays the home one writes for.
 */
export function ownPlaces(all: readonly Place[], chosen: readonly string[]): Place[] {
  const acting = actingPlaces(all, chosen);
  const own = all.filter(({ source }) => source !== 'emergency');
  return actingPlaces(own, chosen).filter((p) => acting.some((q) => q.lo <= p.lo && p.hi <= q.hi));
}

/** Places of which none lies in another. */
export function outermost(all: readonly Place[]): Place[] {
  return all.filter(
    (p, at) =>
      !all.some(
        (q, other) =>
          other !== at && q.lo <= p.lo && p.hi <= q.hi && (q.key !== p.key || other < at),
      ),
  );
}

/** What looks classified is refused before anything is done with it, and kept nowhere: this is no system for it. */
import { classifiedMark } from '../../kit/classified.ts';
import { Classified } from './problem.ts';

/** @returns the refusal that names the first text with a mark of secrecy; null where there is none */
export function classifiedIn(value: unknown, path: string): Classified | null {
  if (typeof value === 'string') {
    const mark = classifiedMark(value);
    return mark ? new Classified(path, mark) : null;
  }
  if (value === null || typeof value !== 'object') return null;
  for (const [name, one] of Object.entries(value)) {
    const found = classifiedIn(one, path ? `${path}/${name}` : name);
    if (found) return found;
  }
  return null;
}

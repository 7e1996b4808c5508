/** What the rows of the scope matrix say alike. */
import { countyOfKey } from '../../src/kit/region-key.ts';
import type { Row } from './row.ts';
import type { Holding } from './world.ts';

export const on = '2022-07-28';
export const seen = '2022-07-01T00:00:00.000Z';
export const holding = 'holding' as const;
export const whole = 'whole' as const;
export const own = { everybody: 'answers about the caller alone' };
export const published = { everybody: 'published, the same for all' };
export const listed = { everybody: 'lists what lies in the caller’s ranges' };
export const public_ = { everybody: 'asked before signing in' };
export const bodies = { everybody: 'sending units are public bodies known to all' };

export const about = (url: string, more = '') => ({
  answers: holding,
  path: (at: Holding) => `${url}?place=${at.town}${more}`,
});

export const writing = (
  path: (at: Holding) => string,
  body: (at: Holding) => unknown,
  answers: Row['answers'] = holding,
): Row => ({ answers, path, body });
export const countyOf = (at: Holding) => `${countyOfKey(at.town)}000000`;

import { expect, test } from 'vitest';
import { returnTo } from './sign-in.ts';

test.each([
  ['/teams?place=440900000000', '/teams?place=440900000000'],
  [undefined, '/'],
  ['', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/login?return=/teams', '/'],
])('after signing in, %s leads to %s', (wanted, to) => expect(returnTo(wanted)).toBe(to));

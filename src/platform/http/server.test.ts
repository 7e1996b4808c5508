/** Which errors are whose fault. */
import { expect, test } from 'vitest';
import { asRefusal } from './server.ts';

test('impossible days, collisions and a full disk are not defects', () => {
  const status = (code: string) => asRefusal(Object.assign(new Error('x'), { code })).status;
  expect(['22008', '22021'].map(status)).toEqual([400, 400]);
  expect(['40P01', '40001', '53100', 'ENOSPC'].map(status)).toEqual([503, 503, 503, 503]);
  expect(['57P01', '53300', '55P03', '25006', 'EAI_AGAIN'].map(status)).toEqual(Array(5).fill(503));
  expect(
    asRefusal(new Error('Client has encountered a connection error and is not queryable')).status,
  ).toBe(503);
  expect(status('22012')).toBe(500);
});

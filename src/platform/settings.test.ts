import { isAbsolute } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StartProblem } from './db/start-problem.ts';
import { readSettings } from './settings.ts';

test('nothing set: this machine only, port 8080, data/ of the checkout, embedded database', () => {
  const settings = readSettings({ HOST: '', PORT: ' ', DATABASE_URL: '' });
  expect(settings).toMatchObject({ host: '127.0.0.1', port: 8080, databaseUrl: undefined });
  expect(settings).toMatchObject({ trustProxy: [], rateLimit: 1 });
  expect(isAbsolute(settings.dataDir)).toBe(true);
  expect(settings.dataDir).toMatch(/[/\\]data$/);
});

test('what is set is taken', () => {
  const url = 'postgresql://zz:p%40ss@db.example:5433/zhuzhen?sslmode=require';
  expect(
    readSettings({ HOST: '::', PORT: '0', DATA_DIR: '/srv/zhuzhen', DATABASE_URL: url }),
  ).toMatchObject({ host: '::', port: 0, dataDir: '/srv/zhuzhen', databaseUrl: url });
  expect(readSettings({ ZHUZHEN_KEY_FILE: '/run/key', SIGN_ON_PRIVATE: 'yes' })).toMatchObject({
    keyFile: '/run/key',
    keys: undefined,
    signOnPrivate: true,
  });
  const proxies = readSettings({ TRUST_PROXY: '127.0.0.1, ::1  10.0.0.0/8,fd00::/8' }).trustProxy;
  expect(proxies).toEqual(['127.0.0.1', '::1', '10.0.0.0/8', 'fd00::/8']);
  expect(readSettings({ HOST: 'office-1.example' }).host).toBe('office-1.example');
});

describe('what makes no sense is refused by name', () => {
  test.each([
    ['PORT', '80 80'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '8e3'],
    ['PORT', '0x50'],
    ['HOST', 'http://127.0.0.1'],
    ['HOST', '127.0.0.1:80'],
    ['HOST', '300.0.0.1'],
    ['HOST', 'a_b'],
    ['SIGN_ON_PRIVATE', 'true'],
    ['RATE_LIMIT', 'off'],
    ['RATE_LIMIT', '-1'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_TOKEN', 'hunter2'],
    ['METRICS_TOKEN', 'hunter2 hunter2 hunter2'],
    ['STOP_DELAY', '5s'],
    ['STOP_DELAY', '301'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.1/33'],
    ['TRUST_PROXY', '0.0.0.0/0'],
    ['TRUST_PROXY', '127.0.0.1, nginx'],
    ['DATABASE_URL', 'mysql://u:hunter2@h/d'],
    ['DATABASE_URL', 'postgres://u:hunter2@h'],
    ['DATABASE_URL', 'h:5432 hunter2'],
  ])('%s=%s', (name, value) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(StartProblem);
    expect(read).toThrow(name);
    expect(read).not.toThrow('hunter2');
  });
});

import { expect, test } from 'vitest';
import { StartProblem } from '../db/start-problem.ts';
import { readBackupSettings } from './settings.ts';

test('nothing set: no folder, half past two, the key in the data directory', () => {
  expect(readBackupSettings({ BACKUP_DIR: ' ' }, '/srv/data')).toEqual({
    dir: undefined,
    at: 150,
    keep: { daily: 7, weekly: 4, monthly: 12 },
    keyFile: '/srv/data/backup.key',
    keyNamed: false,
  });
});

test('what is set is taken', () => {
  const env = {
    BACKUP_DIR: '/mnt/backups/',
    BACKUP_AT: '23:05',
    BACKUP_KEEP: '14, 8, 0',
    BACKUP_KEY_FILE: '/etc/zhuzhen/key',
  };
  expect(readBackupSettings(env, '/srv/data')).toEqual({
    dir: '/mnt/backups',
    at: 1385,
    keep: { daily: 14, weekly: 8, monthly: 0 },
    keyFile: '/etc/zhuzhen/key',
    keyNamed: true,
  });
});

test.each([
  ['BACKUP_AT', '24:00'],
  ['BACKUP_AT', '2.30'],
  ['BACKUP_KEEP', '0,4,12'],
  ['BACKUP_KEEP', '7'],
])('%s=%s is refused by name', (name, value) => {
  const read = () => readBackupSettings({ [name]: value }, '/srv/data');
  expect(read).toThrow(StartProblem);
  expect(read).toThrow(name);
});

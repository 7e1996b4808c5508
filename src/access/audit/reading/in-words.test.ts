/** Rows of the audit as a reader sees them: no code of ours among the words. */
import { expect, test } from 'vitest';
import { words } from '../../words.ts';
import { fieldsOf } from './in-words.ts';

test('what administrators set is named in both languages', () => {
  const given = {
    action: 'POST /api/access/accounts',
    before: null,
    after: {
      home: '440983000000',
      displayName: '陈敏',
      minLength: 10,
      preset: 'level3',
      hours: 72,
    },
  };
  const wording = { words, actions: new Map(), nameOf: () => undefined };
  const places = new Map([['440983000000', '信宜市']]);
  const said = (lang: 'zh' | 'en') =>
    fieldsOf(given, wording, lang, places).map(({ name, after }) => `${name} ${after}`);
  expect(said('zh')).toEqual([
    '归属地 信宜市',
    '姓名 陈敏',
    '密码最短 10',
    '依据 等保三级',
    '几小时内有效 72',
  ]);
  expect(said('en')).toEqual([
    'Home place 信宜市',
    'Name of the holder 陈敏',
    'Shortest password 10',
    'Preset Level 3 (GB/T 22239)',
    'Valid for hours 72',
  ]);
});

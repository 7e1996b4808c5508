import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Kind } from '../vocabulary.ts';
import { readEdition } from './file.ts';
import { textOf } from './file-text.ts';
import { kindOf } from './kinds.ts';

const published = (year: string) =>
  readEdition(
    readFileSync(new URL(`../data/guangdong-divisions-${year}.csv`, import.meta.url), 'utf8'),
  );

describe('the published files', () => {
  const [old, now] = [published('2020'), published('2021')];
  const count = (rows: typeof old.rows, kinds: Kind[]) =>
    rows.filter(({ kind }) => kinds.includes(kind)).length;

  test('are read whole; seven names of 2020 are broken and none of 2021', () => {
    expect([old.faults, now.faults]).toEqual([[], []]);
    expect([old.rows.length, now.rows.length]).toEqual([28_540, 28_639]);
    expect([old.warnings.length, now.warnings.length]).toEqual([7, 0]);
    expect(old.rows.find(({ code }) => code === '440883107000')?.warnings).toEqual([
      'broken_character',
    ]);
  });

  test('have the towns the programme counts, four of them in 深汕', () => {
    const towns: Kind[] = ['town', 'township', 'ethnic_township'];
    expect(count(old.rows, towns)).toBe(1_127 + 4);
    expect(count(now.rows, towns)).toBe(901 + 223 + 4);
    expect(count(old.rows, ['administrative_village'])).toBe(19_316);
  });

  test('have the units with villages that are neither 镇 nor 乡', () => {
    const seven = ['4401', '4403', '4404', '4406', '4413', '4419', '4420', '4407'];
    // 桃树岗村委会虚拟生活区 is no village but names one: its forest farm counts.
    const village = (r: (typeof old.rows)[number]) =>
      r.kind === 'administrative_village' || /村委会|村民委员会/.test(r.name);
    const holding = new Set(old.rows.filter(village).map((r) => r.parentCode));
    const units = (cities: (city: string) => boolean) =>
      old.rows.filter(
        (r) =>
          r.level === 'town' &&
          !['town', 'township', 'ethnic_township'].includes(r.kind) &&
          holding.has(r.code) &&
          cities(r.code.slice(0, 4)),
      ).length;
    const thirteen = units((city) => !seven.includes(city));
    const huizhou = units((city) => city === '4413');
    const jiangmen = units((city) => city === '4407');
    expect([thirteen, thirteen + huizhou, thirteen + huizhou + jiangmen]).toEqual([124, 146, 154]);
  });
});

test.each([
  ['town', '440103001000', '沙面街道', 'street'],
  ['town', '445224451000', '揭阳大南海石化工业区南海街道', 'street'],
  ['town', '441802200000', '瑶安瑶族乡', 'ethnic_township'],
  ['town', '440203400000', '阳江林场罗琴分场', 'forest_farm'],
  ['town', '440203401000', '阳东原种场', 'farm'],
  ['town', '440203402000', '省女子劳教所', 'prison'],
  ['town', '440203403000', '石录矿区', 'other_unit'],
  ['village', '440103001201', '大澳渔委会', 'administrative_village'],
  ['village', '440103001202', '东澳村', 'administrative_village'],
  ['village', '440103001220', '梅花村村居民委员会', 'residents_committee'],
  ['village', '440103001012', '光华居委会（无人口）', 'residents_committee'],
  ['village', '440103001501', '铜锣湖村委会', 'administrative_village'],
  ['village', '440103001500', '围垦公司生活区', 'other_village_unit'],
  ['county', '440103000000', '荔湾区', 'county'],
] as const)('%s %s %s is %s', (level, code, name, kind) =>
  expect(kindOf(level, code, name)).toBe(kind),
);

describe('a faulty file', () => {
  const head = 'code,name,level,parent_code\n';
  const top = '440000000000,广东省,province,\n440100000000,广州市,city,440000000000\n';
  const faults = (text: string) =>
    readEdition(text).faults.map(({ line, code }) => `${line} ${code}`);

  test('says every fault of every row in one pass and gives no rows', () => {
    const text = `${head}${top}4401,短,county,440100000000
440103000000,,county,440100000000
440103000000,荔湾区,county,440100000000
440103001000,沙面街道,town,440199000000
440203001000,跨市街道,town,440103000000
440103001001,某居委会,village,440103000000
440104000000,越秀区,区,440100000000
440105000000,海珠区,county,
440106000000,天河区,town,440100000000
`;
    expect(faults(text)).toEqual([
      '4 bad_code',
      '5 name_empty',
      '6 duplicate_code',
      '7 parent_absent',
      '8 parent_prefix',
      '9 parent_of_wrong_level',
      '10 unknown_level',
      '11 parent_missing',
      '12 level_not_of_code',
    ]);
    expect(readEdition(text).rows).toEqual([]);
  });

  test('a missing column, another separator, no rows and nothing at all', () => {
    expect(faults('code,name\n')).toEqual(['1 column_missing', '1 column_missing']);
    expect(faults('code;name;level;parent_code\n4;广东省;province;\n')).toEqual(['1 separator']);
    expect(faults('code\tname\tlevel\tparent_code\n')).toEqual(['1 separator']);
    expect(faults(head)).toEqual(['1 no_rows']);
    expect(faults(`${head},,,\n,,,\n`)).toEqual(['1 no_rows']);
    for (const text of ['', '\ufeff', '\r\n\r\n']) expect(faults(text)).toEqual(['1 empty']);
  });

  test('a quote that does not fit is named with its line, and all other lines are checked', () => {
    const text = `${head}${top}440103000000,"荔湾区,county,440100000000
440104000000,越秀"区,county,440100000000
440105000000,,county,440100000000
`;
    expect(faults(text)).toEqual(['4 unreadable', '5 unreadable', '6 name_empty']);
  });

  test('codes a spreadsheet bent and codes of 18 digits', () => {
    const text = `${head}${top}4.40103E+11,荔湾区,county,440100000000
440103001001000000,某居委会,village,440103001000
044010300000,荔湾区,county,440100000000
`;
    expect(faults(text)).toEqual([
      '4 code_as_number',
      '5 bad_code',
      '5 parent_absent',
      '6 bad_code',
    ]);
  });

  test('a line says all that is wrong with it; a place above that is faulty is named in its own line alone', () => {
    const text = `${head}${top}4401,,区,
440103001000,沙面街道,town,4401
`;
    expect(faults(text)).toEqual(['4 bad_code', '4 unknown_level', '4 name_empty']);
  });

  test('quotes, a byte order mark, other column order and CRLF are all right', () => {
    const text =
      '\ufeffname,code,parent_code,level\r\n"广东省",440000000000,,province\r\n广州市 ,440100000000,440000000000,city\r\n';
    const { rows, faults: none, warnings } = readEdition(text);
    expect(none).toEqual([]);
    expect(rows.map(({ name }) => name)).toEqual(['广东省', '广州市']);
    expect(warnings).toEqual([
      { line: 3, code: 'spaces_around', params: { code: '440100000000', name: '广州市' } },
    ]);
  });
});

describe('the bytes of a file', () => {
  const csv = 'code,name,level,parent_code\n440000000000,广东省,province,\n';
  const gbk = Uint8Array.from([
    ...Buffer.from('code,name,level,parent_code\n440000000000,'),
    ...[0xb9, 0xe3, 0xb6, 0xab, 0xca, 0xa1], // 广东省
    ...Buffer.from(',province,\n'),
  ]);

  test('are UTF-8, with or without a mark, whatever ends the lines', () => {
    for (const text of [
      csv,
      `\ufeff${csv}`,
      csv.replaceAll('\n', '\r\n'),
      csv.replaceAll('\n', '\r'),
    ]) {
      const read = textOf(Buffer.from(text));
      expect('text' in read && readEdition(read.text)).toMatchObject({
        ...{ faults: [], warnings: [], rows: [{ name: '广东省' }] },
      });
    }
  });

  test.each([
    ['GBK', gbk, 'not_utf8', 2, 1],
    ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le'), 'not_utf8', 1, 1],
    [
      'one damaged line',
      Buffer.concat([Buffer.from(csv), Uint8Array.of(0xe5, 0xb9)]),
      'not_utf8',
      3,
      1,
    ],
    ['.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 20), 'workbook', 1, 1],
    ['.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'workbook', 1, 1],
  ])('%s is refused by name', (_what, bytes, code, line, lines) => {
    expect(textOf(bytes)).toEqual({ code, line, lines });
  });
});

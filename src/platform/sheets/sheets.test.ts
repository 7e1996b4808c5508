// Cells as people write them; workbooks as they should not be.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, partsOf } from '../../../test/sheets.ts';
import { readerOf } from './cells.ts';
import type { RawCell, SheetColumn } from './description.ts';
import { type Line, readBeside } from './reading/beside.ts';
import { mark } from './template.ts';

const column = (type: SheetColumn['type'], more: Partial<SheetColumn> = {}): SheetColumn => ({
  ...{ key: 'x', title: { zh: '列', en: 'Column' }, type, ...more },
});
const read = (raw: RawCell, of: SheetColumn) => {
  const choices = Array.isArray(of.choices) ? of.choices : [];
  const found = readerOf(of, choices)(raw);
  return 'problem' in found ? found.problem.code.replace('imports.problem.', '!') : found.value;
};
const towns = ['990101100000', '990102100000'].map((value) => ({
  ...{ value, word: { zh: '石溪镇', en: '石溪镇' }, hint: value },
}));

describe('a cell', () => {
  test.each<[RawCell, SheetColumn, unknown]>([
    ['440803199001011234', column('text'), '440803199001011234'],
    [440803199001011200, column('text'), '!digits_lost'],
    [20220728, column('text'), '20220728'],
    ['长'.repeat(81), column('text'), '!too_long'],
    ['𠮷'.repeat(80), column('text'), '𠮷'.repeat(80)],
    [{ fault: 'formula' }, column('text'), '!formula'],
    ['  ', column('text'), null],
    ['1,234,567.8', column('yuan'), '123456780'],
    ['¥12元', column('yuan'), '1200'],
    [0.1 + 0.2, column('yuan'), '30'],
    [8_999_999_999.99, column('yuan'), '899999999999'],
    [1.234, column('yuan'), '!yuan'],
    [-1, column('yuan'), '!yuan'],
    [1.5, column('hundredths'), 150],
    ['2.25', column('hundredths'), 225],
    ['3元', column('hundredths'), '!hundredths'],
    [0, column('hundredths'), '!hundredths'],
    [1_000_000.01, column('hundredths'), '!too_much'],
    [44_770, column('day'), '2022-07-28'],
    ['2022/7/28', column('day'), '2022-07-28'],
    ['2022年7月28日', column('day'), '2022-07-28'],
    ['2022-02-30', column('day'), '!day'],
    [3, column('day'), '!day'],
    ['1,200', column('whole'), 1200],
    [1.5, column('whole'), '!whole'],
    ['石溪镇', column('choice', { choices: towns }), '!choice'],
    ['石溪镇 990102100000', column('choice', { choices: towns }), '990102100000'],
    [990101100000, column('choice', { choices: towns }), '990101100000'],
    ['990101100000、990102100000', column('many', { choices: towns }), towns.map((t) => t.value)],
    ['Yes', column('yes_no'), true],
    ['否', column('yes_no'), false],
    ['也许', column('yes_no'), '!yes_no'],
  ])('%j', (raw, of, said) => expect(read(raw, of)).toEqual(said));
});

const folder = mkdtempSync(join(tmpdir(), 'zz-sheets-test-'));
let serial = 0;
async function readBack(bytes: Buffer) {
  serial += 1;
  const path = join(folder, `${serial}.xlsx`);
  writeFileSync(path, bytes);
  return readBeside({ path, mark }, async ({ heads, lines }, rows) => {
    const all: Line[] = [];
    for await (const some of rows) all.push(...some);
    return { heads, lines, all };
  });
}
/** An archive of parts as given, whatever they are. */
function archive(parts: Record<string, string | Buffer>, claimed?: number): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, body] of Object.entries(parts)) {
    const packed = deflateRawSync(body);
    const [local, entry] = [Buffer.alloc(30), Buffer.alloc(46)];
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed ?? body.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    bodies.push(local, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}
const book = async (more: Record<string, string | Buffer>) =>
  archive({ ...partsOf(await bytesOf([{ name: '表', rows: [['头'], ['甲']] }])), ...more });
const sheet = (inner: string) => ({
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${inner}</sheetData></worksheet>`,
});
const rows = '<row r="1"><c t="inlineStr"><is><t>头</t></is></c></row>';

describe('a workbook', () => {
  test('says what was written, whatever that was', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('=1+1', '@SUM', '_x0041_', '<a&b>"', "'", '𠮷㙍·', ' x '),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const lines = ['甲\u2028乙\u2029丙\u0085丁', 1]; // signs some take for the end of a line
    const [some = []] = fc.sample(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 40, maxLength: 40 }),
      1,
    );
    const said = [...some, lines];
    const back = await readBack(await bytesOf([{ name: '表', rows: [['头'], ...said] }]));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those XML cannot hold
    const unheld = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
    const kept = said.map((row) => {
      const cells = row.map((one) =>
        typeof one === 'string'
          ? one.toWellFormed().replace(unheld, '') || null
          : one === 0
            ? 0
            : one,
      );
      while (cells.length > 0 && cells.at(-1) === null) cells.pop();
      return cells;
    });
    if ('fault' in back) throw new Error(back.fault);
    expect(back.all.map(([, cells]) => cells)).toEqual(kept.filter((cells) => cells.length > 0));
  });

  test('runs nothing: what begins like a formula is marked text', async () => {
    const parts = partsOf(await bytesOf([{ name: '表', rows: [['=cmd|x', '-1+1', '＝1', 5]] }]));
    const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(xml).not.toContain('<f>');
    expect(xml.match(/s="2" t="inlineStr"/g)).toHaveLength(3);
    expect(parts['xl/styles.xml']?.match(/quotePrefix="1"/g)).toHaveLength(1);
  });

  test.each<[string, () => Promise<Buffer>, string]>([
    ['no archive', async () => Buffer.from('PK\u0003\u0004 and nothing more'), 'broken'],
    [
      'an old xls',
      async () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]),
      'old_format',
    ],
    [
      'an archive of something else',
      async () => archive({ 'word/document.xml': '<a/>' }),
      'no_workbook',
    ],
    ['torn', async () => (await book({})).subarray(0, 700), 'broken'],
    [
      'entities that grow',
      async () =>
        book({
          'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "bb">]><worksheet>&b;</worksheet>',
        }),
      'broken',
    ],
    [
      'texts without end',
      async () =>
        book({
          'xl/sharedStrings.xml': `<sst>${`<si><t>${'长'.repeat(4_000)}</t></si>`.repeat(14_000)}</sst>`,
        }),
      'too_large',
    ],
    [
      'a bomb',
      async () =>
        book({
          'xl/worksheets/sheet1.xml': Buffer.alloc(410 * 1_048_576, `<a${' '.repeat(65_533)}>`),
        }),
      'too_large',
    ],
    [
      'more lines than may be',
      async () => book(sheet(rows + '<row><c><v>1</v></c></row>'.repeat(100_001))),
      'too_many_lines',
    ],
    [
      'merged cells',
      async () =>
        book({
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
        }),
      'merged',
    ],
    [
      'GBK for UTF-8',
      async () => book({ 'xl/worksheets/sheet1.xml': Buffer.from([0x3c, 0xcd, 0xb7, 0xc0, 0x3e]) }),
      'broken',
    ],
    ['nothing', async () => book(sheet('')), 'no_heads'],
  ])('%s is answered with a reason', async (_, make, fault) => {
    expect(await readBack(await make())).toEqual({ fault });
  });

  test('of another program is read: names with prefixes, shared texts, formulas by their value', async () => {
    const bytes = await book({
      'xl/sharedStrings.xml':
        '<x:sst xmlns:x="m"><x:si><x:r><x:t>甲</x:t></x:r><x:r><x:t>乙</x:t></x:r><x:rPh><x:t>ignored</x:t></x:rPh></x:si></x:sst>',
      ...sheet(
        `${rows}<x:row r="7"><x:c r="B7" t="s"><x:v>0</x:v></x:c><x:c r="C7"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="D7"><x:f>1+1</x:f></x:c><x:c r="E7" t="e"><x:v>#REF!</x:v></x:c></x:row>`,
      ),
    });
    expect(await readBack(bytes)).toMatchObject({
      all: [[7, [null, '甲乙', 2, { fault: 'formula' }, { fault: 'error' }]]],
    });
  });
});

/** Workbooks of the tests: filled-in templates, and what only calls itself one. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import type { SheetKind, Taken } from '../src/platform/sheets/kind.ts';
import { mark, markOf } from '../src/platform/sheets/template.ts';
import { type Cell, type SheetOut, workbook } from '../src/platform/sheets/workbook-out.ts';
import { places } from './places.ts';

export const bytesOf = (sheets: readonly SheetOut[]): Promise<Buffer> =>
  buffer(Readable.from(workbook(sheets)));

/** A template of a kind with these lines, cells by the keys of columns. */
export function filled(
  kind: SheetKind,
  lines: Iterable<Readonly<Record<string, Cell>>>,
  more: { version?: number; code?: string; heads?: readonly string[]; taken?: Taken } = {},
): Promise<Buffer> {
  const { columns } = kind;
  const [word = '', code = '', version = '', ...taken] = markOf(kind, more.taken);
  function* rows() {
    yield [...columns.map(({ title }) => title.zh), ...(more.heads ?? [])];
    for (const line of lines) yield columns.map(({ key }) => line[key] ?? null);
  }
  return bytesOf([
    { name: '填写', rows: rows() },
    {
      ...{ name: mark.sheet, hidden: true },
      rows: [[word, more.code ?? code, String(more.version ?? version), ...taken]],
    },
  ]);
}

/** Texts of the parts of an archive of ours, by name; read by a reader that is not ours. */
export const partsOf = (bytes: Buffer): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString()]),
  );

/** What the cells of a sheet of ours say, by their names like K2; the first sheet is the one people fill in. */
export const cellsOf = (bytes: Buffer, sheet = 1): Record<string, string> =>
  Object.fromEntries(
    Array.from(
      (partsOf(bytes)[`xl/worksheets/sheet${sheet}.xml`] ?? '').matchAll(
        /<c r="([A-Z]+[0-9]+)"[^>]*>(?:<is><t[^>]*>|<v>)([^<]*)/g,
      ),
      ([, name = '', said = '']) => [name, said],
    ),
  );

export type Line = Record<string, Cell>;

/** Lines of sheets, by the keys of their columns. */
export const projectLine = (name: string, more: Line = {}): Line => ({
  ...{ name, year: 2022, task: '设施', content: '硬化村道 3.2 公里', implementer: '镇人民政府' },
  ...{ operating: '否', light: '否', households: 120, people: 480, lifted: 30, monitored: 4 },
  ...{
    land: '不需要',
    environment: 'Not needed',
    plannedFrom: 44_621,
    plannedTo: '2022年12月31日',
  },
  ...moneyLine('300000.50'),
  ...more,
});
export const moneyLine = (amount: Cell, more: Line = {}): Line => ({
  ...{ payer: '省级', payerPlace: '440000000000', source: '省级资金' },
  ...{ programme: '驻镇帮镇扶村专项资金', quotaYear: 2022, amount },
  ...more,
});
export const paperLine = (number: string, place: string, amount: Cell, more: Line = {}): Line => ({
  ...{ number, title: '下达资金', measure: '到位', payer: '县级', payerPlace: places.county },
  ...{ source: '县级资金', programme: '驻镇帮镇扶村专项资金', year: 2022, dated: '2022-06-01' },
  ...{ total: 3000, place, amount },
  ...more,
});

/**
 * A workbook (ECMA-376) as it is made, row by row: heads, widths, drop-downs, hidden sheets, a few styles. Text is always
 * text: a cell that begins like a formula carries the mark with which spreadsheets keep it from being one.
 */
import { withoutFormula } from '../../kit/text.ts';
import { zipped } from '../zip.ts';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const styles = [
  'plain',
  'text',
  'formula_like',
  'head',
  'head_needed',
  'yuan',
  'fault',
  'reason',
  'title',
  'wrapped',
] as const;
export type Style = (typeof styles)[number];
export type Cell = string | number | null | { of: string | number | null; as: Style };

export interface DropDown {
  /** Column it hangs on, from 0. */
  column: number;
  /** Where its choices stand: a sheet's name, its column from 0 and how many. */
  from: { sheet: string; column: number; count: number };
}

export interface SheetOut {
  name: string;
  hidden?: true;
  widths?: readonly number[];
  /** Rows that stay while the rest scrolls. */
  frozen?: number;
  /** Style of columns where nothing is written yet: text keeps what is typed as it is typed. */
  columns?: readonly Style[];
  dropDowns?: readonly DropDown[];
  /** How many rows drop-downs reach. */
  reach?: number;
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

/** The bytes of a workbook; the rows of a sheet are asked for when its turn comes. */
export function workbook(sheets: readonly SheetOut[]): AsyncGenerator<Uint8Array, void> {
  return zipped([
    { name: '[Content_Types].xml', pieces: [contentTypes(sheets.length)] },
    { name: '_rels/.rels', pieces: [packageRels] },
    { name: 'xl/workbook.xml', pieces: [workbookXml(sheets)] },
    { name: 'xl/_rels/workbook.xml.rels', pieces: [workbookRels(sheets.length)] },
    { name: 'xl/styles.xml', pieces: [stylesXml] },
    ...sheets.map((sheet, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      pieces: sheetXml(sheet),
    })),
  ]);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const doc = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pack = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** How much is put together before it goes on. */
const piece = 32_768;

async function* sheetXml(sheet: SheetOut): AsyncGenerator<string> {
  const { widths = [], columns = [], frozen = 0, dropDowns = [], reach = 100_001 } = sheet;
  let text = `${head}<worksheet xmlns="${main}">`;
  if (frozen)
    text += `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const count = Math.max(widths.length, columns.length);
  if (count > 0) {
    const cols = Array.from({ length: count }, (_, at) => {
      const style = styles.indexOf(columns[at] ?? 'plain');
      return `<col min="${at + 1}" max="${at + 1}" width="${widths[at] ?? 12}" style="${style}" customWidth="1"/>`;
    });
    text += `<cols>${cols.join('')}</cols>`;
  }
  text += '<sheetData>';
  let number = 0;
  for await (const row of sheet.rows) {
    number += 1;
    text += `<row r="${number}">`;
    for (let at = 0; at < row.length; at += 1) text += cellXml(row[at] ?? null, at, number);
    text += '</row>';
    if (text.length > piece) {
      yield text;
      text = '';
    }
  }
  text += '</sheetData>';
  if (dropDowns.length > 0) {
    const first = frozen + 1;
    const lists = dropDowns.map(({ column, from }) => {
      const name = columnName(column);
      const there = `$${columnName(from.column)}`;
      // 'warning': several of a list, or a code, may be written beside what it offers; the import decides.
      return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${name}${first}:${name}${reach}"><formula1>'${from.sheet}'!${there}$1:${there}$${from.count}</formula1></dataValidation>`;
    });
    text += `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
  }
  yield `${text}</worksheet>`;
}

function cellXml(cell: Cell, at: number, row: number): string {
  const styled = cell !== null && typeof cell === 'object';
  const value = styled ? cell.of : cell;
  const place = `r="${nameOf(at)}${row}"`;
  if (value === null || value === '')
    return styled ? `<c ${place} s="${styles.indexOf(cell.as)}"/>` : '';
  if (typeof value === 'number')
    return `<c ${place}${styled ? ` s="${styles.indexOf(cell.as)}"` : ''}><v>${value}</v></c>`;
  const runs = withoutFormula(value) !== value;
  const style = styled ? cell.as : runs ? 'formula_like' : 'text';
  return `<c ${place} s="${styles.indexOf(style)}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

const names: string[] = [];
const nameOf = (at: number): string => {
  names[at] ??= columnName(at);
  return names[at];
};

/** A, B, … Z, AA, … */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

/** Characters a cell holds. */
const longest = 32_767;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those XML cannot hold
const unheld = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const special = /[&<>"\r]|_x[0-9A-Fa-f]{4}_/;

function escaped(text: string): string {
  const held = (text.length > longest ? text.slice(0, longest) : text)
    .toWellFormed()
    .replace(unheld, '');
  if (!special.test(held)) return held;
  return held
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') // otherwise read as the character of that number
    .replaceAll('\r', '_x000D_') // XML makes a line feed of it
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const each = (count: number, one: (n: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at + 1)).join('');

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const contentTypes = (count: number) =>
  `${head}<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${each(count, (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`)}</Types>`;
const packageRels = `${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${doc}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const workbookXml = (sheets: readonly SheetOut[]) =>
  `${head}<workbook xmlns="${main}" xmlns:r="${doc}"><sheets>${sheets
    .map(
      ({ name, hidden }, at) =>
        `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
    )
    .join('')}</sheets></workbook>`;
const workbookRels = (count: number) =>
  `${head}<Relationships xmlns="${pack}/relationships">${each(count, (n) => `<Relationship Id="rId${n}" Type="${doc}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${count + 1}" Type="${doc}/styles" Target="styles.xml"/></Relationships>`;

const font = (bold = '', colour = '') =>
  `<font>${bold}<sz val="11"/>${colour}<name val="等线"/></font>`;
const filled = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const wrap = '<alignment vertical="top" wrapText="1"/>';
/** In the order of `styles`: number format, font, fill, what else. */
const forms: readonly (readonly [
  format: number,
  font: number,
  fill: number,
  more?: string,
  mark?: string,
])[] = [
  [0, 0, 0],
  [49, 0, 0],
  [49, 0, 0, '', ' quotePrefix="1"'],
  [49, 1, 2, wrap],
  [49, 1, 3, wrap],
  [4, 0, 0],
  [49, 2, 4],
  [49, 2, 4, wrap],
  [49, 1, 0],
  [49, 0, 0, wrap],
];
const stylesXml = `${head}<styleSheet xmlns="${main}"><fonts count="3">${font()}${font('<b/>')}${font('', '<color rgb="FFB5482F"/>')}</fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${filled('E3EFE6')}${filled('F6E7C8')}${filled('F9E0D9')}</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${forms.length}">${forms
  .map(
    ([format, face, fill, more = '', mark = '']) =>
      `<xf numFmtId="${format}" fontId="${face}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${more ? ' applyAlignment="1"' : ''}${mark}${more ? `>${more}</xf>` : '/>'}`,
  )
  .join('')}</cellXfs></styleSheet>`;

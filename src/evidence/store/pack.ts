/** The files of a package from one snapshot: data row by row through a cursor, then the field notes and the index. */
import { createHash } from 'node:crypto';
import { plainYuan } from '../../kit/money.ts';
import { csvLine } from '../../kit/text.ts';
import type { Lang, Words } from '../../kit/words.ts';
import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, type Range } from '../../platform/db/scope.ts';
import type { Part } from '../../platform/zip.ts';
import type { PackedFile } from '../contract.ts';
import { files } from '../files/all.ts';
import { type Column, type File, statementOf, type Unit } from '../files/file.ts';

export interface Asked {
  place: { key: string; name: string; lo: string; hi: string };
  ranges: readonly Range[];
  account: string;
  /** Offices the reader lies in, from whom findings are kept; none of an auditor. */
  line: readonly string[];
  /** Rights of the reader: a file they have none for is left out. */
  permissions: ReadonlySet<string>;
  takenBy: { name: string; office: string };
  notices: readonly { number: string; organ: string }[];
  cutOff: string;
  lang: Lang;
}

/** Rows read at a time. */
const portion = 1_000;
const mark = '\uFEFF';

/** @param index filled with each file as it was packed */
export async function* packedFiles(
  client: Client,
  asked: Asked,
  words: Words,
  index: PackedFile[],
): AsyncGenerator<Part, void> {
  const readable = files.filter(({ permission }) => asked.permissions.has(permission));
  for (const file of readable)
    yield counted(nameOf(file), file.title, rowsOf(client, file, asked, words), index);
  const leftOut = files.filter((file) => !readable.includes(file));
  const notes = { zh: '数据说明', en: 'Field notes' };
  yield counted('field-notes.csv', notes, notesOf(words, readable), index);
  yield { name: 'index.csv', plain: true, pieces: [Buffer.from(indexCsv(index, leftOut))] };
  yield {
    name: 'index.json',
    plain: true,
    pieces: [Buffer.from(indexJson(asked, index, leftOut))],
  };
}

/** Numbered in the order of all files: what is left out leaves its number. */
const nameOf = (file: File): string =>
  `${String(files.indexOf(file) + 1).padStart(2, '0')}-${file.code}.csv`;

/** Counts rows, bytes and the hash of a file while it goes by. */
function counted(
  name: string,
  title: PackedFile['title'],
  lines: AsyncIterable<string[]> | Iterable<string[]>,
  index: PackedFile[],
): Part {
  async function* pieces() {
    const hash = createHash('sha256');
    let [bytes, rows] = [0, -1]; // the heads are no row
    for await (const some of lines) {
      const part = Buffer.from(some.join(''));
      hash.update(part);
      bytes += part.length;
      rows += some.length;
      yield part;
    }
    index.push({ name, title, rows, bytes, sha256: hash.digest('hex') });
  }
  return { name, pieces: pieces() };
}

async function* rowsOf(
  client: Client,
  file: File,
  { place, ranges, account, line, lang }: Asked,
  words: Words,
): AsyncGenerator<string[], void> {
  yield [mark + csvLine(file.columns.map(({ name }) => name[lang]))];
  const values = [place.lo, place.hi, ...boundsOf(ranges), ...(file.seen ? [account, line] : [])];
  await client.query(`declare evidence no scroll cursor for ${statementOf(file)}`, values);
  for (;;) {
    const { rows } = await client.query<{ cells: (string | null)[] }>(
      `fetch ${portion} from evidence`,
    );
    if (rows.length === 0) break;
    yield rows.map(({ cells }) =>
      csvLine(file.columns.map((column, at) => written(column, cells[at] ?? null, words, lang))),
    );
  }
  await client.query('close evidence');
}

/** Yuan are numbers, exact below 90 trillion: a minus sign at the start of text would be taken for a formula. */
function written({ unit, words: of }: Column, cell: string | null, words: Words, lang: Lang) {
  if (cell === null) return null;
  if (of) return words[`${of}${cell}`]?.[lang] ?? cell;
  if (unit === 'yuan') return Number(plainYuan(cell));
  if (unit === 'number') return Number(cell);
  return unit === 'yes_no' ? (words[`evidence.value.${cell}`]?.[lang] ?? cell) : cell;
}

const said = (words: Words, unit: Unit, lang: Lang) => words[`evidence.unit.${unit}`]?.[lang] ?? '';

function* notesOf(words: Words, readable: readonly File[]): Generator<string[], void> {
  yield [
    mark + csvLine(['文件 File', '列 Column', '中文名', 'English', '单位', 'Unit', '来源 Source']),
  ];
  for (const file of readable)
    yield file.columns.map(({ name, unit, from }, column) =>
      csvLine([
        ...[nameOf(file), column + 1, name.zh, name.en],
        ...[said(words, unit, 'zh'), said(words, unit, 'en')],
        sourceOf(file, from),
      ]),
    );
}

/** Table and column a value stands in; of what is put together, the table it begins with. */
function sourceOf({ table, code }: File, from: string): string {
  const named = /^t\.([a-z_]+)(::text)?$/.exec(from)?.[1];
  const first = /^[a-z]+\.[a-z_]+/.exec(table)?.[0] ?? /from ([a-z]+\.[a-z_]+)/.exec(table)?.[1];
  return named ? `${first ?? code}.${named}` : (/from ([a-z]+\.[a-z_]+)/.exec(from)?.[1] ?? code);
}

/** Left out with its reason: who checks a package sees that nothing was lost. */
const indexCsv = (index: readonly PackedFile[], leftOut: readonly File[]) =>
  [
    mark + csvLine(['文件 File', '内容', 'Content', '行数 Rows', '字节 Bytes', 'SHA-256']),
    ...index.map(({ name, title, rows, bytes, sha256 }) =>
      csvLine([name, title.zh, title.en, rows, bytes, sha256]),
    ),
    ...leftOut.map((file) =>
      csvLine([
        nameOf(file),
        file.title.zh,
        file.title.en,
        '无权查看，未列入',
        'no right to it',
        '',
      ]),
    ),
  ].join('');

const indexJson = (
  { place, takenBy, notices, cutOff, lang }: Asked,
  index: readonly PackedFile[],
  leftOut: readonly File[],
): string =>
  JSON.stringify(
    {
      ...{ package: 'zhuzhen.evidence', version: 1, language: lang },
      ...{ place: { key: place.key, name: place.name }, cutOff, takenBy, notices, files: index },
      leftOut: leftOut.map((file) => ({ name: nameOf(file), title: file.title })),
    },
    null,
    2,
  );

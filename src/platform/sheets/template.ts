/** The workbook people fill in: heads with drop-downs, a sheet that explains them, and a hidden mark of kind and version. Pure. */
import type { Lang, Word } from '../../kit/words.ts';
import { type Choice, labelOf, type SheetColumn, yesNo } from './description.ts';
import type { Lists, SheetKind, Taken } from './kind.ts';
import type { Cell, SheetOut } from './workbook-out.ts';

export const mark = { sheet: '_mark', word: 'zhuzhen' } as const;
const lists = '_lists';

const say = (zh: string, en: string): Word => ({ zh, en });
const names = {
  data: say('填写', 'Data'),
  about: say('说明', 'Explanations'),
  column: say('列', 'Column'),
  needed: say('必填', 'Needed'),
  type: say('填什么', 'What to write'),
  yes: say('必填', 'needed'),
  firstLine: say('首行必填', 'needed in its first line'),
  no: say('可空', 'may be empty'),
  version: say('模板版本', 'Version of the template'),
};
/** Where a column must say something: what tells one thing from another, on each of its lines. */
const neededIn = ({ sameIn }: SheetKind, { key, needed, line }: SheetColumn): Word => {
  if (!needed) return names.no;
  return line || sameIn.includes(key) ? names.yes : names.firstLine;
};
const types: Record<SheetColumn['type'], Word> = {
  text: say('文字，最多 {most} 个字', 'Text, {most} characters at most'),
  whole: say('整数', 'A whole number'),
  hundredths: say('大于 0 的数，最多两位小数', 'A number above 0, two decimals at most'),
  yuan: say('金额，单位元，最多两位小数', 'An amount in yuan, two decimals at most'),
  day: say('日期，如 2022-07-28', 'A day, like 2022-07-28'),
  yes_no: say('是或否', 'Yes or No'),
  choice: say('从下拉中选一项', 'One of the list'),
  many: say(
    '下拉中的一项或几项，用“、”隔开',
    'One or several of the list, with commas between them',
  ),
};

export const choicesOf = (column: SheetColumn, given: Lists): readonly Choice[] =>
  column.type === 'yes_no'
    ? yesNo
    : typeof column.choices === 'string'
      ? (given[column.choices] ?? [])
      : (column.choices ?? []);

/**
 * @param more lines below the heads, a column after the last where they have one, and what is said beside the heads of lines
 * that are left out, and what they were taken of
 */
export function sheetsOf(
  kind: SheetKind,
  given: Lists,
  lang: Lang,
  more?: {
    head?: string;
    leftOut?: string | undefined;
    taken?: Taken | undefined;
    rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  },
): SheetOut[] {
  const { columns } = kind;
  const listed = columns.map((column) => choicesOf(column, given).map((one) => labelOf(one, lang)));
  const longest = Math.max(1, ...listed.map(({ length }) => length));
  const heads: Cell[] = columns.map((column) => ({
    of: column.title[lang],
    as: column.needed ? 'head_needed' : 'head',
  }));
  if (more?.head) heads.push({ of: more.head, as: 'fault' });
  const leftOut = more?.leftOut && `${noted}${more.leftOut}`;
  if (leftOut) heads.push({ of: leftOut, as: 'reason' });
  return [
    {
      name: names.data[lang],
      frozen: 1,
      widths: [...columns.map(({ width = 16 }) => width), ...(more?.head || leftOut ? [60] : [])],
      columns: columns.map(({ type }) =>
        type === 'yuan' ? 'yuan' : type === 'whole' || type === 'hundredths' ? 'plain' : 'text',
      ),
      dropDowns: listed.flatMap(({ length: count }, column) =>
        count > 0 ? [{ column, from: { sheet: lists, column, count } }] : [],
      ),
      rows: more ? followed(heads, more.rows) : [heads],
    },
    {
      name: names.about[lang],
      widths: [22, 18, 40, 60],
      rows: [
        [{ of: kind.name[lang], as: 'title' }],
        [{ of: kind.about[lang], as: 'wrapped' }],
        ...(leftOut ? [[{ of: leftOut, as: 'reason' } as const]] : []),
        [`${names.version[lang]} ${kind.version}`],
        [],
        [names.column, names.needed, names.type].map(
          (word): Cell => ({ of: word[lang], as: 'head' }),
        ),
        ...columns.map((column): Cell[] => [
          column.title[lang],
          neededIn(kind, column)[lang],
          types[column.type][lang].replace('{most}', String(column.most ?? 80)),
          { of: column.help?.[lang] ?? null, as: 'wrapped' },
        ]),
      ],
    },
    {
      name: lists,
      hidden: true,
      rows: Array.from({ length: longest }, (_, at) => listed.map((labels) => labels[at] ?? null)),
    },
    {
      name: mark.sheet,
      hidden: true,
      rows: [markOf(kind, more?.taken), columns.map(({ key }) => key)],
    },
  ];
}

/** The mark of a template: its kind, its version, then what it was taken of. */
export const markOf = ({ code, version }: SheetKind, taken: Taken = {}): string[] => [
  ...[mark.word, code, String(version)],
  ...Object.entries(taken).map(([id, seen]) => `${id} ${seen}`),
];

/** What a mark says its template was taken of. */
export const takenIn = (found: readonly string[]): Taken =>
  Object.fromEntries(
    found.slice(3).flatMap((cell) => {
      const [, id, seen] = /^([0-9a-f-]{36}) (\S{1,40})$/.exec(cell) ?? [];
      return id && seen ? [[id, seen]] : [];
    }),
  );

async function* followed(
  first: readonly Cell[],
  rest: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
) {
  yield first;
  yield* rest;
}

/**
 * Where each column stands among the heads of a sheet.
 * @returns the columns that are missing, and heads that are none of theirs
 */
export function placed(
  kind: SheetKind,
  heads: readonly string[],
): { at: number[]; missing: SheetColumn[]; strange: string[] } {
  const tidy = (head: string) => head.replaceAll(/[\s*＊]+/g, '');
  const said = heads.map(tidy);
  const at = kind.columns.map(({ title }) =>
    said.findIndex((head) => head === tidy(title.zh) || head === tidy(title.en)),
  );
  const ours = new Set(at);
  return {
    at,
    missing: kind.columns.filter((_, n) => at[n] === -1),
    strange: heads.filter(
      (head, n) =>
        head !== '' && !ours.has(n) && !reasonHeads.includes(head) && !head.startsWith(noted),
    ),
  };
}

/** What a head begins with that is a note to who fills the sheet in, and no column. */
const noted = '※';

/** The column an import adds: it is left out when the workbook comes back. */
export const reasonHead = say('原因（改好后可直接再上传）', 'Reasons (correct and upload again)');
const reasonHeads: readonly string[] = [reasonHead.zh, reasonHead.en];

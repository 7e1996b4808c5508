/** Which column of an export says what: guessed from its head the first time, remembered afterwards. */
import type { SourceKind } from '../codes.ts';
import { type DateOrder, plainCell, type Unit } from './cells.ts';

export const fields = [
  'number',
  'dated',
  'amount',
  'income',
  'outgo',
  'payee',
  'budgetCode',
  'purpose',
] as const;
export type Field = (typeof fields)[number];

export interface Mapping {
  /** The head of the column, as the file writes it; null where it has none. */
  columns: Record<Field, string | null>;
  dates: DateOrder;
  unit: Unit;
}

/** Heads without what stands in brackets behind them. */
const known: Record<Field, readonly string[]> = {
  number:
    '支付凭证号 支付凭证编号 凭证号 凭证编号 支付令号 单据号 单据编号 指标文号 指标文件号 发文文号 文号 指标编号 交易流水号 流水号 回单编号 vouchernumber documentnumber number'.split(
      ' ',
    ),
  dated:
    '支付日期 清算日期 凭证日期 支付时间 交易日期 记账日期 入账日期 交易时间 下达日期 发文日期 指标日期 日期 date'.split(
      ' ',
    ),
  amount: '支付金额 本次支付金额 指标金额 下达金额 交易金额 发生额 金额 amount'.split(' '),
  income: '收入金额 贷方金额 贷方发生额 转入金额 收入 credit'.split(' '),
  outgo: '支出金额 借方金额 借方发生额 转出金额 支出 debit'.split(' '),
  payee:
    '收款人全称 收款人名称 收款人 收款单位 对方户名 对方名称 对方账户名称 对方单位名称 payee'.split(
      ' ',
    ),
  budgetCode: '预算项目编码 预算项目代码 项目编码 项目代码 budgetcode'.split(' '),
  purpose: '用途 资金用途 摘要 附言 预算项目名称 项目名称 purpose'.split(' '),
};

const plain = (head: string) => plainCell(head).replace(/\s/g, '').toLowerCase();
const bare = (head: string) => plain(head).replace(/\(.*\)$/, '');

/** Fields of a kind: only a bank says what came in and what went out. */
export const fieldsOf = (kind: SourceKind): readonly Field[] =>
  kind === 'bank_statement' ? fields : fields.filter((one) => one !== 'income' && one !== 'outgo');

/** What stands behind a head where nobody chose: the first known head of each field, each column once. */
export function guessed(heads: readonly string[], kind: SourceKind): Mapping {
  const taken = new Set<string>();
  const wanted = fieldsOf(kind);
  const columns = Object.fromEntries(
    fields.map((field) => {
      const found = wanted.includes(field)
        ? known[field]
            .map((name) => heads.find((head) => !taken.has(head) && bare(head) === name))
            .find((head) => head !== undefined)
        : undefined;
      if (found !== undefined) taken.add(found);
      return [field, found ?? null];
    }),
  ) as Mapping['columns']; // one for each of fields
  if (columns.income !== null || columns.outgo !== null) columns.amount = null;
  const money = columns.amount ?? columns.income ?? columns.outgo ?? '';
  return { columns, dates: 'ymd', unit: plain(money).includes('万元') ? 'wan' : 'yuan' };
}

/** The line of the heads: titles and units of a print-out stand above it. -1 where there is none. */
export function headAt(rows: readonly (readonly string[])[], mapping: Mapping | null): number {
  const wanted = mapping ? headsOf(mapping).map(plain) : [];
  if (wanted.length > 0)
    return rows.findIndex((cells) => wanted.every((head) => cells.some((c) => plain(c) === head)));
  const names = new Set(Object.values(known).flat());
  const scores = rows.map((cells) => cells.filter((cell) => names.has(bare(cell))).length);
  const best = Math.max(0, ...scores);
  return best > 1
    ? scores.indexOf(best)
    : rows.findIndex((cells) => cells.filter((cell) => plain(cell) !== '').length > 1);
}

export const headsOf = ({ columns }: Mapping): string[] =>
  fields.map((field) => columns[field]).filter((head) => head !== null);

/** Where each field stands; -1 for one the file does not have. */
export const placesOf = (heads: readonly string[], { columns }: Mapping): Record<Field, number> => {
  const names = heads.map(plain);
  return Object.fromEntries(
    fields.map((field) => {
      const head = columns[field];
      return [field, head === null ? -1 : names.indexOf(plain(head))];
    }),
  ) as Record<Field, number>; // one for each of fields
};

/** Mapped heads that stand over two columns: nobody can tell which is meant. */
export function headsTwice(heads: readonly string[], mapping: Mapping): string[] {
  const names = heads.map(plain);
  return headsOf(mapping).filter(
    (head) => names.indexOf(plain(head)) !== names.lastIndexOf(plain(head)),
  );
}

/** What a mapping still lacks. */
export function lacking(
  { columns }: Mapping,
  kind: SourceKind,
): 'dated' | 'amount' | 'key' | 'column_twice' | null {
  if (columns.dated === null) return 'dated';
  const split = kind === 'bank_statement' && (columns.income !== null || columns.outgo !== null);
  if ((columns.amount !== null) === split) return 'amount';
  if (columns.number === null && columns.payee === null && columns.budgetCode === null)
    return 'key';
  const heads = headsOf({ columns } as Mapping).map(plain);
  return new Set(heads).size < heads.length ? 'column_twice' : null;
}

export const sameMapping = (a: Mapping | null, b: Mapping): boolean =>
  a !== null &&
  a.dates === b.dates &&
  a.unit === b.unit &&
  fields.every((field) => a.columns[field] === b.columns[field]);

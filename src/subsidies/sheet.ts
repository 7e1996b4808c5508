/** The file a bank pays by: UTF-8 with a mark, so that spreadsheets show every character of a name. Pure. */
import { plainYuan } from '../kit/money.ts';
import { csvLine } from '../kit/text.ts';
import type { Listed } from './rules.ts';

export interface FileLine extends Listed {
  village: string;
  item: string;
}

/** The heads are the bank's, in Chinese whoever exports: the file is fixed by its hash. */
export function bankFile(lines: readonly FileLine[]): string {
  const head = ['序号', '户主姓名', '村', '账号末四位', '金额（元）', '用途'];
  return `\uFEFF${csvLine(head)}${lines
    .map((line) =>
      csvLine([
        ...[line.position, line.head, line.village, line.accountTail],
        ...[plainYuan(line.amount), line.item],
      ]),
    )
    .join('')}`;
}

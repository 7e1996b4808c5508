/** A program of its own, so that its memory is its own: so many rows of a query as a list file. Says bytes and the peak of memory. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPool } from '../../src/platform/db/pool.ts';
import { type ListColumn, listFile, yuanCell } from '../../src/platform/sheets/list-file.ts';

interface Row {
  n: number;
  number: string;
  title: string;
  dated: string;
  amount: string;
}
const [url = '', out = '', count = '0'] = process.argv.slice(2);
const pool = openPool(url, { max: 1 });
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20);
const said = (zh: string, en: string) => ({ zh, en });
const columns: ListColumn<Row>[] = [
  { title: said('文号', 'Number'), cell: (row) => row.number },
  { title: said('标题', 'Title'), cell: (row) => row.title },
  { title: said('日期', 'Dated'), cell: (row) => row.dated },
  ...['下达', '拨付', '到位', '支出'].map((zh) => ({
    title: said(zh, zh),
    cell: (row: Row) => yuanCell(row.amount),
  })),
];

async function* rows(): AsyncGenerator<Row[], void> {
  for (let after = 0; after < Number(count); after += 500) {
    const found = await pool.query<Row>(
      `select g as n, '粤财农〔2022〕' || g || '号' as number, '下达驻镇帮镇扶村资金' || g as title,
         (date '2022-01-01' + g % 365)::text as dated, (g::bigint * 10007)::text as amount
       from generate_series($1::integer + 1, least($1::integer + 500, $2::integer)) g`,
      [after, Number(count)],
    );
    yield found.rows;
  }
}

const about = {
  title: said('指标文件', 'Documents'),
  place: '广东省',
  day: '2022-07-28',
  madeUp: true,
  by: 'bench',
};
const file = { ...about, atMs: 0, filters: [], columns, rows: rows() };
await pipeline(Readable.from(listFile(file, 'zh')), createWriteStream(out));
clearInterval(watch);
await pool.end();
console.log(JSON.stringify({ peak }));

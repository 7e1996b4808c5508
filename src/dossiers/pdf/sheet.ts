/** Pages of text: lines that wrap, a new page where one is full. What does not fit the font is shown as 〓, never left out. */
import { type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';

export const a4: [width: number, height: number] = [595.28, 841.89];
const [pageWidth, pageHeight] = a4;
const margin = { side: 62, top: 68, bottom: 66 };
const ink = rgb(0.12, 0.16, 0.14);
const grey = rgb(0.42, 0.45, 0.43);
const rule = rgb(0.78, 0.79, 0.76);
const headShade = rgb(0.94, 0.94, 0.91);

export interface Sheet {
  text(
    line: string,
    how?: { size?: number; centred?: boolean; grey?: boolean; gap?: number },
  ): void;
  /** A label in its column, and a value that wraps beside it. */
  fact(label: string, value: string): void;
  /** A line with something at the right edge. */
  row(left: string, right: string, size?: number): void;
  rule(): void;
  /** A table; columns are as wide as their shares say, those of numbers lean to the right. */
  table(
    rows: readonly (readonly string[])[],
    columns: { shares: readonly number[]; numbers: readonly number[]; headed: boolean },
  ): void;
  pages: PDFPage[];
}

export function printable(font: PDFFont): (text: string) => string {
  const known = new Set(font.getCharacterSet());
  return (text) =>
    [...text.replace(/\s+/g, ' ')]
      .map((sign) => (known.has(sign.codePointAt(0) ?? 0) ? sign : '〓'))
      .join('');
}

/** @param add makes the n-th page, from 0 */
export function sheetOf(add: (n: number) => PDFPage, font: PDFFont, band: string): Sheet {
  const shown = printable(font);
  const width = pageWidth - 2 * margin.side;
  const pages: PDFPage[] = [];
  let page: PDFPage;
  let y = 0;
  const newPage = () => {
    page = add(pages.length);
    pages.push(page);
    y = pageHeight - margin.top;
    if (band) put(band, margin.side, pageHeight - 36, 9, true);
  };
  const put = (text: string, x: number, at: number, size: number, pale = false) =>
    page.drawText(text, { x, y: at, size, font, color: pale ? grey : ink });
  const room = (height: number) => {
    if (y - height < margin.bottom) newPage();
  };
  /** Breaks between any two signs of Chinese, and between words of Latin. */
  const wrapped = (text: string, most: number, size: number): string[] => {
    const lines: string[] = [];
    let line = '';
    for (const part of shown(text).match(/[\w.,:/@-]+|./gu) ?? []) {
      for (const piece of pieces(part, most, size)) {
        if (line && font.widthOfTextAtSize(line + piece, size) > most) {
          lines.push(line.trimEnd());
          line = piece.trimStart();
        } else line += piece;
      }
    }
    return [...lines, line];
  };
  const pieces = (part: string, most: number, size: number): string[] =>
    font.widthOfTextAtSize(part, size) > most ? [...part] : [part];

  newPage();
  return {
    pages,
    text(line, { size = 10.5, centred = false, grey: pale = false, gap = 4 } = {}) {
      for (const one of wrapped(line, width, size)) {
        room(size * 1.5);
        y -= size * 1.5;
        const x = centred ? (pageWidth - font.widthOfTextAtSize(one, size)) / 2 : margin.side;
        put(one, x, y, size, pale);
      }
      y -= gap;
    },
    fact(label, value) {
      const [size, column] = [10.5, 92];
      const lines = wrapped(value, width - column, size);
      for (const [n, one] of lines.entries()) {
        room(size * 1.6);
        y -= size * 1.6;
        if (n === 0) put(shown(label), margin.side, y, size, true);
        put(one, margin.side + column, y, size);
      }
      y -= 1.5;
    },
    row(left, right, size = 10.5) {
      const most = width - 80;
      const lines = wrapped(left, most, size);
      room(size * 1.6 * lines.length);
      for (const [n, one] of lines.entries()) {
        y -= size * 1.6;
        put(one, margin.side, y, size);
        const text = shown(right);
        if (n === 0) put(text, margin.side + width - font.widthOfTextAtSize(text, size), y, size);
      }
    },
    table(rows, { shares, numbers, headed }) {
      const [size, pad] = [9, 4];
      const whole = shares.reduce((sum, share) => sum + share, 0);
      const widths = shares.map((share) => (share / whole) * width);
      for (const [n, row] of rows.entries()) {
        const cells = row.map((cell, column) =>
          wrapped(cell, (widths[column] ?? 0) - 2 * pad, size),
        );
        const height = Math.max(...cells.map((lines) => lines.length)) * size * 1.4 + 2 * pad;
        room(height);
        let x = margin.side;
        for (const [column, lines] of cells.entries()) {
          const wide = widths[column] ?? 0;
          const frame = { x, y: y - height, width: wide, height };
          const shade = headed && n === 0 ? { color: headShade } : {};
          page.drawRectangle({ ...frame, ...shade, borderColor: rule, borderWidth: 0.5 });
          for (const [at, line] of lines.entries()) {
            const free = wide - 2 * pad - font.widthOfTextAtSize(line, size);
            const lean = numbers.includes(column) ? free : 0;
            put(line, x + pad + lean, y - pad - size * (1 + at * 1.4), size);
          }
          x += wide;
        }
        y -= height;
      }
      y -= 8;
    },
    rule() {
      room(14);
      y -= 8;
      const line = { start: { x: margin.side, y }, end: { x: pageWidth - margin.side, y } };
      page.drawLine({ ...line, thickness: 0.6, color: rule });
      y -= 6;
    },
  };
}

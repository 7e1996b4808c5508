/** A few signs in the middle of the upper or lower edge of a page as it is looked at, however its space is turned. */
import { degrees, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';

const size = 8;

export function atEdge(page: PDFPage, font: PDFFont, edge: 'head' | 'foot', said: string): void {
  const half = font.widthOfTextAtSize(said, size) / 2;
  const { x, y, width, height } = page.getCropBox();
  const turn = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const tall = turn === 0 || turn === 180 ? height : width;
  const up = edge === 'foot' ? 14 : tall - 14 - size;
  const at = {
    0: { x: x + width / 2 - half, y: y + up },
    90: { x: x + width - up, y: y + height / 2 - half },
    180: { x: x + width / 2 + half, y: y + height - up },
    270: { x: x + up, y: y + height / 2 + half },
  }[turn];
  if (at)
    page.drawText(said, { ...at, size, font, rotate: degrees(turn), color: rgb(0.3, 0.3, 0.3) });
}

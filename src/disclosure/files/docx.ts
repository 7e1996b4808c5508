/**
 * A copy as a Word document (ECMA-376): text and tables, A4 with the margins of GB/T 9704. The parts a reader needs and no
 * more: no author, no revision, no path of a machine.
 */

import type { Lang } from '../../kit/words.ts';
import { zipped } from '../../platform/zip.ts';
import type { Block, Content } from '../content/block.ts';
import { esc } from './markup.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`;
const packageRelations = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const documentRelations = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;

const style = (id: string, name: string, paragraph: string, run: string, first = '') =>
  `<w:style w:type="paragraph"${first} w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
const fonts = (east: string) =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${east}"/>`;
/** Sizes are half points: 2号 44, 3号 32, 小四 24. */
const styles = `${head}<w:styles ${w}>${[
  style(
    'Normal',
    'Normal',
    '<w:spacing w:line="360" w:lineRule="auto"/>',
    `${fonts('仿宋')}<w:sz w:val="24"/>`,
    ' w:default="1"',
  ),
  style(
    'Title',
    'Title',
    '<w:spacing w:after="240"/><w:jc w:val="center"/>',
    `${fonts('小标宋')}<w:b/><w:sz w:val="44"/>`,
  ),
  style(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>',
    `${fonts('黑体')}<w:b/><w:sz w:val="32"/>`,
  ),
  style('Foot', 'Foot', '', `${fonts('仿宋')}<w:sz w:val="20"/>`),
].join('')}</w:styles>`;

const paragraph = (text: string, styled = 'Normal', right = false) =>
  `<w:p><w:pPr><w:pStyle w:val="${styled}"/>${right ? '<w:jc w:val="right"/>' : ''}</w:pPr><w:r><w:t xml:space="preserve">${esc(text)}</w:t></w:r></w:p>`;
/** Width of the text on A4 with 28 and 26 mm at its sides, in twentieths of a point. */
const textWidth = 8_845;

function table(
  rows: readonly (readonly string[])[],
  numbers: readonly number[],
  headed: boolean,
  widths: readonly number[],
): string {
  const edge = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
    .join('');
  const row = (cells: readonly string[], n: number) =>
    `<w:tr>${headed && n === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells
      .map(
        (cell, column) =>
          `<w:tc><w:tcPr><w:tcW w:w="${widths[column] ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(cell, 'Normal', numbers.includes(column))}</w:tc>`,
      )
      .join('')}</w:tr>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblBorders>${edge}</w:tblBorders></w:tblPr><w:tblGrid>${widths
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${rows.map(row).join('')}</w:tbl><w:p/>`;
}

function blockXml(block: Block): string {
  if (block.kind === 'heading') return paragraph(block.text, 'Heading1');
  if (block.kind === 'paragraph') return paragraph(block.text);
  if (block.kind === 'facts')
    return table(
      block.rows.map(({ label, value }) => [label, value]),
      ...([[], false, [2_000, textWidth - 2_000]] as const),
    );
  const each = Math.floor(textWidth / block.head.length);
  return table(
    [block.head, ...block.rows],
    block.numbers,
    true,
    block.head.map(() => each),
  );
}

interface About {
  content: Content;
  lang: Lang;
  band: string;
  foot: readonly string[];
}

export async function docxFile({ content, lang, band, foot }: About): Promise<Buffer> {
  const body = [
    ...(band ? [paragraph(band, 'Foot')] : []),
    paragraph(content.title[lang], 'Title'),
    ...content.blocks[lang].map(blockXml),
    ...foot.map((line) => paragraph(line, 'Foot')),
  ].join('');
  const section =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
  const parts = zipped([
    { name: '[Content_Types].xml', pieces: [types] },
    { name: '_rels/.rels', pieces: [packageRelations] },
    { name: 'word/_rels/document.xml.rels', pieces: [documentRelations] },
    { name: 'word/styles.xml', pieces: [styles] },
    {
      name: 'word/document.xml',
      pieces: [`${head}<w:document ${w}><w:body>${body}${section}</w:body></w:document>`],
    },
  ]);
  return Buffer.concat(await Array.fromAsync(parts));
}

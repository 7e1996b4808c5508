/** A copy as HTML: plain tables and paragraphs, as a part of a page or as a file of its own. */
import type { Lang } from '../../kit/words.ts';
import type { Block, Content } from '../content/block.ts';
import { esc } from './markup.ts';

export const blocksHtml = (blocks: readonly Block[]): string => blocks.map(blockHtml).join('\n');

function blockHtml(block: Block): string {
  if (block.kind === 'heading') return `<h2>${esc(block.text)}</h2>`;
  if (block.kind === 'paragraph') return `<p>${esc(block.text)}</p>`;
  if (block.kind === 'facts')
    return `<table class="facts"><tbody>${block.rows
      .map(
        ({ label, value }) => `<tr><th scope="row">${esc(label)}</th><td>${esc(value)}</td></tr>`,
      )
      .join('')}</tbody></table>`;
  const right = (column: number) => (block.numbers.includes(column) ? ' class="number"' : '');
  return `<div class="wide"><table><thead><tr>${block.head
    .map((cell, column) => `<th scope="col"${right(column)}>${esc(cell)}</th>`)
    .join('')}</tr></thead><tbody>${block.rows
    .map(
      (row) =>
        `<tr>${row.map((cell, column) => `<td${right(column)}>${esc(cell)}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table></div>`;
}

/** How copies look, on our own pages and in a file somebody puts on another site. */
export const copyStyle = `
body { margin: 0 auto; max-width: 880px; padding: 16px; color: #1f2a24; background: #fbfaf6; overflow-wrap: anywhere; font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; }
h1 { font-size: 24px; line-height: 1.4; }
h2 { font-size: 18px; margin: 28px 0 8px; }
table { border-collapse: collapse; width: 100%; font-size: 15px; }
th, td { border: 1px solid #d6d6cd; padding: 6px 10px; text-align: left; vertical-align: top; }
th { background: #f1f0e8; font-weight: 600; }
.facts th { width: 9em; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.wide { overflow-x: auto; }
.band { padding: 6px 10px; background: #c8912b; color: #1f2a24; font-weight: 600; }
.foot { margin-top: 32px; color: #565f59; font-size: 14px; }
`;

interface About {
  content: Content;
  lang: Lang;
  band: string;
  foot: readonly string[];
}

/** A whole file: no script, nothing loaded from anywhere. */
export function htmlFile({ content, lang, band, foot }: About): string {
  const title = esc(content.title[lang]);
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>${copyStyle}</style></head>
<body>
${band ? `<p class="band">${esc(band)}</p>` : ''}
<h1>${title}</h1>
${blocksHtml(content.blocks[lang])}
<div class="foot">${foot.map((line) => `<p>${esc(line)}</p>`).join('')}</div>
</body></html>
`;
}

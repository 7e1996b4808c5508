/** A program of its own: reads a copy from standard input, writes its PDF to standard output in base64. A font of 8 MB is read for it. */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import fontkit from '@cantoo/fontkit';
import { PDFDocument } from '@cantoo/pdf-lib';
import { fontFile } from '../../dossiers/pdf/font.ts';
import { atEdge } from '../../dossiers/pdf/page-edge.ts';
import { a4, sheetOf } from '../../dossiers/pdf/sheet.ts';
import type { Block } from '../content/block.ts';

export interface PdfPlan {
  title: string;
  blocks: Block[];
  band: string;
  foot: string[];
  /** The day it was made on, which is its date. */
  on: string;
}

const shares = (head: readonly string[], numbers: readonly number[]) =>
  head.map((_, column) => (numbers.includes(column) ? 1.1 : 1.3));

async function pdfOf(plan: PdfPlan): Promise<string> {
  const doc = await PDFDocument.create();
  doc.registerFontkit(fontkit);
  const font = await doc.embedFont(await readFile(fontFile), { subset: true });
  const sheet = sheetOf(() => doc.addPage(a4), font, plan.band);
  sheet.text(plan.title, { size: 18, centred: true, gap: 10 });
  for (const block of plan.blocks) {
    if (block.kind === 'heading') sheet.text(block.text, { size: 13, gap: 4 });
    else if (block.kind === 'paragraph') sheet.text(block.text, { gap: 6 });
    else if (block.kind === 'facts')
      sheet.table(
        block.rows.map(({ label, value }) => [label, value]),
        { shares: [1, 4], numbers: [], headed: false },
      );
    else
      sheet.table([block.head, ...block.rows], {
        ...{ shares: shares(block.head, block.numbers), numbers: block.numbers, headed: true },
      });
  }
  sheet.rule();
  for (const line of plan.foot) sheet.text(line, { size: 9, grey: true, gap: 2 });
  const count = sheet.pages.length;
  for (const [n, page] of sheet.pages.entries()) atEdge(page, font, 'foot', `${n + 1} / ${count}`);
  doc.setTitle(plan.title);
  doc.setProducer('Zhuzhen');
  doc.setCreator('Zhuzhen');
  const made = new Date(`${plan.on}T00:00:00Z`);
  doc.setCreationDate(made);
  doc.setModificationDate(made);
  return Buffer.from(await doc.save()).toString('base64');
}

const plan = JSON.parse(await text(process.stdin)) as PdfPlan; // written by file-of.ts
process.stdout.write(await pdfOf(plan));

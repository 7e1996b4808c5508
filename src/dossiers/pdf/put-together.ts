/**
 * A program of its own: reads a plan from standard input, writes the dossier, answers on standard output. Scans come
 * from anywhere; whatever one of them does to this program, the server goes on.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import fontkit from '@cantoo/fontkit';
import { PDFDocument } from '@cantoo/pdf-lib';
import { addCover, addHashes } from './cover.ts';
import { atEdge } from './page-edge.ts';
import type { Answer, Plan } from './plan.ts';
import { addScan, ScanFault } from './scan-pages.ts';

async function putTogether(plan: Plan): Promise<Answer> {
  const doc = await PDFDocument.create();
  const lengths: number[] = [];
  for (const [at, part] of plan.parts.entries()) {
    try {
      const bytes = await readFile(part.path);
      const left = plan.mostPages - doc.getPageCount();
      lengths.push((await addScan(doc, part, bytes, left)).length);
    } catch (error) {
      if (error instanceof ScanFault) return { fault: error.fault, at };
      throw error;
    }
  }
  doc.registerFontkit(fontkit);
  const font = await doc.embedFont(await readFile(plan.font), { subset: true });
  const hashPages = addHashes(doc, font, plan);
  // The cover is laid out twice: which pages its list names is known when it is known how long it is.
  const coverPages = addCover(await PDFDocument.create(), font, plan, []);
  let next = coverPages + 1;
  const stretches = [...lengths, hashPages].map((pages) => {
    const first = next;
    next += pages;
    return { first, pages };
  });
  const named = stretches.map(({ first, pages }) =>
    pages > 1 ? `${first}–${first + pages - 1}` : String(first),
  );
  addCover(doc, font, plan, named);
  const count = doc.getPageCount();
  const scans = { from: coverPages, to: count - hashPages };
  for (const [n, page] of doc.getPages().entries()) {
    atEdge(page, font, 'foot', `${n + 1} / ${count}`);
    // Pages of ours say it already.
    if (plan.band && n >= scans.from && n < scans.to) atEdge(page, font, 'head', plan.band);
  }
  doc.setTitle(plan.title);
  doc.setProducer('Zhuzhen');
  doc.setCreator('Zhuzhen');
  doc.setCreationDate(new Date(plan.at));
  doc.setModificationDate(new Date(plan.at));
  await writeFile(plan.out, await doc.save(), { flag: 'wx', mode: 0o600 });
  return { pages: count, parts: stretches.slice(0, -1) };
}

const plan = JSON.parse(await text(process.stdin)) as Plan; // written by assemble.ts
process.stdout.write(JSON.stringify(await putTogether(plan)));

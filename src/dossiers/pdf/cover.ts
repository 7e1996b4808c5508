/** The pages of a dossier that are ours: the cover with the list of contents, and the list of SHA-256 at its end. */
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';
import type { Plan } from './plan.ts';
import { a4, sheetOf } from './sheet.ts';

/** Puts the cover in front. @param pages what stands behind each part: first and last page; blanks while they are not known */
export function addCover(
  doc: PDFDocument,
  font: PDFFont,
  plan: Plan,
  pages: readonly string[],
): number {
  const sheet = sheetOf((n) => doc.insertPage(n, a4), font, plan.band);
  sheet.text(plan.title, { size: 22, centred: true, gap: 6 });
  sheet.text(plan.subtitle, { size: 12, centred: true, gap: 10 });
  for (const group of plan.facts) {
    sheet.rule();
    for (const { label, value } of group) sheet.fact(label, value);
  }
  sheet.rule();
  sheet.text(plan.contents.title, { size: 13, gap: 4 });
  const [what, where] = plan.contents.head;
  sheet.row(what, where, 9);
  for (const [n, part] of plan.parts.entries())
    sheet.row(`${n + 1}. ${part.label}`, pages[n] ?? '');
  sheet.row(`${plan.parts.length + 1}. ${plan.hashes.title}`, pages[plan.parts.length] ?? '');
  sheet.rule();
  for (const line of plan.foot) sheet.text(line, { size: 9, grey: true, gap: 2 });
  return sheet.pages.length;
}

export function addHashes(doc: PDFDocument, font: PDFFont, plan: Plan): number {
  const sheet = sheetOf(() => doc.addPage(a4), font, plan.band);
  sheet.text(plan.hashes.title, { size: 15, gap: 4 });
  sheet.text(plan.hashes.note, { size: 9, grey: true, gap: 8 });
  for (const [n, part] of plan.parts.entries()) {
    sheet.text(`${n + 1}. ${part.label}`, { gap: 0 });
    sheet.text(part.sha256.replace(/.{8}(?!$)/g, '$& '), { size: 9, gap: 7 });
  }
  return sheet.pages.length;
}

/** The pages of one scan, put behind those that are there: of a PDF as they are, of an image on A4. */
import {
  degrees,
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFImage,
  PDFName,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { turnOf } from './orientation.ts';
import type { Fault, Part } from './plan.ts';
import { a4 } from './sheet.ts';

export class ScanFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

const edge = 28;
/** More than a sheet of A3 at 600 dpi. */
const mostPoints = 80_000_000;

/** @throws ScanFault when it cannot be read */
export async function addScan(
  doc: PDFDocument,
  { type }: Pick<Part, 'type'>,
  bytes: Uint8Array,
  mostPages: number,
): Promise<PDFPage[]> {
  if (type === 'pdf') return addPdf(doc, bytes, mostPages);
  const [points, turn] = type === 'png' ? [pointsOf(bytes), 0 as const] : [0, turnOf(bytes)];
  if (points > mostPoints) throw new ScanFault('huge');
  const image = await (type === 'png' ? doc.embedPng(bytes) : doc.embedJpg(bytes)).catch(damaged);
  if (image.width * image.height > mostPoints) throw new ScanFault('huge');
  return [addImage(doc, image, turn)];
}

const damaged = (cause: unknown): never => {
  throw new ScanFault('damaged', { cause });
};

async function addPdf(doc: PDFDocument, bytes: Uint8Array, mostPages: number): Promise<PDFPage[]> {
  const scan = await PDFDocument.load(bytes, {
    throwOnInvalidObject: true, // or pages would be left out without a word
    updateMetadata: false,
  }).catch(async (cause: unknown): Promise<never> => {
    throw new ScanFault((await isLocked(bytes)) ? 'locked' : 'damaged', { cause });
  });
  if (scan.isEncrypted) throw new ScanFault('locked');
  try {
    const count = scan.getPageCount();
    if (count === 0) throw new ScanFault('damaged');
    if (count > mostPages) throw new ScanFault('pages');
    for (const page of scan.getPages()) quieten(page);
    const pages = await doc.copyPages(scan, scan.getPageIndices());
    for (const page of pages) {
      doc.addPage(page);
      const { context } = doc;
      // What is written on it later must not stand in a space the scan has turned or scaled.
      page.node.normalize();
      page.node.wrapContentStreams(
        context.getPushGraphicsStateContentStream(),
        context.getPopGraphicsStateContentStream(),
      );
    }
    return pages;
  } catch (error) {
    if (error instanceof ScanFault) throw error;
    return damaged(error);
  }
}

/** What is encrypted looks invalid where invalid objects are refused. */
const isLocked = (bytes: Uint8Array): Promise<boolean> =>
  PDFDocument.load(bytes, { updateMetadata: false }).then(
    () => false,
    (error: unknown) => error instanceof EncryptedPDFError,
  );

/** Takes from a page what would do something by itself: scripts, links, actions. Stamps and signatures stay to be seen. */
function quieten(page: PDFPage): void {
  page.node.delete(PDFName.of('AA'));
  const notes = page.node.lookup(PDFName.of('Annots'));
  if (!(notes instanceof PDFArray)) return;
  for (let n = 0; n < notes.size(); n++) {
    const note = notes.lookup(n);
    if (!(note instanceof PDFDict)) continue;
    for (const name of ['A', 'AA', 'Parent', 'FS', 'Movie', 'Sound']) note.delete(PDFName.of(name));
  }
}

/** Width times height of a PNG, as its head says: it is unpacked only when it fits into memory. */
function pointsOf(png: Uint8Array): number {
  if (png.length < 33) throw new ScanFault('damaged');
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return view.getUint32(16) * view.getUint32(20);
}

function addImage(doc: PDFDocument, image: PDFImage, turn: 0 | 90 | 180 | 270): PDFPage {
  const aside = turn === 90 || turn === 270;
  const [wide, high] = aside ? [image.height, image.width] : [image.width, image.height];
  const landscape = wide > high;
  const page = doc.addPage(landscape ? [a4[1], a4[0]] : a4);
  const scale = Math.min((page.getWidth() - 2 * edge) / wide, (page.getHeight() - 2 * edge) / high);
  const [w, h] = [wide * scale, high * scale];
  const [left, bottom] = [(page.getWidth() - w) / 2, (page.getHeight() - h) / 2];
  const corner = {
    0: [left, bottom],
    90: [left, bottom + h],
    180: [left + w, bottom + h],
    270: [left + w, bottom],
  }[turn] as [number, number];
  page.drawImage(image, {
    x: corner[0],
    y: corner[1],
    width: image.width * scale,
    height: image.height * scale,
    rotate: degrees(-turn),
  });
  return page;
}

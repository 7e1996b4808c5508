/** How a photo must be turned to stand upright: the tag 0x0112 of Exif in a JPEG. Pure. */

/** @returns degrees clockwise; 0 where nothing is said or what is said cannot be read */
export function turnOf(jpeg: Uint8Array): 0 | 90 | 180 | 270 {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (marker === 0xe1 && isExif(view, at + 4, length))
      return fromTiff(view, at + 10, at + 2 + length);
    if (marker === 0xda || length < 2) return 0;
    at += 2 + length;
  }
  return 0;
}

const isExif = (view: DataView, at: number, length: number) =>
  length > 16 && at + 6 <= view.byteLength && view.getUint32(at) === 0x45786966;

/** Turned and mirrored ones (2, 4, 5, 7) are turned alone: no scanner mirrors a page. */
const turns: Record<number, 90 | 180 | 270> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };

function fromTiff(view: DataView, start: number, end: number): 0 | 90 | 180 | 270 {
  const last = Math.min(end, view.byteLength);
  if (start + 8 > last) return 0;
  const little = view.getUint16(start) === 0x4949;
  const folder = start + view.getUint32(start + 4, little);
  if (folder + 2 > last) return 0;
  const entries = view.getUint16(folder, little);
  for (let n = 0; n < entries; n++) {
    const entry = folder + 2 + n * 12;
    if (entry + 12 > last) return 0;
    if (view.getUint16(entry, little) === 0x0112)
      return turns[view.getUint16(entry + 8, little)] ?? 0;
  }
  return 0;
}

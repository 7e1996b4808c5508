/** What a file is, told from its first bytes: its name says nothing. Pure. */

/** What scans are; workbooks come as zip archives. */
const scanTypes = ['pdf', 'jpeg', 'png'] as const;
export type ScanType = (typeof scanTypes)[number];
export type FileType = ScanType | 'zip';

export const mediaTypes: Record<ScanType, string> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
};
export const extensions: Record<ScanType, string> = { pdf: '.pdf', jpeg: '.jpg', png: '.png' };

const beginnings: readonly (readonly [FileType, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]], // %PDF-
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
];

/** How many bytes it takes to tell. */
export const tellingBytes = 8;

/** @returns null for anything that is none of these, whatever it calls itself */
export const fileTypeOf = (first: Uint8Array): FileType | null =>
  beginnings.find(([, bytes]) => bytes.every((byte, at) => first[at] === byte))?.[0] ?? null;

/** Of an endpoint that takes scans alone. */
export function scanTypeOf(type: FileType): ScanType {
  if (type === 'zip') throw new RangeError('an archive is no scan');
  return type;
}
export const takenAsScans: readonly FileType[] = scanTypes;

/** What a hostile scan can do: cost its own dossier, and be named for it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { aPdf, aPng } from '../../../test/dossiers.ts';
import { assemble, limits } from './assemble.ts';
import { turnOf } from './orientation.ts';
import type { Part } from './plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'zz-scans-'));
let serial = 0;
function scan(bytes: Uint8Array, type: Part['type'] = 'pdf'): Part {
  serial += 1;
  const path = join(folder, String(serial));
  writeFileSync(path, bytes);
  return { path, type, label: `第${serial}份`, sha256: 'a'.repeat(64) };
}
/** It runs in a program of its own, which waits for the processor as everything else does. */
const patience = 120_000;
const put = (parts: Part[], within = limits, mostPages = 800) =>
  assemble(
    {
      ...{ title: '送审资料', subtitle: '演示县', band: '', facts: [], foot: [], parts },
      contents: { title: '资料目录', head: ['资料', '页码'] },
      hashes: { title: '文件校验清单', note: '' },
      ...{ mostPages, at: 0 },
    },
    '990101000000',
    async (_, made) => made,
    within,
  );

test(
  'a scan under a password, one with too many pages and an image of too many points are named',
  async () => {
    const good = scan(await aPdf([300]));
    const locked = await PDFDocument.load(await aPdf([300]));
    locked.encrypt({ userPassword: 'x', ownerPassword: 'y' });
    expect(await put([good, scan(await locked.save())])).toEqual({ fault: 'locked', at: 1 });
    expect(await put([good, good, scan(await aPdf([1, 2, 3]))], limits, 4)).toEqual({
      ...{ fault: 'pages', at: 2 },
    });
    const huge = Buffer.from(aPng);
    huge.writeUInt32BE(50_000, 16);
    huge.writeUInt32BE(50_000, 20);
    expect(await put([scan(huge, 'png')])).toEqual({ fault: 'huge', at: 0 });
  },
  patience,
);

test(
  'what takes too long or too much memory ends, and nothing but it',
  async () => {
    expect(await put([scan(await aPdf([300]))], { ...limits, ms: 50 })).toEqual({
      fault: 'broken',
    });
    const bomb = deflateSync(Buffer.alloc(200_000_000), { level: 1 });
    const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${bomb.length}>>\nstream\n`;
    const tail = '\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF';
    const file = Buffer.concat([Buffer.from(head), bomb, Buffer.from(tail)]);
    const small = { ms: 10_000, bytes: 160_000_000, heapMb: 100 };
    const outcome = await put([scan(file)], small);
    expect(outcome).toMatchObject({ fault: expect.stringMatching(/^(broken|damaged)$/) });
  },
  patience,
);

test('a photo says how it was held', () => {
  const tiff = (orientation: number) =>
    Buffer.from(`49492a0008000000010012010300010000000${orientation}00000000000000`, 'hex');
  const jpeg = (orientation: number) => {
    const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(orientation)]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(exif.length + 2);
    return Buffer.concat([
      Buffer.from('ffd8ffe1', 'hex'),
      length,
      exif,
      Buffer.from('ffda', 'hex'),
    ]);
  };
  expect([1, 3, 6, 8].map((one) => turnOf(jpeg(one)))).toEqual([0, 180, 90, 270]);
  expect([Buffer.from('ffd8ffe1', 'hex'), jpeg(6).subarray(0, 20), aPng].map(turnOf)).toEqual([
    0, 0, 0,
  ]);
});

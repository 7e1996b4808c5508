/** A ZIP archive as it is made: each part is compressed while it is written, no part is ever held whole. */
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface Part {
  name: string;
  /** Put in as it is, so that it can be read without unpacking. */
  plain?: true;
  /** What is in it, piece by piece. */
  pieces: Pieces;
}

type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

interface Written {
  name: Buffer;
  method: number;
  at: number;
  crc: number;
  packed: number;
  size: number;
}

/** UTF-8 names, sizes after the data. */
const flags = 0x0808;
const [stored, deflate] = [0, 8];
/** 1980-01-01: the time it was made stands in the file where it matters. */
const day = 0x21;
const most = 0xffff_ffff;

/** @throws RangeError beyond 4 GiB */
export async function* zipped(
  parts: Iterable<Part> | AsyncIterable<Part>,
): AsyncGenerator<Uint8Array, void> {
  const written: Written[] = [];
  let at = 0;
  for await (const { name, plain, pieces } of parts) {
    const method = plain ? stored : deflate;
    const one = { name: Buffer.from(name), method, at, crc: 0, packed: 0, size: 0 };
    yield* count(localHead(one));
    for await (const piece of plain ? tallied(pieces, one) : squeezed(tallied(pieces, one))) {
      one.packed += piece.length;
      yield* count(piece);
    }
    if (one.size > most || at > most) throw new RangeError('the archive is too large');
    yield* count(sizesOf(one));
    written.push(one);
  }
  const start = at;
  for (const one of written) yield* count(entryOf(one));
  yield endOf(written.length, start, at - start);

  function* count(bytes: Buffer): Generator<Uint8Array> {
    at += bytes.length;
    yield bytes;
  }
}

function squeezed(pieces: AsyncGenerator<Buffer>): AsyncIterable<Buffer> {
  const through = createDeflateRaw({ level: 4 });
  pipeline(Readable.from(pieces), through, () => undefined); // what goes wrong is thrown where it is read
  return through;
}

async function* tallied(pieces: Pieces, one: Written): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece);
    one.crc = crc32(bytes, one.crc);
    one.size += bytes.length;
    yield bytes;
  }
}

function fields(signature: number, ...values: readonly (readonly [bytes: 2 | 4, value: number])[]) {
  const bytes = Buffer.alloc(4 + values.reduce((sum, [size]) => sum + size, 0));
  bytes.writeUInt32LE(signature, 0);
  let at = 4;
  for (const [size, value] of values) {
    bytes.writeUIntLE(value, at, size);
    at += size;
  }
  return bytes;
}

const localHead = ({ name, method }: Written) =>
  Buffer.concat([
    fields(
      0x04034b50,
      [2, 20],
      [2, flags],
      [2, method],
      [2, 0],
      [2, day],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ),
    name,
  ]);
const sizesOf = ({ crc, packed, size }: Written) =>
  fields(0x08074b50, [4, crc], [4, packed], [4, size]);
const entryOf = ({ name, method, at, crc, packed, size }: Written) =>
  Buffer.concat([
    fields(
      0x02014b50,
      ...([
        [2, 20],
        [2, 20],
        [2, flags],
        [2, method],
        [2, 0],
        [2, day],
        [4, crc],
        [4, packed],
        [4, size],
      ] as const),
      ...([
        [2, name.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, at],
      ] as const),
    ),
    name,
  ]);
const endOf = (parts: number, start: number, size: number) =>
  fields(0x06054b50, [2, 0], [2, 0], [2, parts], [2, parts], [4, size], [4, start], [2, 0]);

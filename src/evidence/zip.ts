/** A ZIP archive made while it is sent: nothing of a file is kept but what was not handed on yet. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface Packed {
  name: string;
  /** Put in as it is, so that it can be read without unpacking. */
  plain?: true;
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** @param at when its files were made */
export async function* zipped(
  files: AsyncIterable<Packed>,
  at: Date,
): AsyncGenerator<Uint8Array, void> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    ready.push(part);
  });
  for await (const { name, plain, parts } of files) {
    const entry = plain ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    for await (const part of parts) {
      entry.push(part);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** Files of anchors: a line a time, one file a day, only ever appended to, on the disk before the database hears of it. */
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { todayAt } from '../../kit/period.ts';
import { type Algorithm, hashOf } from './chain.ts';

export interface AnchoredSeal {
  county: string;
  day: string;
  upto: number;
  hash: string;
  algorithm: Algorithm;
  marks: string;
}

/** What a line says. */
export interface Anchor {
  format: 'zhuzhen-anchor-1';
  sequence: number;
  at: string;
  /** What the hash of this line is made with. */
  algorithm: Algorithm;
  /** Hash of the line before; '-' in the first. */
  previous: string;
  seals: AnchoredSeal[];
}

export interface Line {
  text: string;
  anchor: Anchor;
  hash: Buffer;
}

const named = /^zhuzhen-anchors-\d{4}-\d{2}-\d{2}\.jsonl$/;

export const lineOf = (anchor: Anchor): Line => asLine(JSON.stringify(anchor), anchor);

const asLine = (text: string, anchor: Anchor): Line => ({
  text,
  anchor,
  hash: hashOf(anchor.algorithm, Buffer.from(text)),
});

/** Names of the files of a directory, oldest first. @throws Error when it is not there */
export async function anchorFiles(dir: string): Promise<string[]> {
  return (await readdir(dir)).filter((name) => named.test(name)).sort();
}

/** The last whole line of a directory; null where there is none. */
export async function lastLine(dir: string): Promise<Line | null> {
  for (const name of (await anchorFiles(dir)).reverse()) {
    let last: Line | null = null;
    for await (const line of linesIn(join(dir, name))) last = line;
    if (last) return last;
  }
  return null;
}

/** Whole lines of a directory after a sequence, in order. */
export async function* linesAfter(dir: string, sequence: number): AsyncGenerator<Line, void> {
  for (const name of await anchorFiles(dir))
    for await (const line of linesIn(join(dir, name)))
      if (line.anchor.sequence > sequence) yield line;
}

/** What a crash left half written is no line. */
async function* linesIn(path: string): AsyncGenerator<Line, void> {
  for await (const text of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    const anchor = anchorFrom(text);
    if (anchor) yield asLine(text, anchor);
  }
}

function anchorFrom(text: string): Anchor | null {
  if (!text.startsWith('{"format":"zhuzhen-anchor-1"') || !text.endsWith('}')) return null;
  try {
    return JSON.parse(text) as Anchor; // written by lineOf only; the verifier trusts nothing of it
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Makes the product's own directory; any other must be there, or a share that is not mounted would go unnoticed. */
export async function makeOwn(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o750 });
}

/** Appends a line to the file of its day and waits until it is on the disk. */
export async function append(dir: string, line: Line): Promise<void> {
  const path = join(dir, `zhuzhen-anchors-${todayAt(Date.parse(line.anchor.at))}.jsonl`);
  const file = await open(path, 'a+', 0o640);
  try {
    const { size } = await file.stat();
    const torn = size > 0 && (await lastByte(file, size)) !== 0x0a;
    await file.appendFile(`${torn ? '\n' : ''}${line.text}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  const folder = await open(dir, 'r');
  try {
    await folder.sync(); // a new file's name, too
  } finally {
    await folder.close();
  }
}

async function lastByte(file: Awaited<ReturnType<typeof open>>, size: number): Promise<number> {
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] ?? 0;
}

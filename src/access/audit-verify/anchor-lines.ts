/** Anchor files read by the verifier: line by line, as bytes, believing nothing. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface SealSaid {
  county: string;
  day: string;
  upto: number;
  hash: string;
  algorithm: string;
  marks: string;
}

export interface AnchorLine {
  file: string;
  sequence: number;
  at: string;
  previous: string;
  hash: string;
  seals: SealSaid[];
}

/** The database a directory says its anchors belong to; undefined where it says nothing, as copies of files may. */
export async function homeSaid(dir: string): Promise<string | undefined> {
  const names = await readdir(dir);
  const name = 'zhuzhen-anchors-database.txt';
  return names.includes(name) ? (await readFile(join(dir, name), 'utf8')).trim() : undefined;
}

export async function filesOf(dir: string): Promise<string[]> {
  const names = await readdir(dir);
  return names
    .filter((name) => /^zhuzhen-anchors-.*\.jsonl$/.test(name))
    .sort()
    .map((name) => join(dir, name));
}

/** Lines of a file that are whole; what is none shows as a gap in the sequence. */
export async function* linesOf(file: string): AsyncGenerator<AnchorLine, void> {
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Infinity,
  })) {
    const line = asLine(file, text);
    if (line) yield line;
  }
}

function asLine(file: string, text: string): AnchorLine | undefined {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return undefined; // the answer: no line
  }
  if (!isAnchor(said)) return undefined;
  const { sequence, at, previous, seals, algorithm } = said;
  const hash = createHash(algorithm).update(text, 'utf8').digest('hex');
  return { file, sequence, at, previous, hash, seals };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value);
const isHash = (value: unknown) => isText(value) && /^([0-9a-f]{64})$/.test(value);
const isAlgorithm = (value: unknown) => value === 'sha256' || value === 'sm3';

function isAnchor(
  value: unknown,
): value is Pick<AnchorLine, 'sequence' | 'at' | 'previous' | 'seals'> & { algorithm: string } {
  const one = value as Record<string, unknown> | null;
  return (
    one?.format === 'zhuzhen-anchor-1' &&
    isCount(one.sequence) &&
    isText(one.at) &&
    isAlgorithm(one.algorithm) &&
    (one.previous === '-' || isHash(one.previous)) &&
    Array.isArray(one.seals) &&
    one.seals.every(isSeal)
  );
}

function isSeal(value: unknown): boolean {
  const one = value as Record<string, unknown> | null;
  return (
    isText(one?.county) &&
    isText(one.day) &&
    isCount(one.upto) &&
    isHash(one.hash) &&
    isAlgorithm(one.algorithm) &&
    isText(one.marks) &&
    /^([0-9a-f]{8})*$/.test(one.marks)
  );
}

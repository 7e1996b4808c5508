/** A copy as a file somebody takes: HTML, PDF or Word, from the same frozen blocks. Chinese: it is the copy of the office. */
import { randomUUID } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../platform/http/endpoint.ts';
import type { Opened } from '../../platform/http/spool.ts';
import { runApart } from '../../platform/run-apart.ts';
import { turns } from '../../platform/turns.ts';
import type { Format } from '../codes.ts';
import type { Content } from '../content/block.ts';
import { sayIn } from '../content/say.ts';
import { docxFile } from './docx.ts';
import { htmlFile } from './html.ts';
import type { PdfPlan } from './pdf-program.ts';

export interface FrozenCopy {
  content: Content;
  sha256: string;
  madeOn: string;
  madeUp: boolean;
}

const media: Record<Format, string> = {
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const program = fileURLToPath(new URL('./pdf-program.ts', import.meta.url));
const limits = { ms: 60_000, bytes: 900_000_000, heapMb: 600 };
const inTurn = turns(1, 20);

/** The last made: the public asks for the same few again and again. By what they say, so none can be stale. */
const kept = new Map<string, Buffer>();
const mostKept = 60;

/** @throws Refusal when too many wait for theirs */
export async function fileOf(copy: FrozenCopy, format: Format): Promise<Opened> {
  return opened(await bytesOf(copy, format), media[format], `${nameOf(copy)}.${format}`);
}

async function bytesOf(copy: FrozenCopy, format: Format): Promise<Buffer> {
  const say = sayIn('zh');
  const about = {
    ...{ content: copy.content, lang: 'zh' as const },
    band: copy.madeUp ? say('disclosure.copy.made_up') : '',
    foot: [say('disclosure.copy.sum', { sum: copy.sha256 }), say('disclosure.copy.foot')],
  };
  if (format === 'html') return Buffer.from(htmlFile(about));
  if (format === 'docx') return docxFile(about);
  const key = `${copy.sha256} ${copy.madeUp}`;
  const before = kept.get(key);
  if (before) return before;
  const { content, band, foot } = about;
  const plan: PdfPlan = {
    ...{ title: content.title.zh, blocks: content.blocks.zh, band, foot, on: copy.madeOn },
  };
  const said = await inTurn(() => runApart(program, plan, { reads: [], ...limits }));
  if (said === null) throw new Refusal('disclosure.refusal.pdf', {}, 503);
  const made = Buffer.from(said, 'base64');
  kept.set(key, made);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
  return made;
}

const nameOf = ({ content }: FrozenCopy) =>
  content.title.zh.replace(/[\\/:*?"<>|]/g, '-').slice(0, 80);

/** Bytes as an open file without a name, as files of the store are sent. */
async function opened(bytes: Buffer, type: string, name: string): Promise<Opened> {
  const path = join(tmpdir(), `zhuzhen-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  await handle.writeFile(bytes);
  return { handle, size: bytes.length, type, name, inline: false };
}

/** Files made of rows: written down whole while the transaction is open, sent after it, however slow the reader. */
import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyReply } from 'fastify';
import { turns } from '../turns.ts';
import { Refusal } from './problem.ts';

export interface Spooled {
  handle: FileHandle;
  size: number;
}

/** A file of the store as a handler gives it. */
export interface Opened extends Spooled {
  /** Its media type. */
  type: string;
  /** What it is called where it is kept. */
  name: string;
  /** Shown by the browser rather than kept: only of types that run nothing. */
  inline: boolean;
}

export const isOpened = (given: object): given is Opened => 'inline' in given;

/** A file that takes a while: made after the transaction, which would wait idle for it. */
export interface Later {
  make(): Promise<Opened>;
}

export const isLater = (given: object): given is Later => 'make' in given;

/** Two files are made at a time: the pool's other connections stay free for everybody else. */
export const inTurn = turns(2, 50);

/**
 * Writes the rows into a file that has no name any more, so that nothing is left behind.
 * @throws Refusal when the reader has gone meanwhile: nothing was sent, nothing is recorded.
 */
export async function spool(
  rows: AsyncGenerator<string | Uint8Array, void>,
  reply: FastifyReply,
): Promise<Spooled> {
  const path = join(tmpdir(), `zhuzhen-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    let size = 0;
    for await (const part of rows) {
      if (reply.raw.destroyed) throw new Refusal('platform.refusal.unavailable', {}, 503);
      const bytes = typeof part === 'string' ? Buffer.from(part) : part;
      await handle.appendFile(bytes);
      size += bytes.length;
    }
    return { handle, size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

export function send(file: Spooled | Opened, type: string, reply: FastifyReply): FastifyReply {
  const { handle, size } = file;
  const told = isOpened(file) ? file.type : type;
  return reply
    .type(told.startsWith('text/') ? `${told}; charset=utf-8` : told)
    .header('content-disposition', isOpened(file) ? dispositionOf(file) : 'attachment')
    .header('content-length', size)
    .send(handle.createReadStream({ start: 0 }));
}

/** RFC 6266: the name in UTF-8, and a plain one for programs that do not know it. */
function dispositionOf({ name, inline }: Opened): string {
  const plain = name.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

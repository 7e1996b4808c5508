/** A body that is a file: left unread until it is known who sends it, then taken into the store as it comes. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FileStore, StoredFile } from '../files/file-store.ts';
import { tooLarge } from '../files/file-store.ts';
import type { Endpoint } from './endpoint.ts';
import { atOnce } from './limits/at-once.ts';
import { BadShape, Refusal } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it comes, where it is a file; nobody has read of it. */
    arriving: AsyncIterable<Uint8Array> | null;
  }
}

/** Files under way at once: each holds a connection as long as its sender's line needs. */
const uploads = atOnce(40);

export const takesFile = (request: FastifyRequest): boolean =>
  (request.routeOptions.config as { endpoint?: Endpoint }).endpoint?.file !== undefined; // set where endpoints are registered

/** No form of another site can send this type, and no endpoint takes it that does not say so. */
export function takeFiles(app: FastifyInstance): void {
  app.decorateRequest('arriving', null);
  app.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    if (!takesFile(request)) return done(new BadShape([{ path: 'body', message: 'no file' }]));
    request.arriving = payload as AsyncIterable<Buffer>; // no encoding is set on it
    done(null);
  });
}

/** @throws Refusal when there is none, it is not one that is taken, or its sender has gone. */
export async function fileFrom(
  { arriving, headers }: FastifyRequest,
  { most, takes }: NonNullable<Endpoint['file']>,
  files: Pick<FileStore, 'take'>,
): Promise<StoredFile> {
  if (!arriving) throw new BadShape([{ path: 'body', message: 'a file is expected' }]);
  if (Number(headers['content-length'] ?? 0) > most) throw tooLarge(most);
  return uploads(async () => {
    try {
      return await files.take(arriving, most, takes);
    } catch (error) {
      if ((error as { code?: string }).code === 'ECONNRESET')
        throw new Refusal('platform.refusal.not_received', {}, 408);
      throw error;
    }
  });
}

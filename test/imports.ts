/** Imports of the tests: a sheet sent, read, checked, and what is said of it. */
import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import type { JobPage, ProblemRow } from '../src/imports/contract.ts';
import type { SheetKind, Taken } from '../src/platform/sheets/kind.ts';
import type { Answer, Person } from './people.ts';
import { filled, type Line } from './sheets.ts';

interface Written {
  id: string;
  state: string;
}

export const done = <T>(answer: Answer<T>, status = 200): T => {
  expect(answer.status, answer.text).toBe(status);
  return answer.body;
};
export const refused = (answer: Answer, code: string, status = 422) =>
  expect(answer, answer.text).toMatchObject({ status, body: { code } });

const upload = (who: Person, kind: SheetKind, bytes: Buffer, name = '填好的表.xlsx') =>
  who.send<Written>(
    'POST',
    `/api/imports/jobs?${new URLSearchParams({ kind: kind.code, name })}`,
    bytes,
  );
const read = (who: Person, job: string) =>
  who.send<Written>('POST', '/api/imports/readings', { job });
/** @param id one used before, to send the same again */
const act = (who: Person, job: string, verb: string, id?: string) =>
  who.send<Written>('POST', `/api/imports/jobs/${job}/${verb}`, undefined, id);
const page = async (who: Person, job: string) =>
  done(await who.get<JobPage>(`/api/imports/jobs/${job}`));
/** Sent, read and checked; `of`: what the template was taken of. */
async function taken(
  who: Person,
  kind: SheetKind,
  lines: Line[],
  of: Taken = {},
): Promise<JobPage> {
  return tried(who, kind, await filled(kind, lines, { taken: of }));
}
async function tried(who: Person, kind: SheetKind, bytes: Buffer): Promise<JobPage> {
  const { id } = done(await upload(who, kind, bytes), 201);
  expect(done(await read(who, id)).state).toBe('parsed');
  done(await act(who, id, 'check'));
  return page(who, id);
}
const problems = async (who: Person, job: string) =>
  done(await who.get<{ rows: ProblemRow[] }>(`/api/imports/jobs/${job}/problems`)).rows;

/** The bytes of a workbook that is downloaded. */
export async function bytesFrom(server: FastifyInstance, who: Person, url: string) {
  const reply = await server.inject({ url, headers: { cookie: who.cookie } });
  expect(reply.statusCode, reply.payload).toBe(200);
  return reply.rawPayload;
}

export const importsAs = { upload, read, act, page, taken, tried, problems };

/** Whether a reply is one the product may give. */
import Type from 'typebox';
import { words } from '../../src/app/rooms.ts';
import type { Endpoint } from '../../src/platform/http/endpoint.ts';
import { checker } from '../../src/platform/http/shape.ts';

export interface Reply {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

const problem = checker(
  Type.Object(
    {
      type: Type.Literal('about:blank'),
      title: Type.String({ minLength: 1 }),
      status: Type.Integer({ minimum: 400, maximum: 499 }),
      code: Type.String(),
      detail: Type.String({ minLength: 1 }),
      todo: Type.String({ minLength: 1 }),
      requestId: Type.String({ minLength: 36, maxLength: 36 }),
      fields: Type.Optional(
        Type.Array(
          Type.Object(
            { path: Type.String(), message: Type.String() },
            { additionalProperties: false },
          ),
        ),
      ),
    },
    { additionalProperties: false },
  ),
);

const trace = /\n\s+at .+:\d+:\d+|node_modules|node:internal|\.ts:\d+/;
const database =
  /syntax error at|relation "|column "|violates|duplicate key|pg_|zz_app|insert into|select .+ from |PostgreSQL|FST_ERR|typebox|fastify/i;

/** @returns what is wrong with the reply, one line a fault; an empty list when nothing is. */
export function faultsOf(reply: Reply, one: Endpoint, method: string): string[] {
  const { status, headers, text } = reply;
  const faults: string[] = [];
  if (status >= 500) faults.push(`server error ${status}`);
  if (trace.test(text)) faults.push('a stack trace');
  if (headers['x-content-type-options'] !== 'nosniff') faults.push('a header is missing');
  if (status >= 400) {
    if (method !== 'HEAD') faults.push(...faultsOfProblem(reply));
  } else if (!(String(status) in one.reply)) faults.push(`status ${status} is not declared`);
  else if (status === 204) {
    if (text !== '') faults.push('204 with a body');
  } else if (method !== 'HEAD') faults.push(...faultsOfAnswer(reply, one));
  return faults;
}

function faultsOfProblem({ status, headers, text }: Reply): string[] {
  const faults: string[] = [];
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return [`${status} is no problem but ${headers['content-type']}`];
  const body = parsed(text) as { status?: number; code?: string; requestId?: string } | undefined;
  faults.push(...problem(body).map((f) => `problem${f.path} ${f.message}`));
  if (body?.status !== status) faults.push('the problem names another status');
  if (headers['x-request-id'] !== undefined && body?.requestId !== headers['x-request-id'])
    faults.push('the problem names another request');
  if (!(String(body?.code) in words)) faults.push(`no words for ${body?.code}`);
  if (database.test(text)) faults.push('words of the database or of a library');
  if (status === 429 && headers['retry-after'] === undefined)
    faults.push('429 without Retry-After');
  return faults;
}

function faultsOfAnswer({ status, headers, text }: Reply, one: Endpoint): string[] {
  if (one.stream) {
    const type = String(headers['content-type']);
    // A file of the store says itself what it is.
    const fits = one.stream === 'application/octet-stream' || type.startsWith(one.stream);
    return fits ? [] : [`a file that is ${type}`];
  }
  const schema = Object.entries(one.reply).find(([s]) => Number(s) === status)?.[1];
  const body = parsed(text);
  if (schema === undefined || body === undefined) return ['the answer is no JSON'];
  return checker(schema)(body).map((f) => `answer${f.path} ${f.message}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told apart from every JSON value
  }
}

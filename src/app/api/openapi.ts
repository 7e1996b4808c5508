/** The OpenAPI document, made from the endpoints' own schemas. */
import type { TSchema } from 'typebox';
import type { Endpoint } from '../../platform/http/endpoint.ts';
import { isWrite } from '../../platform/http/endpoint.ts';

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'todo', 'requestId'],
  properties: Object.fromEntries(
    ['type', 'title', 'code', 'detail', 'todo', 'requestId'].map((name) => [
      name,
      { type: 'string' },
    ]),
  ),
};

/** OpenAPI 3.1 of the endpoints; their handlers are never called. */
export function openApi(list: readonly Endpoint[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of list) {
    const path = one.url.replace(/:([a-zA-Z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation(one) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '驻镇通 Zhuzhen',
      version: '0.1.0',
      description:
        'Amounts are strings of fen, places 12-digit keys, dates YYYY-MM-DD in Beijing time. Writes carry Idempotency-Key (UUIDv7) and X-Zhuzhen: 1.',
    },
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: { schemas: { Problem: problem } },
  };
}

function operation(one: Endpoint): Record<string, unknown> {
  const [status, schema] = Object.entries(one.reply)[0] ?? ['200', {}];
  const type = one.stream ?? 'application/json';
  return {
    summary: one.summary.en,
    description: one.summary.zh,
    tags: [one.url.split('/')[one.url.startsWith('/public') ? 3 : 2]],
    'x-permission': one.permission,
    parameters: [
      ...fields(one.params, 'path'),
      ...fields(one.query, 'query'),
      ...(isWrite(one) && one.permission !== 'public'
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              schema: { type: 'string', format: 'uuid' },
            },
          ]
        : []),
    ],
    ...(one.file
      ? { requestBody: { required: true, content: { 'application/octet-stream': {} } } }
      : {}),
    ...(one.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: one.body } } } }
      : {}),
    responses: {
      [status]:
        status === '204'
          ? { description: 'Done' }
          : { description: 'Answer', content: { [type]: { schema } } },
      default: {
        description: 'Refused or failed',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

function fields(schema: TSchema | undefined, place: 'path' | 'query'): unknown[] {
  const object = schema as
    | { properties?: Record<string, TSchema>; required?: string[] }
    | undefined;
  return Object.entries(object?.properties ?? {}).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || (object?.required?.includes(name) ?? false),
    schema: one,
  }));
}

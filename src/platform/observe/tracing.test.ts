/** Traces as a collector receives them: a small one of the test's own, over HTTP on this machine. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bareServer } from '../http/server.ts';
import { asksForTraces, startTracing } from './tracing.ts';

interface Sent {
  path: string;
  headers: IncomingMessage['headers'];
  body: { resourceSpans: ResourceSpans[] };
}
interface ResourceSpans {
  resource: { attributes: Attribute[] };
  scopeSpans: { spans: Span[] }[];
}
interface Attribute {
  key: string;
  value: { stringValue?: string; intValue?: number };
}
interface Span {
  name: string;
  kind: number;
  traceId: string;
  parentSpanId?: string;
  attributes: Attribute[];
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  status: { code: number };
}

let collector: Server;
let sent: Sent[] = [];
let endpoint = '';
let lost: string[] = [];
const before = { ...process.env };

beforeAll(async () => {
  collector = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      sent.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(text) });
      response.statusCode = request.url?.startsWith('/refuses') ? 400 : 200;
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(collector.address() as { port: number }).port}`;
});
afterAll(() => {
  process.env = before;
  collector.close();
});
beforeEach(() => {
  sent = [];
  lost = [];
});

/** Starts tracing, serves three requests, stops. The exporter reads the process' own environment. */
async function served(env: Record<string, string>): Promise<Span[]> {
  process.env = { ...before, ...env };
  const tracing = await startTracing(process.env, (why) => lost.push(why));
  const server = await bareServer((code) => ({ detail: code, todo: '' }), {
    onEnd: tracing ? [tracing.onEnd] : [],
  });
  server.get('/api/tries/:id', async (request) => {
    if ((request.params as { id: string }).id === 'bad') throw new Error('secret');
    return {};
  });
  await server.inject('/api/tries/440102199001011234?q=secret');
  await server.inject({
    url: '/api/tries/2',
    headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
  });
  await server.inject('/api/tries/bad');
  await server.close();
  await tracing?.stop();
  return sent.flatMap(({ body }) =>
    body.resourceSpans.flatMap((r) => r.scopeSpans.flatMap((s) => s.spans)),
  );
}

const attributesOf = (list: Attribute[] | undefined) =>
  Object.fromEntries(list?.map(({ key, value }) => [key, Object.values(value)[0]]) ?? []);

test('a span a request: pattern, status, time, and the caller’s trace', async () => {
  const spans = await served({
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=k1',
    OTEL_SERVICE_NAME: 'zhuzhen-test',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
  });
  expect(sent[0]).toMatchObject({ path: '/v1/traces', headers: { 'x-key': 'k1' } });
  expect(attributesOf(sent[0]?.body.resourceSpans[0]?.resource.attributes)).toMatchObject({
    'service.name': 'zhuzhen-test',
    'deployment.environment.name': 'test',
  });
  expect(spans.map(({ name, kind, status }) => [name, kind, status.code])).toEqual([
    ['GET /api/tries/:id', 2, 0],
    ['GET /api/tries/:id', 2, 0],
    ['GET /api/tries/:id', 2, 2],
  ]);
  expect(spans[1]).toMatchObject({
    traceId: '0af7651916cd43dd8448eb211c80319c',
    parentSpanId: 'b7ad6b7169203331',
  });
  expect(attributesOf(spans[2]?.attributes)).toMatchObject({
    'http.request.method': 'GET',
    'http.route': '/api/tries/:id',
    'http.response.status_code': 500,
  });
  const [span] = spans;
  expect(BigInt(span?.endTimeUnixNano ?? 0)).toBeGreaterThanOrEqual(
    BigInt(span?.startTimeUnixNano ?? 1),
  );
  expect(JSON.stringify(sent)).not.toMatch(/secret|440102199001011234/);
});

describe('the variables decide', () => {
  test.each([
    ['nothing set', {}, false],
    ['an endpoint', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x' }, true],
    ['an endpoint for traces', { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://x/y' }, true],
    ['disabled', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x', OTEL_SDK_DISABLED: 'true' }, false],
    ['no traces', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x', OTEL_TRACES_EXPORTER: 'none' }, false],
  ])('%s', (_, env, asked) => expect(asksForTraces(env)).toBe(asked));

  test('of sampling', async () => {
    const on = { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${endpoint}/mine` };
    expect(await served({ ...on, OTEL_TRACES_SAMPLER: 'always_off' })).toEqual([]);
    const parentOnly = await served({ ...on, OTEL_TRACES_SAMPLER: 'parentbased_always_off' });
    expect(parentOnly.map((s) => s.traceId)).toEqual(['0af7651916cd43dd8448eb211c80319c']);
    expect(sent.map((s) => s.path)).toEqual(['/mine']);
  });
});

test('a collector that takes nothing breaks nothing, and is told of', async () => {
  process.env = {
    ...before,
    OTEL_EXPORTER_OTLP_ENDPOINT: `${endpoint}/refuses`,
    OTEL_BSP_SCHEDULE_DELAY: '1',
  };
  const tracing = await startTracing(process.env, (why) => lost.push(why));
  const server = await bareServer((code) => ({ detail: code, todo: code }), {
    onEnd: tracing ? [tracing.onEnd] : [],
  });
  expect((await server.inject('/api/none')).statusCode).toBe(404);
  await expect.poll(() => lost.join(), { timeout: 10_000 }).toContain('Bad Request');
  expect((await server.inject('/api/none')).statusCode).toBe(404);
  await expect(tracing?.stop()).rejects.toThrow('Bad Request');
  await server.close();
});

test('stopping does not wait long for a collector that is not there', async () => {
  process.env = { ...before, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' };
  const tracing = await startTracing(process.env, (why) => lost.push(why));
  const server = await bareServer((code) => ({ detail: code, todo: code }), {
    onEnd: tracing ? [tracing.onEnd] : [],
  });
  await server.inject('/api/none');
  await server.close();
  await expect(tracing?.stop()).rejects.toThrow();
});

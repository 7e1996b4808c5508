/** Sends what was drawn and judges every reply. */
import { Agent, request as send } from 'node:http';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { type Endpoint, isWrite } from '../../src/platform/http/endpoint.ts';
import { newId } from '../../src/platform/new-id.ts';
import type { watchReplies } from '../replies.ts';
import { faultsOf, type Reply } from './judge.ts';
import type { Request } from './request.ts';
import { type Draw, draws } from './requests.ts';
import type { World } from './world.ts';

export interface Outcome {
  sent: number;
  bySocket: number;
  statuses: Record<string, number>;
  /** What was wrong, with the request that shows it; the first few. */
  faults: string[];
  faulty: number;
}

export interface Stage {
  server: FastifyInstance;
  endpoints: readonly Endpoint[];
  world: World;
  /** Compares replies before they are serialised. */
  faultsBefore: ReturnType<typeof watchReplies>;
  /** Defects the log names, by request id. */
  defects: ReadonlyMap<unknown, string>;
}

const mostTold = 20;
const mostLearned = 300;

/** Draws of an endpoint are made this many at a time: one batch of all endpoints is a round. */
const batch = 20;
/** So many are under way at once. */
const lanes = 4;

export async function drive(
  stage: Stage,
  { requests, seed }: { requests: number; seed: number },
  onProgress: (outcome: Outcome) => void = () => {},
): Promise<Outcome> {
  const outcome: Outcome = { sent: 0, bySocket: 0, statuses: {}, faults: [], faulty: 0 };
  const answered = routesAnswered(stage.server);
  const drawn = stage.endpoints.map((one) => ({ one, draws: draws(one) }));
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const base = await stage.server.listen({ port: 0, host: '127.0.0.1' });
  let last: { key: string; request: Request } | undefined;
  const ask = async (one: Endpoint, draw: Draw): Promise<void> => {
    const asker = stage.world.askers[draw.who % stage.world.askers.length];
    if (!asker) return;
    // Now and then the same again, or something else under the same id.
    const before = draw.again ? last : undefined;
    const key = before?.key ?? newId();
    const made = draw.made(stage.world.known, key);
    const request = before?.request.method === one.method ? before.request : made;
    last = { key, request };
    const given = { ...request, headers: { cookie: asker.cookie, ...request.headers } };
    outcome.sent += 1;
    outcome.bySocket += draw.socket ? 1 : 0;
    const reply = await (draw.socket
      ? overSocket(base, agent, given)
      : injected(stage.server, given)
    ).catch(
      (error: Error): Reply => ({ status: 0, headers: {}, text: `no answer: ${error.message}` }),
    );
    outcome.statuses[reply.status] = (outcome.statuses[reply.status] ?? 0) + 1;
    const id = reply.headers['x-request-id'];
    const at = answered.get(id) ?? one;
    answered.delete(id);
    const defect = stage.defects.get(id);
    const faults = [
      ...(reply.status === 0 ? [reply.text] : faultsOf(reply, at, given.method)),
      ...stage.faultsBefore(id).map((f) => `before serialising ${f.path} ${f.message}`),
      ...(defect ? [defect] : []),
    ];
    if (faults.length > 0) {
      outcome.faulty += 1;
      if (outcome.faults.length < mostTold)
        outcome.faults.push(told(faults, asker.role, draw, given, reply));
    }
    learn(stage.world, reply);
    if (reply.status === 204) await asker.again();
  };
  for (let round = 0; outcome.sent < requests; round++) {
    for (const [index, { one, draws }] of drawn.entries()) {
      // Signing in compares a password each time, which is what takes the time here.
      const dear = isWrite(one) && one.permission === 'public';
      const list = fc.sample(draws, {
        seed: seed + round * 1_000 + index,
        numRuns: Math.min(dear ? batch / 4 : batch, requests - outcome.sent),
      });
      await Promise.all(
        Array.from({ length: lanes }, async (_, lane) => {
          for (let i = lane; i < list.length; i += lanes) await ask(one, list[i] as Draw); // i is below its length
        }),
      );
      if (outcome.sent >= requests) break;
    }
    onProgress(outcome);
  }
  agent.destroy();
  return outcome;
}

/** Which endpoint really answered: a bent address or method may be another's. */
function routesAnswered(server: FastifyInstance): Map<unknown, Endpoint> {
  const answered = new Map<unknown, Endpoint>();
  server.addHook('onRequest', async (request) => {
    const { endpoint } = request.routeOptions.config as { endpoint?: Endpoint }; // set where endpoints are registered
    if (endpoint) answered.set(request.id, endpoint);
  });
  return answered;
}

const addressOf = ({ path, query }: Request): string =>
  `/${path.map((part) => part.text).join('/')}${query.length > 0 ? `?${query.map((pair) => pair.join('=')).join('&')}` : ''}`;

function bodyOf({ raw, body, type }: Request): { text: string | undefined; type: string } {
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return { text, type: type ?? 'application/json' };
}

async function injected(server: FastifyInstance, request: Request): Promise<Reply> {
  const { text, type } = bodyOf(request);
  const reply = await server.inject({
    method: request.method as 'GET', // inject takes any method Node knows
    url: addressOf(request),
    headers: {
      ...request.headers,
      ...(text !== undefined && type !== '' ? { 'content-type': type } : {}),
    },
    ...(text === undefined ? {} : { payload: text }),
  });
  return { status: reply.statusCode, headers: reply.headers, text: reply.payload };
}

function overSocket(base: string, agent: Agent, request: Request): Promise<Reply> {
  const { text, type } = bodyOf(request);
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const asked = send(
      {
        ...{ hostname, port, agent, method: request.method, path: addressOf(request) },
        headers: {
          ...request.headers,
          ...(text !== undefined ? { 'content-length': Buffer.byteLength(text) } : {}),
          ...(text !== undefined && type !== '' ? { 'content-type': type } : {}),
        },
      },
      (answer) => {
        let heard = '';
        answer.setEncoding('utf8');
        answer.on('data', (part) => {
          heard += part;
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: heard }),
        );
        answer.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
}

/** Ids, marks of pages and instants of an answer are asked for later; what was learned first is forgotten first. */
function learn({ known, learned }: World, { status, text }: Reply): void {
  if (status !== 200) return;
  const found = text.slice(0, 5_000).match(/(?<=":")[^"\\]{1,200}(?=")/g) ?? [];
  for (const one of found.slice(0, 3)) {
    if (known.includes(one)) continue;
    known.push(one);
    learned.push(one);
  }
  while (learned.length > mostLearned) {
    const oldest = learned.shift();
    if (oldest !== undefined) known.splice(known.indexOf(oldest), 1);
  }
}

const told = (faults: string[], role: string, draw: Draw, request: Request, reply: Reply): string =>
  [
    faults.join('; '),
    `  ${role}${draw.socket ? ' over a socket' : ''}: ${request.method} ${addressOf(request).slice(0, 400)}`,
    `  ${JSON.stringify({ ...request.headers, cookie: undefined })} ${bodyOf(request).type} ${(bodyOf(request).text ?? '').slice(0, 600)}`,
    `  ${reply.status} ${reply.text.slice(0, 300)}`,
  ].join('\n');

/** Figures of the running process for Prometheus, at /metrics. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from '@prometheus-io/client';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Absent } from '../http/problem.ts';
import type { Ended } from './requests.ts';
import { within } from './within.ts';

/** Nothing when there is nothing to say now. */
type Reading = number | { labels: Record<string, string>; value: number }[] | undefined;

export interface Figure {
  name: string;
  help: string;
  /** Names of the labels its readings have. */
  labels?: string[];
  read(): Reading | Promise<Reading>;
}

export interface Metrics {
  /** Counts a request that ended. */
  count(ended: Ended): void;
  /** A figure read at each scrape; one that cannot be read is left out, and counted as such. */
  gauge(figure: Figure): void;
  text(): Promise<string>;
  readonly contentType: string;
}

/** @param ofProcess memory, event loop and garbage collection of this process as well */
export function newMetrics({ ofProcess = true } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'zhuzhen_http_requests_total',
    help: 'Requests ended, by endpoint and status; 499: the asker left before.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'zhuzhen_http_request_seconds',
    help: 'How long requests took, by endpoint.',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
    registers,
  });
  const unread = new Counter({
    name: 'zhuzhen_unread_total',
    help: 'Times a figure could not be read.',
    labelNames: ['name'],
    registers,
  });
  return {
    count: ({ request, route, status, ms }) => {
      // An unknown method would be a label a stranger chooses.
      const method = /^(GET|HEAD|POST|PATCH|DELETE)$/.test(request.method)
        ? request.method
        : 'other';
      requests.inc({ method, route, status });
      seconds.observe({ method, route }, ms / 1000);
    },
    gauge: ({ name, help, labels = [], read }) => {
      const collect = async function (this: Gauge<string>): Promise<void> {
        this.reset();
        this.remove({}); // resetting one without labels leaves a nought behind
        try {
          const reading = await within(2_000, read);
          if (typeof reading === 'number') this.set({}, reading);
          else for (const { labels, value } of reading ?? []) this.set(labels, value);
        } catch {
          unread.inc({ name }); // and no line: whoever looks sees that there is none
        }
      };
      new Gauge<string>({ name, help, labelNames: labels, registers, collect });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/**
 * With a token, for whoever carries it; without one for this machine alone, and not through a proxy on it, whose
 * visitors all seem to come from here. Everybody else finds nothing.
 */
export function serveMetrics(app: FastifyInstance, metrics: Metrics, token?: string): void {
  app.get('/metrics', async (request, reply) => {
    if (!(token === undefined ? isLocal(request) : carries(token, request))) throw new Absent();
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

function carries(token: string, { headers }: FastifyRequest): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(`Bearer ${token}`), digest(headers.authorization ?? ''));
}

function isLocal({ raw: { socket, headers } }: FastifyRequest): boolean {
  const relayed = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].some((h) => h in headers);
  const host = (headers.host ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return (
    !relayed && isLoopback(socket.remoteAddress ?? '') && (host === 'localhost' || isLoopback(host))
  );
}

const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && /^(127\.|::1$|::ffff:127\.)/.test(address);

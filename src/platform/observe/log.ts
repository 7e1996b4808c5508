/** The log: JSON lines, one a request, without anything people typed. */
import type { FastifyServerOptions } from 'fastify';
import type { Ended } from './requests.ts';
import { traceOf } from './trace.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** @param stream where to, instead of standard output */
export function logTo(
  level: LogLevel,
  stream?: { write(line: string): void },
): Exclude<FastifyServerOptions['logger'], boolean | undefined> {
  return {
    level,
    base: { pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    // Fastify hands whole requests, replies and errors to its own few lines.
    serializers: {
      req: ({ method }) => ({ method }) as never, // its type asks for the address, which is not written
      res: ({ statusCode }) => ({ statusCode }),
      err: (error) => traceOf(error) as never, // its type asks for the message and stack as they are
    },
    ...(stream ? { stream } : {}),
  };
}

/** One line a request. The request's own logger adds its id. */
export function logRequest({ request, route, status, ms }: Ended): void {
  const { account, refusal, method } = request;
  const level = /^\/(health|metrics)\b/.test(route) ? 'debug' : 'info'; // asked every few seconds
  request.log[level](
    { method, route, status, ms, account, ...(refusal ? { refusal } : {}) },
    'request',
  );
}

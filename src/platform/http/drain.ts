/** Stopping without breaking off: what is under way finishes, what comes is sent elsewhere. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Watch } from '../observe/requests.ts';
import { Refusal } from './problem.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** True once the server is to stop: it is not ready for visitors any more. */
    leaving(): boolean;
    /**
     * Is not ready any more but serves on for delayMs, so that a balancer notices; then refuses what comes and
     * waits for what is under way, at most patienceMs. Close the server afterwards.
     */
    drain(times?: { delayMs?: number; patienceMs?: number }): Promise<void>;
  }
}

/** Longer than a statement may take (db/pool.ts). */
const usual = { delayMs: 0, patienceMs: 20_000 };

export function letDrain(app: FastifyInstance, watch: Watch): void {
  let leaving = false;
  let refusing = false;
  app.decorate('leaving', () => leaving);
  app.decorate('drain', async (times = {}) => {
    const { delayMs, patienceMs } = { ...usual, ...times };
    leaving = true;
    await sleep(delayMs);
    refusing = true;
    const until = performance.now() + patienceMs;
    while (watch.open() > 0 && performance.now() < until) await sleep(20);
  });
  app.addHook('onRequest', async (request) => {
    if (refusing && !request.url.startsWith('/health/'))
      throw new Refusal('platform.refusal.stopping', {}, 503);
  });
  // Whoever keeps a connection would come back to a server that is gone.
  app.addHook('onSend', async (_, reply) => {
    if (leaving) reply.header('connection', 'close');
  });
}

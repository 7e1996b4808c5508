/** Whether the process lives, and whether it can serve: for whoever sends visitors here. Strangers learn yes or no. */
import type { FastifyInstance } from 'fastify';
import { traceOf } from './trace.ts';
import { within } from './within.ts';

/** Throws what is wrong. */
export type Check = () => Promise<void>;

/** One look at the checks serves everybody who asks within this time. */
const freshMs = 1_000;
const patienceMs = 2_000;

/**
 * /health/live: the process answers. /health/ready: every check holds and the server is not about to stop.
 * When that changes, the log says why.
 */
export function serveHealth(app: FastifyInstance, checks: Record<string, Check>): void {
  let looked = { at: Number.NEGATIVE_INFINITY, ready: Promise.resolve(true) };
  let was = true;
  const look = async (): Promise<boolean> => {
    const wrong: Record<string, unknown> = {};
    await Promise.all(
      Object.entries(checks).map(([name, check]) =>
        within(patienceMs, check).catch((error: unknown) => {
          wrong[name] = traceOf(error);
        }),
      ),
    );
    const ready = Object.keys(wrong).length === 0;
    if (ready !== was)
      app.log.warn(ready ? {} : { wrong }, ready ? 'ready again' : 'not ready to serve');
    was = ready;
    return ready;
  };
  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', async (_, reply) => {
    const now = performance.now();
    if (now - looked.at > freshMs) looked = { at: now, ready: look() };
    if (!app.leaving() && (await looked.ready)) return { status: 'ok' };
    return reply.code(503).header('retry-after', '5').send({ status: 'unavailable' });
  });
}

/** Every request to its end, whichever way it ended: what log, metrics, traces and stopping go by. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface Ended {
  request: FastifyRequest;
  reply: FastifyReply;
  /** The address' pattern, never the address: it may hold what somebody searched for. */
  route: string;
  /** What was answered; 499 when the asker left before. */
  status: number;
  ms: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Id of the account that asks, once it is known. */
    account: string | null;
    /** Code of the refusal it was answered with. */
    refusal: string | null;
  }
}

export interface Watch {
  /** Calls it at the end of every request. */
  onEnd(listener: (ended: Ended) => void): void;
  /** Takes in a request that reaches no hook, because its address cannot be read. */
  begin(request: FastifyRequest, reply: FastifyReply): void;
  /** How many are under way. */
  open(): number;
}

/** Call before any other hook is added. */
export function watchRequests(app: FastifyInstance): Watch {
  const listeners: ((ended: Ended) => void)[] = [];
  let open = 0;
  const begin = (request: FastifyRequest, reply: FastifyReply): void => {
    const began = performance.now();
    open += 1;
    let whole = false;
    reply.raw.once('finish', () => {
      whole = true;
    });
    reply.raw.once('close', () => {
      open -= 1;
      const ended = {
        ...{ request, reply, route: routeOf(request) },
        status: whole ? reply.raw.statusCode : 499,
        ms: Math.round((performance.now() - began) * 10) / 10,
      };
      for (const listener of listeners) listener(ended);
    });
  };
  app.decorateRequest('account', null);
  app.decorateRequest('refusal', null);
  app.addHook('onRequest', async (request, reply) => begin(request, reply));
  return { onEnd: (listener) => void listeners.push(listener), begin, open: () => open };
}

/** Pages and addresses nobody knows are one route: a stranger could name any number of them. */
const routeOf = (request: FastifyRequest): string =>
  request.is404 ? 'other' : (request.routeOptions?.url ?? 'other');

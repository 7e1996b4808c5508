/** Compares every reply of a server under test with its endpoint's schema, before a serializer can bend or drop anything. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Endpoint } from '../src/platform/http/endpoint.ts';
import { checker } from '../src/platform/http/shape.ts';

type Fault = { path: string; message: string };

/**
 * Call before the server answers anything.
 * @returns what is wrong with the reply to a request id, by x-request-id; empty when nothing is.
 */
export function watchReplies(server: FastifyInstance): (requestId: unknown) => Fault[] {
  const faults = new Map<unknown, Fault[]>();
  const checks = new Map<Endpoint, (value: unknown) => Fault[]>();
  server.addHook('preSerialization', async (request, reply, payload) => {
    const one = endpointOf(request);
    if (one && reply.statusCode < 300) {
      const check = checks.get(one) ?? checker(strict(Object.values(one.reply)[0]));
      checks.set(one, check);
      const found = declared(one, reply.statusCode)
        ? check(payload)
        : [undeclared(reply.statusCode)];
      if (found.length > 0) faults.set(request.id, found);
    }
    return payload;
  });
  return (requestId) => faults.get(requestId) ?? [];
}

const endpointOf = (request: FastifyRequest): Endpoint | undefined =>
  (request.routeOptions.config as { endpoint?: Endpoint }).endpoint; // set where endpoints are registered

const declared = (one: Endpoint, status: number): boolean => String(status) in one.reply;
const undeclared = (status: number): Fault => ({
  path: '',
  message: `status ${status} undeclared`,
});

/** The schema with every object closed: what it does not name may not be there. Parts of an intersection stay open. */
function strict(schema: unknown, open = false): TSchema {
  if (Array.isArray(schema)) return schema.map((one) => strict(one, open)) as unknown as TSchema;
  if (typeof schema !== 'object' || schema === null) return schema as TSchema;
  const copy = Object.create(
    Object.getPrototypeOf(schema),
    Object.getOwnPropertyDescriptors(schema),
  );
  for (const [key, value] of Object.entries(schema)) copy[key] = strict(value, key === 'allOf');
  const named = copy.type === 'object' && copy.properties !== undefined;
  if (named && !open && copy.additionalProperties === undefined && !copy.patternProperties)
    copy.additionalProperties = false;
  return copy;
}

/** Checks a request against its endpoint's schemas without bending any value. */
import type { FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Endpoint } from './endpoint.ts';
import { BadShape } from './problem.ts';

/**
 * @returns a function that throws BadShape naming every field that is wrong.
 * An undeclared part must be empty: unknown query fields are refused, not ignored.
 */
export function shapeChecker(one: Endpoint): (request: FastifyRequest) => void {
  const parts = (['params', 'query', 'body'] as const).map((part) => {
    const schema = one[part];
    return { part, check: schema ? checker(schema) : null };
  });
  return (request) => {
    const wrong = parts.flatMap(({ part, check }) => {
      const value = request[part];
      if (check) return check(value).map((e) => ({ path: `${part}${e.path}`, message: e.message }));
      const keys = value && typeof value === 'object' ? Object.keys(value) : [];
      return keys.map((k) => ({ path: `${part}/${k}`, message: 'not expected' }));
    });
    if (wrong.length > 0) throw new BadShape(wrong.slice(0, 20));
  };
}

/** Checks one value; an empty list means it fits. */
export function checker(schema: TSchema): (value: unknown) => { path: string; message: string }[] {
  const compiled = Compile(schema);
  return (value) => {
    if (compiled.Check(value)) return [];
    return compiled
      .Errors(value)
      .filter((e) => e.keyword !== 'boolean')
      .map((e) => ({ path: e.instancePath, message: e.message }));
  };
}

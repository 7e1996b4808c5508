/** Values that fit a schema: from what the database holds where something there fits, made up otherwise. */
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { checker } from '../../src/platform/http/shape.ts';

/** Stands for the n-th known text that fits, chosen when the request is sent: what is known grows meanwhile. */
export class Known {
  readonly n: number;
  readonly fits: (text: string) => boolean;
  readonly otherwise: string;
  constructor(n: number, fits: (text: string) => boolean, otherwise: string) {
    this.n = n;
    this.fits = fits;
    this.otherwise = otherwise;
  }
}

/** The keywords of JSON Schema that the contracts use. */
interface Keywords {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Keywords[];
  allOf?: Keywords[];
  properties?: Record<string, Keywords>;
  required?: string[];
  items?: Keywords;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

/** @throws Error for a keyword nobody has needed yet, so that no contract goes untested in silence. */
export function fitting(schema: TSchema): fc.Arbitrary<unknown> {
  return of(schema as Keywords);
}

function of(s: Keywords): fc.Arbitrary<unknown> {
  if ('const' in s) return fc.constant(s.const);
  if (s.enum) return fc.constantFrom(...s.enum);
  if (s.anyOf) return fc.oneof(...s.anyOf.map(of));
  if (s.allOf)
    return fc.tuple(...s.allOf.map(of)).map((parts) => Object.assign({}, ...(parts as object[])));
  switch (s.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(s.properties ?? {}).map(([k, v]) => [k, of(v)])),
        { requiredKeys: s.required ?? [], noNullPrototype: true },
      );
    case 'array': {
      const most = Math.min(s.maxItems ?? 4, 4);
      return fc.array(of(s.items ?? { type: 'string' }), {
        minLength: s.minItems ?? 0,
        maxLength: most,
      });
    }
    case 'string':
      return text(s);
    case 'integer':
      return fc.integer({ min: s.minimum ?? -1000, max: s.maximum ?? 1000 });
    case 'number':
      return fc.double({ min: s.minimum ?? -1e6, max: s.maximum ?? 1e6, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`the fuzzer does not know ${JSON.stringify(s)}`);
  }
}

function text(s: Keywords): fc.Arbitrary<unknown> {
  const check = checker(s as TSchema);
  const fits = (value: string) => check(value).length === 0;
  const fallback = [
    '2022-07-28',
    '2022-07-01T00:00:00.000Z',
    '甲乙丙丁戊己庚辛壬癸'.slice(0, Math.max(2, s.minLength ?? 2)),
    '甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛',
  ].find(fits);
  const made = madeUp(s).map((value) => (fits(value) ? value : (fallback ?? value)));
  const known = fc.tuple(fc.nat(), made).map(([n, otherwise]) => new Known(n, fits, otherwise));
  return fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: made });
}

const day = fc
  .integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2099, 11, 31) })
  .map((ms) => new Date(ms).toISOString());

function madeUp(s: Keywords): fc.Arbitrary<string> {
  if (s.format === 'date') return day.map((iso) => iso.slice(0, 10));
  if (s.format === 'date-time') return day;
  const size = { minLength: s.minLength ?? 0, maxLength: Math.min(s.maxLength ?? 30, 300) };
  const any = fc.oneof(fc.string(size), fc.string({ ...size, unit: 'grapheme' }));
  if (s.pattern === undefined) return any;
  return fc.oneof(fc.stringMatching(new RegExp(s.pattern)), any);
}

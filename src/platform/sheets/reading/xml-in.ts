/**
 * XML as a row of tags and texts, whatever its length. It knows what workbooks need: no document types, no entities but
 * the five and numbers, prefixes of names left out.
 */
import { Unreadable } from './zip-in.ts';

export type Token =
  | { kind: 'open'; name: string; attributes: string; empty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/** Of one tag or one text. */
const longest = 1_048_576;

/** @throws Unreadable for what is no XML, or declares types and entities of its own */
export async function* tokens(source: AsyncIterable<string>): AsyncGenerator<Token[], void> {
  let rest = '';
  for await (const piece of source) {
    const { found, left } = scan(rest === '' ? piece : rest + piece);
    if (left.length > longest) throw new Unreadable('broken');
    rest = left;
    yield found;
  }
  if (rest.trim() !== '') throw new Unreadable('broken');
}

function scan(text: string): { found: Token[]; left: string } {
  const found: Token[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open < 0) return { found, left: text.slice(at) };
    const close = endOf(text, open);
    if (close < 0) return { found, left: text.slice(at) };
    if (open > at) found.push({ kind: 'text', text: unescaped(text.slice(at, open)) });
    const token = tagOf(text, open, close);
    if (token) found.push(token);
    at = close;
  }
}

/** Where what begins at `open` ends; -1 when that has not come yet. */
function endOf(text: string, open: number): number {
  const after = text.charCodeAt(open + 1);
  if (after === 33) {
    if (text.length < open + 9) return -1;
    const ending = text.startsWith('<!--', open)
      ? '-->'
      : text.startsWith('<![CDATA[', open)
        ? ']]>'
        : null;
    if (ending === null) throw new Unreadable('broken');
    const end = text.indexOf(ending, open + 4);
    return end < 0 ? -1 : end + 3;
  }
  let end = text.indexOf('>', open);
  // A value in quotes may hold the sign.
  while (end >= 0 && quotedAt(text, open, end)) end = text.indexOf('>', end + 1);
  return end < 0 ? -1 : end + 1;
}

function quotedAt(text: string, open: number, end: number): boolean {
  let quote = 0;
  for (let at = open; at < end; at += 1) {
    const sign = text.charCodeAt(at);
    if (quote === 0 && (sign === 34 || sign === 39)) quote = sign;
    else if (sign === quote) quote = 0;
  }
  return quote !== 0;
}

function tagOf(text: string, open: number, close: number): Token | null {
  const after = text.charCodeAt(open + 1);
  if (after === 63) return null;
  if (after === 33)
    return text.startsWith('<![CDATA[', open)
      ? { kind: 'text', text: text.slice(open + 9, close - 3) }
      : null;
  if (after === 47)
    return { kind: 'close', name: localName(text.slice(open + 2, close - 1).trim()) };
  const empty = text.charCodeAt(close - 2) === 47;
  const inner = text.slice(open + 1, close - (empty ? 2 : 1));
  const space = inner.search(/\s/);
  const name = localName(space < 0 ? inner : inner.slice(0, space));
  return { kind: 'open', name, attributes: space < 0 ? '' : inner.slice(space), empty };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(#x[0-9A-Fa-f]{1,6}|#\d{1,7}|\w{1,8});/g, (_, name: string) => {
    const code = name.startsWith('#x')
      ? Number.parseInt(name.slice(2), 16)
      : name.startsWith('#')
        ? Number(name.slice(1))
        : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    const known = named[name];
    if (known === undefined) throw new Unreadable('broken');
    return known;
  });
}

const forms = new Map<string, RegExp>();
/** Value of an attribute by its local name. */
export function attribute(attributes: string, name: string): string | undefined {
  let form = forms.get(name);
  if (!form) {
    form = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    forms.set(name, form);
  }
  const found = form.exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : unescaped(value);
}

/** JSON text in the one form docs/security.md describes; written from that description alone. */

/** @throws SyntaxError where the text is no JSON */
export function jsonForm(text: string): string {
  const scanner = new Scanner(text);
  const form = scanner.value();
  scanner.end();
  return form;
}

const space = /[ \t\n\r]*/y;
const string = /"(?:[^"\\]|\\.)*"/sy;
const bare = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Scanner {
  private readonly text: string;
  private at = 0;
  constructor(text: string) {
    this.text = text;
  }

  value(): string {
    this.take(space);
    const sign = this.text[this.at];
    if (sign === '{') return this.object();
    if (sign === '[') return this.array();
    if (sign === '"') return escaped(this.string());
    return this.need(bare);
  }

  end(): void {
    this.take(space);
    if (this.at !== this.text.length) throw new SyntaxError(`more than one value at ${this.at}`);
  }

  private object(): string {
    const members: { key: Buffer; text: string }[] = [];
    this.list('}', () => {
      const key = this.string();
      this.take(space);
      this.expect(':');
      members.push({ key: Buffer.from(key, 'utf8'), text: `${escaped(key)}:${this.value()}` });
    });
    members.sort((a, b) => a.key.compare(b.key));
    return `{${members.map((m) => m.text).join(',')}}`;
  }

  private array(): string {
    const items: string[] = [];
    this.list(']', () => items.push(this.value()));
    return `[${items.join(',')}]`;
  }

  private list(close: string, item: () => void): void {
    this.at += 1;
    this.take(space);
    if (this.text[this.at] === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      this.take(space);
      item();
      this.take(space);
      if (this.text[this.at] === close) break;
      this.expect(',');
    }
    this.at += 1;
  }

  private string(): string {
    return JSON.parse(this.need(string)) as string; // a string literal and nothing else
  }

  private expect(sign: string): void {
    if (this.text[this.at] !== sign) throw new SyntaxError(`${sign} is missing at ${this.at}`);
    this.at += 1;
  }

  private need(form: RegExp): string {
    const found = this.take(form);
    if (found === '') throw new SyntaxError(`no JSON at ${this.at}`);
    return found;
  }

  private take(form: RegExp): string {
    form.lastIndex = this.at;
    const found = form.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
}

const short: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be escaped
  const form = text.replace(/["\\\u0000-\u001f]/g, (sign) => {
    const code = sign.charCodeAt(0).toString(16).padStart(4, '0');
    return short[sign] ?? `\\u${code}`;
  });
  return `"${form}"`;
}

// What people read, in both languages. Every room has its own; keys are flat: `<room>.<what>.<name>`.

export type Lang = 'zh' | 'en';
export type Word = { zh: string; en: string };
export type Words = Record<string, Word>;

/** A text with its `{name}` places filled; a place without a value stays as it is, to be seen. */
export function fill(text: string, params: Record<string, string | number> = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}

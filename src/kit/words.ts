// What people read, in both languages. Every room has its own; keys are flat: `<room>.<what>.<name>`.

export type Lang = 'zh' | 'en';
export type Word = { zh: string; en: string };
export type Words = Record<string, Word>;

/**
 * A text with its `{name}` places filled; a place without a value stays as it is, to be seen. `{count|request|requests}` is the
 * first word for one and the second for any other number.
 */
export function fill(text: string, params: Record<string, string | number> = {}): string {
  return text.replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (place, name: string, one?: string, many?: string) => {
      const value = params[name];
      if (value === undefined) return place;
      return one === undefined || many === undefined
        ? String(value)
        : Number(value) === 1
          ? one
          : many;
    },
  );
}

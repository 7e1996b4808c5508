// Text as people give it and as files carry it. Nothing here normalises characters: 𠮷, 㙍 and the dot in a name stay.

// Spreadsheets run a cell that begins so; the full-width forms are read the same by some.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;
// Spaces of every width, the byte order mark and the invisible joiners that pasting leaves at the ends.
const ENDS = /^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/g;

/** Text without the spaces around it. The characters of the text itself are never changed. */
export function trimmed(text: string): string {
  return text.replace(ENDS, '');
}

/** Text a spreadsheet shows instead of running it. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** One cell of a CSV file. Numbers are written as they are; text is made safe. */
export function csvCell(value: string | number | bigint | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? withoutFormula(value) : String(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a CSV file with its line end, as spreadsheets expect it. */
export function csvLine(values: readonly Parameters<typeof csvCell>[0][]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

/** How many characters a person counts, a rare one (two code units) as one. */
export function characters(text: string): number {
  return [...text].length;
}

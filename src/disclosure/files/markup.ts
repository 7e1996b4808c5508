/** Text inside HTML and XML: nothing of it is ever markup. */
const signs: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  ...{ '"': '&quot;', "'": '&#39;' },
};
/** What XML 1.0 cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs to take out
const unheld = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const esc = (text: string): string =>
  text
    .toWellFormed()
    .replace(unheld, '')
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

/** A tar archive (POSIX ustar), entry by entry. */

const block = 512;

/** The head of an entry. @throws RangeError when the name or the size does not fit the format */
export function tarHead(name: string, size: number, at: Date): Buffer {
  const head = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 99) throw new RangeError(`name too long for tar: ${name}`);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  if (octal(size, 11).length > 11) throw new RangeError(`too large for tar: ${name}`);
  head.write(name, 0);
  head.write('0000644\0' + '0000000\0' + '0000000\0', 100);
  head.write(`${octal(size, 11)}\0${octal(Math.floor(at.getTime() / 1000), 11)}\0        0`, 124);
  head.write('ustar\u000000', 257);
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${octal(sum, 6)}\0 `, 148);
  return head;
}

/** What fills the last block of an entry. */
export const tarRest = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block);

export const tarEnd = (): Buffer => Buffer.alloc(2 * block);

// Ids of objects: UUID version 7, made by whoever makes the object, in the order of their time.

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Patterns for request schemas. */
export const uuidPattern = UUID.source;
export const uuid7Pattern = UUID7.source;

/** An id from an instant in milliseconds and ten random bytes. */
export function uuid7(millis: number, random: Uint8Array): string {
  if (!Number.isSafeInteger(millis) || millis < 0 || millis >= 2 ** 48) {
    throw new RangeError(`not an instant in milliseconds: ${millis}`);
  }
  if (random.length < 10) throw new RangeError('ten random bytes are needed');
  const tail = [...random.slice(0, 10)];
  tail[0] = ((tail[0] ?? 0) & 0x0f) | 0x70;
  tail[2] = ((tail[2] ?? 0) & 0x3f) | 0x80;
  const hex =
    millis.toString(16).padStart(12, '0') +
    tail.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

export function isUuid7(text: string): boolean {
  return UUID7.test(text);
}

/** The instant an id was made, in milliseconds. */
export function millisOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** Names and numbers of the segments of PostgreSQL's log. Pure. */

/** A position in the log: '3/A1B2C3D4'. */
export function lsnNumber(lsn: string): bigint {
  const [high = '0', low = '0'] = lsn.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

export const lsnText = (lsn: bigint): string =>
  `${(lsn >> 32n).toString(16).toUpperCase()}/${(lsn & 0xffff_ffffn).toString(16).toUpperCase()}`;

const hex8 = (n: bigint) => n.toString(16).toUpperCase().padStart(8, '0');

/** '000000010000000300000041' */
export function segmentName(timeline: number, number: bigint, segmentBytes: number): string {
  const each = 0x1_0000_0000n / BigInt(segmentBytes);
  return hex8(BigInt(timeline)) + hex8(number / each) + hex8(number % each);
}

export const isSegment = (name: string): boolean => /^[0-9A-F]{24}$/.test(name);

export function segmentNumber(name: string, segmentBytes: number): bigint {
  const each = 0x1_0000_0000n / BigInt(segmentBytes);
  return BigInt(`0x${name.slice(8, 16)}`) * each + BigInt(`0x${name.slice(16)}`);
}

export const timelineOf = (name: string): number => Number.parseInt(name.slice(0, 8), 16);

/** The names from one position up to, not including, the segment of another. */
export function segmentsBetween(
  timeline: number,
  from: bigint,
  to: bigint,
  segmentBytes: number,
): string[] {
  const names: string[] = [];
  const size = BigInt(segmentBytes);
  for (let n = from / size; n < to / size; n += 1n)
    names.push(segmentName(timeline, n, segmentBytes));
  return names;
}

// Which cities are in the programme, and which Pearl River Delta city helps which (domain knowledge, public).

/** Assisted city -> the city that helps it. */
export const helperOf: ReadonlyMap<string, string> = new Map([
  ['440500000000', '440300000000'],
  ['441600000000', '440300000000'],
  ['441500000000', '440300000000'],
  ['440800000000', '440100000000'],
  ['441400000000', '440100000000'],
  ['441800000000', '440100000000'],
  ['441700000000', '440400000000'],
  ['440900000000', '440400000000'],
  ['445300000000', '440600000000'],
  ['441200000000', '440600000000'],
  ['445200000000', '441900000000'],
  ['440200000000', '441900000000'],
  ['445100000000', '442000000000'],
]);

/** 惠州 and 江门 station teams of their own in their towns. */
export const ownTeams: ReadonlySet<string> = new Set(['441300000000', '440700000000']);

/** The seven delta cities with towns: tier demonstration. */
export const deltaCities: ReadonlySet<string> = new Set([
  '440100000000',
  '440400000000',
  '440600000000',
  '440700000000',
  '441300000000',
  '441900000000',
  '442000000000',
]);

export const SHENZHEN = '440300000000';
export const ZHUHAI = '440400000000';
export const YUE = '440000000000';

/** The fourteen that took more units in: the thirteen assisted cities and 惠州 (which ones is made up but three). */
export const selfIncluding: ReadonlySet<string> = new Set([...helperOf.keys(), '441300000000']);

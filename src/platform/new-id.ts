/** Ids made by the server, for what no caller named. */
import { randomFillSync } from 'node:crypto';
import { uuid7 } from '../kit/id.ts';

const each = 10;
/** Drawn for many ids at once: asking the system costs ten times as much as making the id. */
const drawn = new Uint8Array(each * 400);
let used = drawn.length;

export function newId(): string {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += each;
  return uuid7(Date.now(), drawn.subarray(used - each, used));
}

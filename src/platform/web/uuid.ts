// Ids made on the page, so that a write repeated after a lost answer happens once.
import { uuid7 } from '../../kit/id.ts';

export function newId(): string {
  return uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

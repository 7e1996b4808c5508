/** Ids made by the server, for what no caller named. */
import { randomBytes } from 'node:crypto';
import { uuid7 } from '../kit/id.ts';

export const newId = (): string => uuid7(Date.now(), randomBytes(10));

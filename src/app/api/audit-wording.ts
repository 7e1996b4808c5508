/** What the audit's pages need of the whole product to speak in words. */
import type { Wording } from '../../access/audit/reading/in-words.ts';
import { type Endpoint, isWrite } from '../../platform/http/endpoint.ts';
import { catalogue, words } from '../rooms.ts';

export const auditWording = (all: readonly Endpoint[]): Wording => ({
  words,
  actions: new Map(
    all.map((one) => [
      `${one.method} ${one.url}`,
      { word: one.summary, usual: isWrite(one) || one.audited === true },
    ]),
  ),
  nameOf: (type, id) => (type === 'figure' ? catalogue.byCode.get(id)?.name : undefined),
});

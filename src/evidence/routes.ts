/** Taking a package and the register of those that were taken. */
import { createHash } from 'node:crypto';
import Type from 'typebox';
import type { Words } from '../kit/words.ts';
import type { Client, Pool } from '../platform/db/pool.ts';
import { type Caller, type Endpoint, endpoint, Refusal } from '../platform/http/endpoint.ts';
import { newId } from '../platform/new-id.ts';
import { zipped } from '../platform/zip.ts';
import { placeFor, type ScopedPlace } from '../regions/in-scope.ts';
import { lineOf } from '../supervision/rules.ts';
import { beforeInstant, limitOf, paged } from '../teams/store/paging.ts';
import { PackageQuery, Packages, PackagesQuery, type PackedFile } from './contract.ts';
import { packedFiles } from './store/pack.ts';
import {
  addPackage,
  cutOffOf,
  inSnapshot,
  keptAlive,
  mayTake,
  noticesOver,
  packagesUnder,
} from './store/packages.ts';

interface Means {
  /** Of the application role, for what takes long: a snapshot lasts minutes. */
  long: Pool;
  /** Of all rooms: codes leave as what the pages say. */
  words: Words;
}

export const routes = ({ long, words }: Means): Endpoint[] => {
  const alone = oneAtATime();
  return [
    endpoint({
      method: 'GET',
      url: '/api/evidence/packages',
      permission: 'indicators.export',
      summary: { zh: '审计取数包登记', en: 'Register of evidence packages' },
      query: PackagesQuery,
      reply: { 200: Packages },
      handle: async ({ client, caller, query, today }) => {
        const place = await placeFor(client, caller, query.place);
        const notices = await noticesOver(client, caller, place, today);
        const found = await packagesUnder(client, caller, {
          ...{ lo: place.lo, hi: place.hi, limit: limitOf(query) },
          before: beforeInstant(query),
        });
        return {
          place: place.key,
          mayTake: mayTake(caller, place, notices),
          notices: notices.map(({ number, organ }) => ({ number, organ })),
          ...paged(found, limitOf(query), (last) => `${last.takenAt}~${last.id}`),
        };
      },
    }),
    endpoint({
      method: 'GET',
      url: '/api/evidence/package.zip',
      permission: 'indicators.export',
      audited: true,
      stream: 'application/zip',
      cost: 200,
      summary: {
        zh: '审计取数包：账簿、凭证、合同、公示、资产等，附数据说明和带校验值的索引',
        en: 'Evidence package: books, vouchers, contracts, notices, assets, with field notes and an index of hashes',
      },
      query: PackageQuery,
      reply: { 200: Type.String() },
      handle: async function* ({ client, caller, query, today, lang, note }) {
        const place = await placeFor(client, caller, query.place);
        note({ object: 'evidence package', place: place.key });
        const notices = await noticesOver(client, caller, place, today);
        if (!mayTake(caller, place, notices))
          throw new Refusal(
            `evidence.refusal.${caller.role === 'auditor' ? 'no_notice' : 'own_only'}`,
          );
        const taken = { id: newId(), notices, cutOff: '', files: [] as PackedFile[] };
        const names = await namesOf(client, place, caller);
        const whole = createHash('sha256');
        let bytes = 0;
        const parts = inSnapshot(long, caller, async function* (snapshot) {
          taken.cutOff = await cutOffOf(snapshot);
          const asked = {
            ...{ place: { ...place, name: names.place }, ranges: caller.ranges },
            ...{
              account: caller.account,
              line: caller.role === 'auditor' ? [] : lineOf(caller.seat),
              permissions: caller.permissions,
            },
            ...{ takenBy: { name: caller.name, office: names.seat }, cutOff: taken.cutOff },
            notices: notices.map(({ number, organ }) => ({ number, organ })),
            lang: query.lang ?? lang,
          };
          yield* zipped(packedFiles(snapshot, asked, words, taken.files));
        });
        for await (const part of alone(() => keptAlive(client, parts))) {
          whole.update(part);
          bytes += part.length;
          yield part;
        }
        const sha256 = whole.digest('hex');
        await addPackage(client, caller, place, { ...taken, sha256, bytes });
        const rows = taken.files.reduce((sum, file) => sum + file.rows, 0);
        note({
          object: `evidence_package ${taken.id}`,
          after: { sha256, bytes, rows, cutOff: taken.cutOff, notices },
        });
      },
    }),
  ];
};

/** A package reads everything of a place: the next one is refused until it is done. */
function oneAtATime() {
  let taking = false;
  return async function* <T>(work: () => AsyncGenerator<T, void>): AsyncGenerator<T, void> {
    if (taking) throw new Refusal('evidence.refusal.busy', { seconds: 120 }, 429);
    taking = true;
    try {
      yield* work();
    } finally {
      taking = false;
    }
  };
}

async function namesOf(client: Client, { key }: ScopedPlace, { seat }: Caller) {
  const { rows } = await client.query<{ place: string; seat: string }>(
    `select p.name as place, coalesce((select s.name from regions.place s where s.key = $2), '') as seat
     from regions.place p where p.key = $1`,
    [key, seat],
  );
  return rows[0] ?? { place: key, seat: '' };
}

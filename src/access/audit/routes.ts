/** Reading the audit, taking it along, and leaving a row for what the browser prints. */
import Type from 'typebox';
import { clockAt } from '../../kit/period.ts';
import {
  type Caller,
  type Endpoint,
  endpoint,
  type Lang,
  Refusal,
} from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import {
  AuditDetail,
  type AuditRow,
  AuditRows,
  Choices,
  CsvQuery,
  EvidenceQuery,
  LikeQuery,
  Print,
  RowParams,
  RowsQuery,
  State,
  Vocabulary,
} from './contract.ts';
import { actorsLike, peopleLike, placeNames } from './reading/choices.ts';
import { csvHead, csvRow } from './reading/csv.ts';
import { evidence } from './reading/evidence.ts';
import { fieldsOf, type InWords, inWords, placesNamed, type Wording } from './reading/in-words.ts';
import { type FoundRow, oneRow, rowsWithin, withinOf } from './reading/search.ts';
import { chainState, sealedState } from './reading/state.ts';

export interface AuditOptions {
  /** Asked late: the words of endpoints are known when all are made. */
  wording: () => Wording;
  /** Directories whose files go into an evidence package. */
  anchorDirs: readonly string[];
}

const read = { method: 'GET', permission: 'audit.read' } as const;
/** Rows of an export read at a time. */
const portion = 500;

export function auditRoutes({ wording, anchorDirs }: AuditOptions): Endpoint[] {
  const inLang = (lang: Lang) => inWords(wording(), lang);
  return [
    endpoint({
      ...read,
      url: '/api/access/audit/rows',
      summary: {
        zh: '查审计记录：谁在什么时候对什么做了什么',
        en: 'Search the audit: who did what to what, when',
      },
      query: RowsQuery,
      reply: { 200: AuditRows },
      handle: async ({ db, client, caller, query, lang }) => {
        const within = await withinOf(client, caller, query.place);
        const { rows, next } = await rowsWithin(db, within, query, Number(query.limit ?? 50));
        const words = inLang(lang);
        return { rows: rows.map((row) => asRow(row, words)), next };
      },
    }),
    endpoint({
      ...read,
      url: '/api/access/audit/rows/:id',
      summary: { zh: '一条审计记录', en: 'One row of the audit' },
      params: RowParams,
      reply: { 200: AuditDetail },
      handle: async ({ db, client, caller, params, lang }) => {
        await withinOf(client, caller, caller.home);
        const row = await oneRow(db, caller, params.id);
        const words = inLang(lang);
        const bounds = row.ranges.map((range) => range.slice(0, 12));
        const keys = [...placesNamed(row.before, row.after), ...bounds];
        const places = await placeNames(db, keys);
        return {
          ...asRow(row, words),
          ...{ county: row.county, day: row.day, n: row.n, address: row.address },
          request: row.request,
          sealed: await sealedState(db, row),
          ranges: bounds.map((key) => places.get(key) ?? words.say('access.audit.strangers')),
          fields: fieldsOf(row, wording(), lang, places),
        };
      },
    }),
    endpoint({
      ...read,
      url: '/api/access/audit/actors',
      summary: { zh: '按姓名或用户名找账户', en: 'Accounts by name' },
      query: LikeQuery,
      reply: { 200: Choices },
      handle: async ({ db, caller, query }) => ({ rows: await actorsLike(db, caller, query.q) }),
    }),
    endpoint({
      ...read,
      url: '/api/access/audit/people',
      summary: { zh: '按姓名找记录涉及的人', en: 'People the audit speaks of, by name' },
      query: LikeQuery,
      reply: { 200: Choices },
      handle: async ({ db, query }) => ({ rows: await peopleLike(db, query.q) }),
    }),
    endpoint({
      ...read,
      url: '/api/access/audit/vocabulary',
      summary: { zh: '审计记录的筛选项', en: 'What the audit can be narrowed by' },
      reply: { 200: Vocabulary },
      handle: async ({ lang }) => vocabulary(wording(), lang),
    }),
    endpoint({
      ...read,
      url: '/api/access/audit/state',
      summary: {
        zh: '审计链的封存、锚定和核验',
        en: 'How far the audit is sealed, anchored and verified',
      },
      reply: { 200: State },
      handle: async ({ db, client, caller, lang }) =>
        chainState(db, client, caller, inLang(lang).say),
    }),
    endpoint({
      ...read,
      url: '/api/access/audit/rows.csv',
      audited: true,
      stream: 'text/csv',
      summary: { zh: '导出审计记录', en: 'Export the audit' },
      query: CsvQuery,
      reply: { 200: Type.String() },
      handle: async function* ({ db, client, caller, query, lang: preferred, note }) {
        const { lang = preferred, place, ...asked } = query;
        const within = await withinOf(client, caller, place);
        const words = inLang(lang);
        note({ object: 'audit rows', place });
        const names = await placeNames(db, [place]);
        yield csvHead(
          words.say('access.audit.csv_title', {
            place: names.get(place) ?? place,
            since: asked.since ?? '—',
            until: asked.until ?? '—',
            at: clockAt(Date.now()),
          }),
          words,
        );
        let count = 0;
        for (let after: string | null | undefined; after !== null; ) {
          const page = await rowsWithin(db, within, after ? { ...asked, after } : asked, portion);
          yield page.rows.map((row) => csvRow(row, words)).join('');
          count += page.rows.length;
          after = page.next;
        }
        note({ after: { ...asked, rows: count } });
      },
    }),
    endpoint({
      ...read,
      url: '/api/access/audit/evidence.tar',
      audited: true,
      stream: 'application/x-tar',
      summary: {
        zh: '导出证据包：记录、封存值、锚点和核验方法',
        en: 'An evidence package: rows, seals, anchors and how to verify them',
      },
      query: EvidenceQuery,
      reply: { 200: Type.String() },
      handle: async function* ({ client, caller, query, note }) {
        const { place, since, until } = query;
        const within = await withinOf(client, caller, place);
        note({ object: 'audit evidence', place });
        if (within.level === 'town' || within.level === 'village')
          throw new Refusal('access.refusal.evidence_place');
        if (since > until) throw new Refusal('access.refusal.evidence_days');
        const packed = { rows: 0, seals: 0, anchorFiles: 0 };
        const now = new Date();
        yield* evidence(
          client,
          {
            ...{ since, until, anchorDirs, now, strangers: within.strangers },
            ...{ first: within.lo.slice(0, 6), last: within.hi.slice(0, 6) },
            readme: readmeOf(caller, within.key, since, until, inLang('zh'), inLang('en')),
          },
          packed,
        );
        note({ after: { since, until, ...packed } });
      },
    }),
    endpoint({
      method: 'POST',
      url: '/api/access/prints',
      permission: 'signed_in',
      leaves: 'print',
      summary: { zh: '打印页面', en: 'Print a page' },
      body: Print,
      reply: { 204: Type.Null() },
      handle: async ({ client, caller, body, note }) => {
        const { page, place, ...rest } = body;
        await placeFor(client, caller, place);
        note({ object: `page ${page}`, place, after: rest });
        return undefined;
      },
    }),
  ];
}

function asRow(row: FoundRow, words: InWords): AuditRow {
  const why = words.why(row.outcome);
  return {
    ...{ id: row.id, at: row.at },
    kind: row.kind as AuditRow['kind'], // the enumeration of the table
    actor: row.actor === null ? null : { id: row.actor, name: row.actor_name ?? row.actor },
    role: words.role(row.role),
    did: words.did(row.action),
    object: row.object === null ? null : { id: row.object, name: words.object(row.object) },
    place: row.place === '0' ? null : { id: row.place, name: row.place_name ?? row.place },
    person:
      row.person === null
        ? null
        : { id: row.person, name: row.person_name ?? words.say('access.audit.unknown_person') },
    outcome: why === null ? (row.outcome === 'replayed' ? 'replayed' : 'done') : 'refused',
    why,
  };
}

function vocabulary({ words, actions }: Wording, lang: Lang) {
  const objects = Object.entries(words)
    .filter(([key]) => key.startsWith('access.audit_object.'))
    .map(([key, word]) => ({ id: key.split('.')[2] ?? '', name: word[lang] }));
  return {
    actions: [...actions]
      .filter(([, { usual }]) => usual)
      .map(([id, { word }]) => ({ id, name: word[lang] })),
    objects,
  };
}

function readmeOf(
  { name }: Caller,
  place: string,
  since: string,
  until: string,
  ...languages: InWords[]
): string {
  return languages
    .map(({ say }) => say('access.audit.evidence_readme', { name, place, since, until }))
    .join('\n\n');
}

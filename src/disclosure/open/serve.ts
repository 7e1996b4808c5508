/**
 * Serves the public pages: HTML made here, no script, no cookie. Pages read the view `disclosed.copy` as nobody; what is sent
 * goes through the public endpoints, so that limits, shapes, audit and refusals are the same for pages and programs.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Lang } from '../../kit/words.ts';
import type { Client, Pool } from '../../platform/db/pool.ts';
import { inScope, nobody } from '../../platform/db/scope.ts';
import { demonstrated } from '../../platform/demonstrated.ts';
import { Absent } from '../../platform/http/endpoint.ts';
import { atOnce } from '../../platform/http/limits/at-once.ts';
import type { Priced } from '../../platform/http/limits/price.ts';
import type { Spend } from '../../platform/http/limits/rates.ts';
import type { Say } from '../../platform/http/problem.ts';
import { fromOwnPage } from '../../platform/http/request/own-page.ts';
import { asRefusal } from '../../platform/http/server.ts';
import { checker } from '../../platform/http/shape.ts';
import { newId } from '../../platform/new-id.ts';
import type { Secrets } from '../../platform/secrets/envelope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { beforeDay, paged } from '../../teams/store/paging.ts';
import { type Complain, type Complained, type LookedUp, OpenQuery } from '../contract-open.ts';
import { openCopies, openCopy, openShelves, receiptAgain } from '../store/open.ts';
import { openPagesOn } from '../store/publications.ts';
import {
  complaintForm,
  lookUpPage,
  receiptPage,
  type Trouble,
  type Typed,
  troublePage,
} from './complaint-pages.ts';
import { hereOf, openStyle } from './layout.ts';
import { cataloguePage, copyPage } from './pages.ts';
import { codeFor, idOf, plainCode, ticketFor } from './ticket.ts';

export interface Means {
  pool: Pool;
  secrets: Pick<Secrets, 'index' | 'indexes'>;
  say: Say;
  spend: Spend | undefined;
}

const policy =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A page costs about what its questions cost. */
const price: Priced = { method: 'GET', permission: 'public', cost: 4 };
const perPage = 30;
const WithLang = Type.Object(
  { ...OpenQuery.properties, copy: IdParams.properties.id, lang: Type.String({ maxLength: 8 }) },
  { additionalProperties: true },
);
const checkQuery = checker(Type.Partial(WithLang));
const checkId = checker(IdParams);

export async function serveOpenPages(
  app: FastifyInstance,
  { pool, secrets, say, spend }: Means,
): Promise<void> {
  const admitted = atOnce(60);
  const read = <T>(work: (client: Client) => Promise<T>): Promise<T> =>
    admitted(() =>
      inScope(pool, nobody, async (_, client) => {
        if (!(await openPagesOn(client))) throw new Absent();
        return work(client);
      }),
    );
  /** Where a page stands, and whether anything made up is on it; absent while the public pages are off. */
  const marked = async (request: FastifyRequest, madeUp = false) => ({
    ...here(request),
    madeUp: (await read(demonstrated)) || madeUp,
  });
  await app.register(async (pages) => {
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 32_768 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    pages.addHook('onRequest', async (request) => spend?.(request, price, null));
    pages.setErrorHandler((error, request, reply) => {
      const refusal = asRefusal(error);
      request.refusal = refusal.code;
      if (refusal.status >= 500) throw error; // the server's own answer, which logs it
      const lang = langOf(request);
      return html(
        reply.code(refusal.status),
        troublePage(here(request), say(refusal.code, refusal.params, lang)),
      );
    });
    pages.get('/public/style.css', (_request, reply) =>
      reply
        .type('text/css; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .send(openStyle),
    );
    pages.get('/public', async (request, reply) => {
      const query = queryOf(request);
      const { shelves, rows, next } = await read(async (client) => {
        const before = beforeDay(query);
        const found = await openCopies(client, query, { before, limit: perPage });
        const shelf = await openShelves(client);
        return { shelves: shelf, ...paged(found, perPage, (last) => `${last.fromDay}~${last.id}`) };
      });
      const at = await marked(
        request,
        rows.some(({ madeUp }) => madeUp),
      );
      return html(reply, cataloguePage(at, { shelves, rows, next, wanted: query }));
    });
    pages.get('/public/copies/:id', async (request, reply) => {
      const { id } = request.params as { id: string };
      if (checkId({ id }).length > 0) throw new Absent();
      const copy = await read((client) => openCopy(client, id));
      return html(reply, copyPage(await marked(request, copy.madeUp), copy));
    });
    /** The same form sent again, by a reload or twice: its numbers once more, which costs nothing and enters nothing. */
    const before = async (body: Complain): Promise<Complained | null> => {
      const id = idOf(secrets, body.ticket, Date.now());
      if (id === null) return null;
      const code = codeFor(secrets, id);
      const receipt = await read((client) =>
        receiptAgain(client, body, { id, code: plainCode(code) }),
      );
      return receipt === null ? null : { receipt, code };
    };
    const form = async (request: FastifyRequest, typed: Typed, trouble: Trouble | null) => {
      const shelves = await read(openShelves);
      const ticket = ticketFor(secrets, newId(), Date.now());
      return complaintForm(await marked(request), { ticket, shelves, typed, trouble });
    };
    pages.get('/public/complaints', async (request, reply) => {
      const { place, copy } = queryOf(request);
      return html(reply, await form(request, { place, copy }, null));
    });
    pages.post('/public/complaints', { onRequest: fromOwnPage }, async (request, reply) => {
      const { ticket = '', place = '', copy, subject = '', said = '', contact } = fieldsOf(request);
      const body = {
        ticket,
        place,
        copy: copy || null,
        subject,
        said,
        contact: contact?.trim() || null,
      };
      const again = await before(body);
      if (again) return html(reply, receiptPage(await marked(request), again));
      const answer = await passOn<Complained>(
        app,
        request,
        '/public/api/disclosure/complaints',
        body,
      );
      if ('trouble' in answer)
        return html(
          reply.code(answer.status),
          await form(request, { place, copy, subject, said, contact }, answer.trouble),
        );
      return html(reply, receiptPage(await marked(request), answer.body));
    });
    pages.get('/public/complaints/look-up', async (request, reply) => {
      return html(
        reply,
        lookUpPage(await marked(request), { receipt: '', found: null, trouble: null }),
      );
    });
    pages.post('/public/complaints/look-up', { onRequest: fromOwnPage }, async (request, reply) => {
      const { receipt = '', code = '' } = fieldsOf(request);
      const path = '/public/api/disclosure/complaints/look-up';
      const answer = await passOn<LookedUp>(app, request, path, { receipt, code });
      const [found, trouble] = 'trouble' in answer ? [null, answer.trouble] : [answer.body, null];
      return html(
        'trouble' in answer ? reply.code(answer.status) : reply,
        lookUpPage(await marked(request), { receipt, found, trouble }),
      );
    });
  });
}

const html = (reply: FastifyReply, page: string): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-cache')
    .send(page);

const langOf = (request: FastifyRequest): Lang =>
  (request.query as { lang?: unknown }).lang === 'en' ? 'en' : 'zh';

const here = (request: FastifyRequest) => {
  const { lang: _, ...query } = request.query as Record<string, string | undefined>;
  const path = request.url.split('?')[0] ?? '/public';
  return hereOf(langOf(request), path, query);
};

type Query = OpenQuery & { copy?: string };

/** What a page was asked, without what is empty: a form sends every field. What has no form is as if it were not asked. */
function queryOf(request: FastifyRequest): Query {
  const given = Object.entries(request.query as Record<string, unknown>).filter(
    ([name, value]) =>
      typeof value === 'string' && value !== '' && checkQuery({ [name]: value }).length === 0,
  );
  return Object.fromEntries(given) as Query; // each was compared with the schema
}

/** Of a form; whatever else was sent has no fields. */
const fieldsOf = (request: FastifyRequest): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(Object(request.body) as object).filter(([, value]) => typeof value === 'string'),
  );

/** The same as a program asks it: one way in for pages and programs. */
async function passOn<T>(
  app: FastifyInstance,
  request: FastifyRequest,
  url: string,
  body: object,
): Promise<{ body: T } | { status: number; trouble: Trouble }> {
  const reply = await app.inject({
    ...{ method: 'POST' as const, url, payload: body, remoteAddress: request.ip },
    headers: { 'accept-language': langOf(request) === 'en' ? 'en' : 'zh' },
  });
  const said: unknown = reply.json();
  if (reply.statusCode < 300) return { body: said as T }; // the endpoint's own reply
  const { detail, todo } = said as Trouble; // problem+json of the server
  return { status: reply.statusCode, trouble: { detail, todo } };
}

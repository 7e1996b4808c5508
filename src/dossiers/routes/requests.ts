/** Requests whose dossiers wait, with what is missing; and the dossier of one. */
import { type Caller, type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { hintsFor } from '../../supervision/store/hints.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { beforeInstant, limitOf, paged } from '../../teams/store/paging.ts';
import { DossierPage, RequestQuery, type RequestRow, RequestRows } from '../contract.ts';
import { makingStates, waitingStates } from '../rules.ts';
import { contentsOf, contentsOfOne, madeOf, registeredOnly } from '../store/dossier.ts';
import { isOfOffice, type RequestHead, requestFor, requestsUnder } from '../store/request.ts';
import { scanOf } from '../store/scans.ts';

const read = { method: 'GET', permission: 'projects.read' } as const;

export const requestRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url: '/api/dossiers/requests',
    summary: {
      zh: '待送审的支付申请和缺件',
      en: 'Requests for payment to be sent, and what their dossiers lack',
    },
    query: RequestQuery,
    reply: { 200: RequestRows },
    handle: async ({ client, caller, query, today }) => {
      const place = await placeFor(client, caller, query.place);
      const found = await requestsUnder(client, caller, {
        ...{ lo: place.lo, hi: place.hi, limit: limitOf(query) },
        states: query.state ? [query.state] : waitingStates,
        before: beforeInstant(query),
      });
      const { rows, next } = paged(found, limitOf(query), (last) => `${last.changedAt}~${last.id}`);
      const contents = await contentsOf(client, rows, today);
      return {
        rows: rows.map((row) => rowOf(row, contents.get(row.id)?.missing ?? [])),
        next,
      };
    },
  }),
  endpoint({
    ...read,
    url: '/api/dossiers/requests/:id',
    summary: { zh: '一份支付申请的送审资料', en: 'The dossier of a request for payment' },
    params: IdParams,
    reply: { 200: DossierPage },
    handle: async ({ client, caller, params, today }) => {
      const request = await requestFor(client, caller, params.id);
      const { checklist, items, beside, missing } = await contentsOfOne(client, request, today);
      const registered = await registeredOnly(client, request);
      const mayUpload = mayWrite(caller, request);
      const hints = mayUpload ? await hintsFor(client, caller, today, 'request', request.id) : [];
      return {
        ...rowOf(request, missing),
        contract: request.contract,
        contractNumber: request.contractNumber,
        contractor: request.contractor,
        contractAmount: request.contractAmount,
        invoice: request.invoice,
        registeredBy: request.registeredBy,
        checkedBy: request.checkedBy,
        checklist,
        items: items.map(({ kind, required, files }) => ({
          ...{ kind, required },
          files: files.map(scanOf),
          registered: (registered.get(kind) ?? []).map(({ kind: _, ...paper }) => paper),
        })),
        beside: beside.map(scanOf),
        made: await madeOf(client, request.id),
        current: request.current,
        hints,
        mayUpload,
        mayMake: mayUpload && makingStates.includes(request.state) && missing.length === 0,
      };
    },
  }),
];

const mayWrite = (caller: Caller, request: RequestHead) =>
  caller.permissions.has('projects.write') && isOfOffice(caller, request);

function rowOf(request: RequestHead, missing: RequestRow['missing']): RequestRow {
  const { id, kind, state, amount, payee, askedOn, project, projectNumber, projectName } = request;
  const { place, placeName, madeUp } = request;
  return {
    ...{ id, kind, state, amount, payee, askedOn, project, projectNumber, projectName },
    ...{ place, placeName, madeUp, missing },
  };
}

/** The own filters of lists, kept under names. */
import Type from 'typebox';
import { type Endpoint, endpoint } from '../../../platform/http/endpoint.ts';
import { SavedViews, SaveView, ViewsQuery } from '../../contract.ts';
import { Id } from '../../contract-sign-in.ts';
import { removeView, saveView, viewsOf } from '../../store/own/views.ts';

export const ownViewRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/access/own/views',
    permission: 'signed_in',
    summary: { zh: '本人在一个页面存下的筛选', en: 'Filters the account keeps of a page' },
    query: ViewsQuery,
    reply: { 200: SavedViews },
    handle: async ({ db, caller, query }) => ({
      rows: await viewsOf(db, caller.account, query.page),
    }),
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/own/views',
    permission: 'signed_in',
    summary: { zh: '存下筛选', en: 'Keep filters under a name' },
    body: SaveView,
    reply: { 204: Type.Null() },
    handle: async ({ db, caller, id, body, note }) => {
      note({ object: `account ${caller.account}`, after: body });
      await saveView(db, caller.account, id, { ...body, name: body.name.trim() });
      return undefined;
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/own/views/:id/remove',
    permission: 'signed_in',
    summary: { zh: '删除存下的筛选', en: 'Forget kept filters' },
    params: Id,
    reply: { 204: Type.Null() },
    handle: async ({ db, caller, params, note }) => {
      note({ object: `account ${caller.account}`, after: { forgotten: params.id } });
      await removeView(db, caller.account, params.id);
      return undefined;
    },
  }),
];

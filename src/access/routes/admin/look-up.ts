/** Whom an account is for, looked up by system administrators, who read nothing else of teams. */
import { type Endpoint, endpoint } from '../../../platform/http/endpoint.ts';
import * as contract from '../../contract-accounts.ts';
import { peopleNamed, unitsLike } from '../../store/admin/people.ts';

const permission = 'access.accounts';

export const lookUpRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/access/people',
    permission,
    summary: {
      zh: '开户时按姓名和单位找本辖区的人，只给编号、姓名和本辖区内的派驻',
      en: 'People of the own area of exactly this name and unit: id, name, and open postings in it',
    },
    query: contract.PeopleQuery,
    reply: { 200: contract.PeopleFound },
    audited: true,
    handle: async ({ client, caller, query, note }) => {
      note({ object: `organisation ${query.organisation}` });
      return { rows: await peopleNamed(client, caller, query.name.trim(), query.organisation) };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/access/units',
    permission,
    summary: { zh: '开户时找单位', en: 'Units by name, to make an account for' },
    query: contract.UnitsQuery,
    reply: { 200: contract.UnitsFound },
    handle: async ({ client, query }) => ({ rows: await unitsLike(client, query.q.trim()) }),
  }),
];

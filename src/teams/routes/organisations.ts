/** The register of sending units: entering one, and renaming or merging it. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { IdParams, Written } from '../contract-values.ts';
import { AddOrganisation, Succeed } from '../contract-writing.ts';
import { warningsOfCode } from '../rules.ts';
import {
  addOrganisation,
  ownOrganisation,
  refuseForeignHome,
  sameName,
  succeed,
} from '../store/writing/write-organisation.ts';

const write = { method: 'POST', permission: 'teams.write' } as const;

const constraints = {
  organisation_credit_code: 'teams.refusal.credit_code_known',
  organisation_home: 'teams.refusal.no_such_place',
  organisation_pkey: 'teams.refusal.id_taken',
};

export const organisationRoutes: Endpoint[] = [
  endpoint({
    ...write,
    url: '/api/teams/organisations',
    summary: { zh: '登记选派单位', en: 'Enter a sending unit' },
    body: AddOrganisation,
    reply: { 201: Written },
    constraints,
    handle: async ({ db, client, caller, id, body, today, note }) => {
      await refuseForeignHome(client, caller, body.home, today);
      await addOrganisation(db, id, body, caller.account);
      note({ object: `organisation ${id}`, place: body.home, after: body });
      const same = await sameName(client, id, body.name);
      return {
        id,
        warnings: [
          ...warningsOfCode(body.name, body.creditCode),
          ...(same.length > 0 ? [{ code: 'organisation_known', params: { name: body.name } }] : []),
        ],
      };
    },
  }),
  endpoint({
    ...write,
    url: '/api/teams/organisations/:id/succeed',
    summary: { zh: '选派单位更名、合并', en: 'Rename or merge a sending unit' },
    params: IdParams,
    body: Succeed,
    reply: { 200: Written },
    constraints,
    handle: async ({ db, client, caller, params, body, today, note }) => {
      const before = await ownOrganisation(client, caller, params.id);
      const successor = await succeed(db, client, before, body, today, caller.account);
      note({ object: `organisation ${before.id}`, place: before.home, before, after: body });
      const fresh = 'new' in body.successor ? body.successor.new : null;
      return {
        id: successor,
        warnings: fresh ? warningsOfCode(fresh.name, fresh.creditCode) : [],
      };
    },
  }),
];

/** Units that rename or merge: the old one ends and names its successor. */
import Type from 'typebox';
import { Absent, type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { closed, Day, Id, IdParams, Written } from '../contract-values.ts';

const Succeed = Type.Object({ successor: Id, on: Day }, closed);

interface Unit {
  home_key: string;
  successor_id: string | null;
  valid_from: string;
  valid_to: string | null;
}

export const organisationRoutes: Endpoint[] = [
  endpoint({
    method: 'POST',
    url: '/api/teams/organisations/:id/succeed',
    permission: 'teams.write',
    summary: { zh: '选派单位更名、合并', en: 'Rename or merge a sending unit' },
    params: IdParams,
    body: Succeed,
    reply: { 200: Written },
    constraints: {
      organisation_not_own_successor: 'teams.refusal.own_successor',
      organisation_successor: 'teams.refusal.no_such_organisation',
    },
    handle: async ({ client, caller, params, body, note }) => {
      const before = await client.query<Unit>(
        'select home_key, successor_id, valid_from, valid_to from teams.organisation where id = $1 for update',
        [params.id],
      );
      const unit = before.rows[0];
      if (!unit) throw new Absent();
      await placeFor(client, caller, unit.home_key);
      const heir = await client.query(
        'select from teams.organisation where id = $1 and valid_to is null',
        [body.successor],
      );
      if (heir.rowCount === 0) throw new Refusal('teams.refusal.successor_ended');
      if (unit.successor_id !== null || unit.valid_to !== null)
        throw new Refusal('teams.refusal.unit_ended');
      if (body.on <= unit.valid_from) throw new Refusal('teams.refusal.unit_too_young');
      await client.query(
        'update teams.organisation set successor_id = $2, valid_to = $3, recorded_by = $4, recorded_at = now() where id = $1',
        [params.id, body.successor, body.on, caller.account],
      );
      note({
        object: `organisation ${params.id}`,
        place: unit.home_key,
        before: unit,
        after: body,
      });
      return { id: params.id, warnings: [] };
    },
  }),
];

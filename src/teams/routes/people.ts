/** One person: the card, corrections of hidden numbers, and exact search by one. */
import { noteLooks } from '../../access/personal/store.ts';
import { asIdentityNumber, asMobileNumber } from '../../kit/identity-number.ts';
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { newId } from '../../platform/new-id.ts';
import { CorrectPerson, FindPeople, FoundPeople, PersonCard } from '../contract-people.ts';
import { IdParams, Written } from '../contract-values.ts';
import { peopleWith, personCard } from '../store/person-card.ts';
import { correctPerson, countNumber } from '../store/writing/write-person.ts';

export const peopleRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    permission: 'teams.read',
    url: '/api/teams/people/:id',
    summary: {
      zh: '一个人的登记：证件号、手机号只显示部分',
      en: 'One person on record; identity and phone number are masked',
    },
    params: IdParams,
    reply: { 200: PersonCard },
    handle: async ({ client, caller, params }) => personCard(client, caller, params.id),
  }),
  endpoint({
    method: 'POST',
    permission: 'teams.write',
    url: '/api/teams/people/:id/correct',
    summary: {
      zh: '更正一个人的证件号、手机号、出生年份',
      en: 'Correct identity number, phone number or year of birth of a person',
    },
    params: IdParams,
    body: CorrectPerson,
    reply: { 200: Written },
    constraints: { person_id_number_once: 'teams.refusal.id_number_taken' },
    counted: async (context) => countNumber(context, context.body),
    handle: async ({ db, client, secrets, caller, params, body, today, note }) => {
      const { place, done } = await correctPerson(
        db,
        client,
        secrets,
        caller,
        params.id,
        body,
        today,
      );
      note({ object: `person ${params.id}`, place, person: params.id, after: done });
      return { id: params.id, warnings: [] };
    },
  }),
  endpoint({
    method: 'POST',
    permission: 'personal.reveal',
    leaves: 'read',
    url: '/api/teams/people/find',
    secret: 'reply',
    cost: 3,
    summary: {
      zh: '在本辖区按证件号或手机号精确查找，要写事由，本人看得到',
      en: 'Find people of the own area by an exact identity or phone number, for a reason they can see',
    },
    body: FindPeople,
    reply: { 200: FoundPeople },
    handle: async ({ client, secrets, caller, id, body, note }) => {
      const { by, number, reason } = body;
      const plain = by === 'phone' ? asMobileNumber(number) : asIdentityNumber(number);
      const rows = await peopleWith(client, caller, by, secrets.indexes(by, plain));
      const found = rows.map((row) => row.id);
      const [one, ...others] = found;
      const field = `teams.person.${by}`;
      note({
        object: 'people',
        ...(one && others.length === 0 ? { person: one } : {}),
        after: {
          field,
          reason,
          found: found.length,
          ...(others.length > 0 ? { people: found } : {}),
        },
      });
      // Everybody the answer shows is told, and each counts.
      await noteLooks(client, { kind: 'search', field, reason }, [
        { id, person: one ?? null },
        ...others.map((person) => ({ id: newId(), person })),
      ]);
      return { rows };
    },
  }),
];

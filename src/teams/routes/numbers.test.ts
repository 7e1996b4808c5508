import { expect, test } from 'vitest';
import { aPerson } from '../../../test/people.ts';
import { places } from '../../../test/places.ts';
import { aPersonOnRecord, madeUpNumbers, sealedNumbersOf } from '../../../test/teams.ts';
import type { Looks } from '../../access/personal/contract.ts';
import { newId } from '../../platform/new-id.ts';
import { reason, useTown } from './numbers-for-tests.ts';

const { town, adding, add, correct, find } = useTown();

test('a posting that must fail tells nothing of a number; what was asked names the field', async () => {
  const second = { role: 'first_secretary', village: places.village, main: false };
  for (const idNumber of [town.numbers.idNumber, madeUpNumbers().idNumber])
    expect(
      (
        await town.county.send('POST', '/api/teams/postings', {
          ...adding({ id: newId(), idNumber }),
          ...second,
        })
      ).body,
    ).toMatchObject({ code: 'teams.refusal.second_post_alone' });
  for (const idNumber of [town.numbers.idNumber, madeUpNumbers().idNumber])
    expect(
      (
        await town.county.send('POST', '/api/teams/postings', {
          ...adding({ id: newId(), idNumber }),
          organisation: newId(),
        })
      ).body,
    ).toMatchObject({ code: 'teams.refusal.no_such_organisation' });
  await add(town.county, { id: newId(), idNumber: town.numbers.idNumber });
  const { rows } = await town.database.owner.query<{ after: unknown }>(
    `select after from access.audit where outcome = 'refused teams.refusal.id_number_taken' order by at desc limit 1`,
  );
  expect(rows).toEqual([{ after: { field: 'teams.person.id_number' } }]);
});

test('thirty numbers an hour, refused ones counted, however many come at once; then how long to wait', async () => {
  const guesser = await aPerson(town.database, town.server, 'county', places.county);
  const { phone: _, ...guess } = town.numbers;
  const replies = await Promise.all(
    Array.from({ length: 33 }, () => add(guesser, { id: newId(), ...guess })),
  );
  const statuses = replies.map(({ status }) => status);
  expect(statuses.filter((status) => status === 422)).toHaveLength(30);
  const refused = replies.find(({ status }) => status === 429);
  expect(refused?.body).toMatchObject({ code: 'access.refusal.looked_too_often' });
  expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(3_500);
  expect(await correct(guesser, { idNumber: madeUpNumbers().idNumber })).toMatchObject({
    status: 429,
  });
  expect((await correct(guesser, { phone: null })).status).toBe(200);
});

test('a number typed where a name belongs is not kept with the question', async () => {
  const asker = await aPerson(town.database, town.server, 'county', places.county);
  const { phone, idNumber } = town.numbers;
  for (const name of [phone, `陈敏 ${phone.slice(0, 3)}–${phone.slice(3)}`, idNumber])
    await asker.get(
      `/api/teams/people/same?name=${encodeURIComponent(name)}&organisation=${town.unit}`,
    );
  const { rows } = await town.database.owner.query<{ after: unknown }>(
    `select after from access.audit where account_id = $1 and action like 'GET %' order by at`,
    [asker.id],
  );
  const asked = ['…', '陈敏 …', '…'].map((name) => ({ name, organisation: town.unit }));
  expect(rows.map(({ after }) => after)).toEqual(asked);
});

test('a phone two people share: both are told, and the audit names both', async () => {
  const seeker = await aPerson(town.database, town.server, 'county', places.county);
  const shared = sealedNumbersOf(newId(), { ...madeUpNumbers(), phone: town.numbers.phone });
  const other = await aPersonOnRecord(town.database.db, places.town, '李强', shared);
  expect((await find(seeker, town.numbers.phone, 'phone')).body.rows).toHaveLength(2);
  for (const one of [town.person, other]) {
    await town.database.owner.query('update access.account set person_id = null');
    await town.database.owner.query('update access.account set person_id = $1 where id = $2', [
      one,
      seeker.id,
    ]);
    const own = await seeker.get<Looks>('/api/access/own/looks');
    expect(own.body.rows).toMatchObject([{ kind: 'search', field: 'teams.person.phone', reason }]);
  }
  await town.database.owner.query('update access.account set person_id = null');
  const { rows } = await town.database.owner.query<{ after: { people: string[] } }>(
    'select after from access.audit where account_id = $1 order by at',
    [seeker.id],
  );
  expect(rows.flatMap(({ after }) => after?.people ?? []).toSorted()).toEqual(
    [town.person, other].toSorted(),
  );
});

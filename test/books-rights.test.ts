/** The books are written by functions of the database alone, which hold every line to the caller's scope. */
import { beforeAll, describe, expect, test } from 'vitest';
import { rangeOfKey } from '../src/kit/region-key.ts';
import { inScope, nobody, type Scope } from '../src/platform/db/scope.ts';
import { newId } from '../src/platform/new-id.ts';
import { useDatabase } from './database.ts';
import { aProvince, places } from './places.ts';

const database = useDatabase();
const mine = places.town;
const someone = newId();

const scopeOf = (place: string): Scope => ({ actor: newId(), ranges: [rangeOfKey(place)] });

beforeAll(() => aProvince(database.db));

describe('posting', () => {
  const book = (
    by: 'book' | 'book_of_towns',
    who: Scope,
    place: string,
    measure: string,
    on = '2022-05-01',
  ) =>
    inScope(database.app, who, (_, client) =>
      client.query(
        `select funds.${by}(array[row(gen_random_uuid(), left($1, 6), $1::bigint, 1, $2::funds.measure, 'province',
           440000000000, 'provincial_fund', 'town', 'special_fund', 'contract', 2022, $3, $5::date, null,
           null)::funds.booking], $4)`,
        [place, measure, someone, someone, on],
      ),
    );
  const count = async () => {
    const { rows } = await database.owner.query<{ count: number }>(
      'select count(*)::integer as count from funds.entry where document_number = $1',
      [someone],
    );
    return rows[0]?.count ?? 0;
  };

  test.each([
    ['book', scopeOf(places.county), 'committed', true],
    ['book', scopeOf(places.county), 'received', true],
    ['book', scopeOf(mine), 'spent', true],
    ['book', scopeOf(mine), 'received', false], // its payer's side stands at the county
    ['book', scopeOf(places.siblingCounty), 'received', false],
    ['book', scopeOf(places.siblingCounty), 'spent', false],
    ['book', nobody, 'received', false],
    ['book', { actor: newId(), ranges: [] }, 'spent', false],
    ['book_of_towns', scopeOf(places.county), 'committed', true],
    ['book_of_towns', scopeOf(mine), 'committed', true],
    ['book_of_towns', scopeOf(places.siblingCounty), 'committed', false],
    ['book_of_towns', scopeOf(places.county), 'received', false],
    ['book_of_towns', nobody, 'committed', false],
  ] as const)('%s, scope %j, %s: %s', async (by, who, measure, may) => {
    const before = await count();
    const done = book(by, who, mine, measure);
    if (may) await done;
    else await expect(done).rejects.toThrow('own places');
    expect(await count()).toBe(before + (may ? 1 : 0));
  });

  test.each(['book', 'book_of_towns'] as const)(
    '%s: a month its county closed is closed for a town, which does not see that row',
    async (by) => {
      await database.owner.query(
        `insert into funds.closing (county, place_key, month, closed_by) values (left($1, 6), $1::bigint, '2022-04-01', $2)
         on conflict do nothing`,
        [places.county, someone],
      );
      await expect(book(by, scopeOf(mine), mine, 'spent', '2022-04-30')).rejects.toThrow('closed');
    },
  );

  describe('a whole batch is refused for one line', () => {
    const line = { county: places.county.slice(0, 6), place: mine, measure: 'spent' };
    test.each<[string, object]>([
      [
        'of another county',
        { county: places.siblingCounty.slice(0, 6), place: places.siblingTown },
      ],
      ['whose account stands in another county', { county: places.siblingCounty.slice(0, 6) }],
      ['without a county', { county: null }],
      ['without a place', { place: null }],
      ['without a measure', { measure: null }],
    ])('%s', async (_, wrong) => {
      const before = await count();
      for (const by of ['book', 'book_of_towns'])
        await expect(
          inScope(database.app, scopeOf(places.county), (__, client) =>
            client.query(
              `select funds.${by}(array(select row(gen_random_uuid(), l.county, l.place, 1, l.measure, 'province', 440000000000,
                 'provincial_fund', 'town', 'special_fund', 'contract', 2022, $2, '2022-05-01'::date, null, null)::funds.booking
               from jsonb_to_recordset($1::jsonb) l (county text, place bigint, measure funds.measure)), $3)`,
              [JSON.stringify([line, { ...line, ...wrong }]), someone, someone],
            ),
          ),
        ).rejects.toThrow(/own places|null value/);
      expect(await count()).toBe(before);
    });
  });

  test('is the only way to write the books', async () => {
    for (const deed of [
      'update funds.account set balance = balance',
      'delete from funds.account',
      'select from funds.account for update',
      'insert into funds.entry (county) values (null)',
      'update funds.entry set amount = amount',
      'delete from funds.entry',
      `select funds.post('{}', null)`,
    ])
      await expect(
        inScope(database.app, scopeOf(places.county), (_, client) => client.query(deed)),
      ).rejects.toThrow('permission denied');
  });
});

test('holding accounts of received money: the caller’s own alone', async () => {
  const held = (who: Scope) =>
    inScope(database.app, who, async (_, client) => {
      await client.query(
        `select funds.hold_received(left('${mine}', 6), array[${mine}], array['provincial_fund'::funds.source],
           array['special_fund'::funds.programme], array[2022])`,
      );
      const { rows } = await database.owner.query(
        `select from funds.account where place_key = $1 and holder = 'place' and measure = 'received'
           and (source, programme, year) = ('provincial_fund', 'special_fund', 2022) for update skip locked`,
        [mine],
      );
      return rows.length === 0;
    });
  expect(await held(scopeOf(places.county))).toBe(true);
  expect(await held(scopeOf(places.siblingCounty))).toBe(false);
  expect(await held(nobody)).toBe(false);
});

/** Papers through HTTP: registered by one, checked by another, posted; what a paper must say. */
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { usePapers } from '../../../test/papers.ts';
import { aPerson, type Person } from '../../../test/people.ts';
import { places } from '../../../test/places.ts';
import { newId } from '../../platform/new-id.ts';
import { checkBooks } from '../check.ts';
import type { PaperRow, RegisterPaper } from '../contract-papers.ts';

const database = useDatabase();
const { desk, line, paper, send, seenBy, done, refused, page, posted, balanceOf } =
  usePapers(database);

describe('from the form to the books', () => {
  test('a paper waits for a second person, then its lines stand in the books', async () => {
    const id = done(await send(desk.officer, 'papers', paper()), 201);
    expect((await page(desk.officer, id)).verbs).toEqual(['amend', 'submit', 'discard']);
    refused(
      await send(desk.officer, `papers/${id}/submit`, { explanation: null }),
      'explain_first',
    );
    done(await send(desk.officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    expect(await balanceOf(desk.town, 'received')).toBe('0');

    refused(await send(desk.officer, `papers/${id}/check`, {}), 'same_person');
    expect((await page(desk.clerk, id)).verbs).toEqual(['return', 'check']);
    done(await send(desk.clerk, `papers/${id}/check`, {}));
    expect(await balanceOf(desk.town, 'received')).toBe('10000000');
    expect(await balanceOf(desk.otherTown, 'received')).toBe('5000000');

    const after = await page(desk.officer, id);
    expect(after).toMatchObject({ state: 'posted', verbs: [], hints: [], linesAmount: '15000000' });
    expect(after.tasks).toMatchObject([{ name: '防返贫监测', binding: true }]);
    expect(after.events.map(({ verb }) => verb)).toEqual(['register', 'submit', 'check']);
    expect(await checkBooks(database.jobs)).toEqual([]);
  });

  test('the same deed sent twice happens once', async () => {
    const id = done(await send(desk.officer, 'papers', paper()), 201);
    done(await send(desk.officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    const key = newId();
    const body = await seenBy(desk.clerk, id);
    const [one, two] = await Promise.all(
      [1, 2].map(() => send(desk.clerk, `papers/${id}/check`, body, key)),
    );
    expect([one?.status, two?.status].filter((status) => status === 200).length).toBeGreaterThan(0);
    done(await send(desk.clerk, `papers/${id}/check`, body, key));
    expect(await balanceOf(desk.town, 'received')).toBe('10000000');
  });

  test('two who check at once post it once', async () => {
    const third = await aPerson(database, desk.server, 'county_finance', places.county);
    const id = done(await send(desk.officer, 'papers', paper()), 201);
    done(await send(desk.officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    const answers = await Promise.all(
      [desk.clerk, third].map((who) => send(who, `papers/${id}/check`, {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await balanceOf(desk.town, 'received')).toBe('10000000');
  });

  test('whoever changed it on the way does not check it', async () => {
    const said = paper();
    const id = done(await send(desk.officer, 'papers', said), 201);
    const { changedAt } = await page(desk.clerk, id);
    done(
      await send(desk.clerk, `papers/${id}/amend`, { ...said, title: '更正标题', seen: changedAt }),
    );
    refused(
      await send(desk.officer, `papers/${id}/amend`, { ...said, seen: changedAt }),
      'changed_since',
      409,
    );
    done(await send(desk.officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    refused(await send(desk.clerk, `papers/${id}/check`, {}), 'same_person');
  });

  test('whoever waits for a colleague’s amendment is judged by what it left', async () => {
    const id = done(await send(desk.officer, 'papers', paper()), 201);
    done(await send(desk.officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    const { seen } = await seenBy(desk.clerk, id);
    const other = await database.owner.connect();
    await other.query('begin');
    await other.query('select from funds.paper where id = $1 for update', [id]);
    await other.query(
      `insert into funds.paper_event (id, paper_id, place_key, verb, state, by) values ($1, $2, $3, 'amend', 'drafted', $4)`,
      [newId(), id, places.county, desk.clerk.id],
    );
    const checking = send(desk.clerk, `papers/${id}/check`, { seen });
    await other.query('select pg_sleep(0.3)');
    await other.query('commit');
    other.release();
    refused(await checking, 'same_person');
    expect(await balanceOf(desk.town, 'received')).toBe('0');
  });

  test('nobody checks or hands in what was changed since they looked', async () => {
    const id = done(await send(desk.officer, 'papers', paper()), 201);
    const { seen } = await seenBy(desk.officer, id);
    done(
      await send(desk.officer, `papers/${id}/amend`, {
        ...paper(),
        ...(await seenBy(desk.officer, id)),
      }),
    );
    refused(
      await send(desk.officer, `papers/${id}/submit`, { explanation: '首次配套', seen }),
      'changed_since',
      409,
    );
    done(await send(desk.officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    refused(await send(desk.clerk, `papers/${id}/check`, { seen }), 'changed_since', 409);
  });

  test('what repeats a paper posted meanwhile is not posted without an explanation', async () => {
    const rule = `insert into funds.account (county, id, holder, place_key, source, programme, measure, year, guarded, balance)
      values ($1, $2, 'place', $3, 'county_fund', 'special_fund', 'due', 2022, false, 100000000)`;
    for (const place of [desk.town, desk.otherTown])
      await database.owner.query(rule, [places.county.slice(0, 6), newId(), place]);
    const two = [paper(), paper()];
    const ids: string[] = [];
    for (const said of two) {
      const id = done(await send(desk.officer, 'papers', said), 201);
      done(await send(desk.officer, `papers/${id}/submit`, { explanation: null }));
      ids.push(id);
    }
    done(await send(desk.clerk, `papers/${ids[0]}/check`, {}));
    refused(await send(desk.clerk, `papers/${ids[1]}/check`, {}), 'explain_first');
    await database.owner.query(
      `delete from funds.account where measure = 'due' and holder = 'place' and place_key = any ($1)`,
      [[desk.town, desk.otherTown]],
    );
  });

  test('it goes back with a reason and comes again', async () => {
    const said = paper();
    const id = done(await send(desk.officer, 'papers', said), 201);
    done(await send(desk.officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    done(await send(desk.clerk, `papers/${id}/return`, { reason: '附件不清' }));
    refused(await send(desk.clerk, `papers/${id}/check`, {}), 'paper_state', 409);
    done(await send(desk.officer, `papers/${id}/submit`, { explanation: '已补附件' }));
    done(await send(desk.clerk, `papers/${id}/check`, {}));
    const { events } = await page(desk.clerk, id);
    expect(events).toContainEqual(expect.objectContaining({ verb: 'return', reason: '附件不清' }));
  });

  test('the list shows what waits, to those above it too, and to nobody beside', async () => {
    const id = done(await send(desk.officer, 'papers', paper()), 201);
    done(await send(desk.officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    const list = async (who: Person, place: string) =>
      (
        await who.get<{ rows: PaperRow[] }>(
          `/api/funds/papers?place=${place}&state=submitted&limit=200`,
        )
      ).body;
    expect((await list(desk.clerk, places.county)).rows.map((row) => row.id)).toContain(id);
    const above = (await list(desk.province, places.province)).rows.find((row) => row.id === id);
    expect(above).toMatchObject({ verbs: [], registeredBy: expect.any(String) });
    refused(await send(desk.province, `papers/${id}/check`, {}), 'other_office');
    expect((await desk.sibling.get(`/api/funds/papers/${id}`)).status).toBe(404);
  });
});

describe('what a paper must say', () => {
  const submit = async (change: Partial<RegisterPaper>) => {
    const id = done(await send(desk.officer, 'papers', paper(change)), 201);
    return send(desk.officer, `papers/${id}/submit`, { explanation: '说明' });
  };

  test('its lines close', async () => {
    refused(await submit({ lines: [] }), 'no_lines');
    const below = await submit({ lines: [line(desk.town, '14999999')] });
    refused(below, 'lines_below');
    expect(below.text).toContain('0.01');
    refused(await submit({ lines: [line(desk.town, '215000000')] }), 'lines_above');
  });

  test('its day has come, its number is free', async () => {
    refused(await submit({ dated: '2022-07-29' }), 'day_to_come');
    const said = paper();
    await posted({ number: said.number });
    refused(await send(desk.officer, 'papers', said), 'number_taken');
  });

  test('only the payer registers what it issues', async () => {
    const provincial = { payer: 'province', payerPlace: places.province } as const;
    const said = paper({ ...provincial, source: 'provincial_fund', measure: 'issued' });
    refused(await send(desk.officer, 'papers', said), 'payer_registers');
  });

  test('its number has one spelling', async () => {
    const said = paper();
    await posted({ number: said.number });
    refused(
      await send(desk.officer, 'papers', {
        ...said,
        number: said.number.replace('〔', '[').replace('〕', ']'),
      }),
      'number_taken',
    );
  });

  test('lines a colleague cannot see are not lost unseen', async () => {
    const id = done(await send(desk.officer, 'papers', paper()), 201);
    await database.owner.query(
      `with far as (
         insert into funds.paper_line (county, id, paper_id, place_key, amount) values ($1, $2, $3, $4, 5) returning 1)
       update funds.paper set lines = lines + (select count(*) from far) where id = $3`,
      [places.siblingCounty.slice(0, 6), newId(), id, places.siblingTown],
    );
    refused(
      await send(desk.officer, `papers/${id}/submit`, { explanation: '首次配套' }),
      'lines_elsewhere',
    );
    const seen = await seenBy(desk.officer, id);
    refused(
      await send(desk.officer, `papers/${id}/amend`, { ...paper(), ...seen }),
      'lines_elsewhere',
    );
  });

  test.each([
    ['a county issues nothing', { measure: 'issued' }, 'payer_of_measure'],
    ['donated money is no special fund', { source: 'donation' }, 'source_of_programme'],
    ['a county pays from a county', { payerPlace: places.city }, 'payer_place'],
    ['a county pays its own towns', { payerPlace: places.siblingCounty }, 'payer_area'],
  ] as const)('%s', async (_, change, code) => {
    refused(await send(desk.officer, 'papers', paper(change)), code);
  });

  test('its lines are towns or counties in reach, each once', async () => {
    const lines = (...keys: string[]) => ({ lines: keys.map((key) => line(key, '5')) });
    refused(await send(desk.officer, 'papers', paper(lines(desk.town, desk.town))), 'place_twice');
    refused(await send(desk.officer, 'papers', paper(lines(places.village))), 'line_level');
    const out = await send(desk.officer, 'papers', paper(lines(desk.town, places.siblingTown)));
    refused(out, 'line_place');
    expect(out.text).toContain('第 2 行');
  });
});

/** Papers through HTTP: what is hinted at, taken back, and closed. */
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { usePapers } from '../../../test/papers.ts';
import { places } from '../../../test/places.ts';
import { newId } from '../../platform/new-id.ts';
import { checkBooks } from '../check.ts';

const database = useDatabase();
const { desk, line, paper, send, done, refused, page, posted, balanceOf } = usePapers(database);

describe('hints', () => {
  test('more received than was issued is said with the place and asks for an explanation', async () => {
    const provincial = {
      payer: 'province',
      payerPlace: places.province,
      source: 'provincial_fund',
    } as const;
    await posted(
      { ...provincial, measure: 'issued', amount: '900', lines: [line(desk.town, '900')] },
      desk.province,
      desk.provinceToo,
    );
    const id = done(
      await send(
        desk.officer,
        'papers',
        paper({ ...provincial, amount: '1000', lines: [line(desk.town, '1000')] }),
      ),
      201,
    );
    expect((await page(desk.officer, id)).hints).toContainEqual(
      expect.objectContaining({ code: 'above_before', count: 1, amount: '100' }),
    );
    const fits = done(
      await send(
        desk.officer,
        'papers',
        paper({ ...provincial, amount: '900', lines: [line(desk.town, '900')] }),
      ),
      201,
    );
    expect((await page(desk.officer, fits)).hints.map(({ code }) => code)).toEqual(['no_due']);
  });

  test('the same amount for the same place within thirty days', async () => {
    await posted();
    const id = done(await send(desk.officer, 'papers', paper({ dated: '2022-06-20' })), 201);
    expect((await page(desk.officer, id)).hints).toContainEqual(
      expect.objectContaining({ code: 'same_again', count: 2 }),
    );
  });
});

describe('reversal', () => {
  const document = async (id: string, body: object, who = desk.officer) =>
    send(who, `documents/${id}/reverse`, {
      entries: [],
      dated: '2022-06-30',
      reason: '文号登错',
      ...body,
    });

  test('takes the entries of a document back, checked by a second person, once', async () => {
    const id = await posted();
    const back = done(await document(id, {}), 201);
    expect(await page(desk.officer, back)).toMatchObject({
      kind: 'reversal',
      amount: '15000000',
      reverses: id,
    });
    done(await send(desk.officer, `papers/${back}/submit`, { explanation: null }));
    refused(await send(desk.officer, `papers/${back}/check`, {}), 'same_person');
    done(await send(desk.clerk, `papers/${back}/check`, {}));
    expect(await balanceOf(desk.town, 'received')).toBe('0');
    refused(await document(id, {}), 'nothing_to_reverse');
    expect(await checkBooks(database.jobs)).toEqual([]);
  });

  test('is refused where the money is spent', async () => {
    const id = await posted();
    await database.owner.query(
      `select funds.post(array[row($1, $2, $3, 1, 'spent', 'county', $4, 'county_fund', 'county', 'special_fund',
        'treasury_receipt', 2022, 'ZF1', '2022-06-01', null, null)::funds.booking], null)`,
      [newId(), places.county.slice(0, 6), desk.town, places.county],
    );
    const back = done(await document(id, {}), 201);
    done(await send(desk.officer, `papers/${back}/submit`, { explanation: null }));
    refused(await send(desk.clerk, `papers/${back}/check`, {}), 'spent_already');
    expect(await balanceOf(desk.town, 'received')).toBe('9999999');
    expect((await page(desk.clerk, back)).state).toBe('submitted');
  });

  test('is for the office that registered the document', async () => {
    const provincial = {
      payer: 'province',
      payerPlace: places.province,
      source: 'provincial_fund',
    } as const;
    const issued = await posted(
      { ...provincial, measure: 'issued', amount: '900', lines: [line(desk.town, '900')] },
      desk.province,
      desk.provinceToo,
    );
    refused(await document(issued, {}), 'other_office');
    done(await document(issued, {}, desk.province), 201);
    // Another draft of the same: whichever is checked first takes the entries back, the other is refused.
    done(await document(issued, {}, desk.province), 201);
    refused(await document(await posted(), {}, desk.province), 'other_office');
  });

  test('is not dated before the entry', async () => {
    refused(await document(await posted(), { dated: '2022-05-23' }), 'before_entry');
  });

  test('of another county is absent', async () => {
    expect((await document(await posted(), {}, desk.sibling)).status).toBe(404);
  });
});

describe('closing', () => {
  test('a closed month takes nothing more; what is over waits for its papers', async () => {
    const close = (month: string) => send(desk.clerk, 'closings', { place: places.county, month });
    refused(await close('2022-07'), 'month_runs');
    const id = done(await send(desk.officer, 'papers', paper({ dated: '2021-11-10' })), 201);
    done(await send(desk.officer, `papers/${id}/submit`, { explanation: '首次配套' }));
    refused(await close('2021-11'), 'papers_wait');
    done(await send(desk.clerk, `papers/${id}/check`, {}));
    expect((await close('2021-11')).status).toBe(204);
    refused(await close('2021-11'), 'closed_already');
    refused(await close('2022-02'), 'month_skipped');
    const late = done(await send(desk.officer, 'papers', paper({ dated: '2021-11-30' })), 201);
    refused(
      await send(desk.officer, `papers/${late}/submit`, { explanation: '补登' }),
      'month_closed',
    );
    refused(
      await send(desk.clerk, 'closings', { place: desk.town, month: '2021-10' }),
      'closes_county',
    );
    refused(
      await send(desk.province, 'closings', { place: places.county, month: '2021-10' }),
      'closes_county',
    );
    const shown = await desk.clerk.get<{ rows: object[] }>(
      `/api/funds/closings?place=${places.county}`,
    );
    expect(shown.body.rows).toMatchObject([{ month: '2021-11', place: places.county }]);
    expect(await checkBooks(database.jobs)).toEqual([]);
  });

  test('a paper of the province that waits keeps the month open, though the county does not see it', async () => {
    const issued = paper({
      payer: 'province',
      payerPlace: places.province,
      source: 'provincial_fund',
      measure: 'issued',
      amount: '900',
      lines: [line(desk.town, '900')],
      dated: '2021-09-28',
    });
    const id = done(await send(desk.province, 'papers', issued), 201);
    done(await send(desk.province, `papers/${id}/submit`, { explanation: '第一批' }));
    expect((await desk.clerk.get(`/api/funds/papers/${id}`)).status).toBe(404);
    const close = () => send(desk.clerk, 'closings', { place: places.county, month: '2021-09' });
    refused(await close(), 'papers_wait');
    done(await send(desk.provinceToo, `papers/${id}/check`, {}));
    expect((await close()).status).toBe(204);
  });
});

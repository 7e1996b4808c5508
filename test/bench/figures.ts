/** All figures of a province and a year through HTTP against SQL over the facts; lists; how both grow. */
import { catalogue } from '../../src/app/rooms.ts';
import { fold } from '../../src/indicators/fold.ts';
import type { bareServer } from './bare.ts';
import { drive, type Rate } from './load.ts';
import type { Result } from './report.ts';
import { province, type Stage } from './stage.ts';

const from = '2022-01-01';
const to = '2022-12-31';
const codes = catalogue.additive.map((d) => d.code);
const figuresUrl = (on: Stage, list = codes) =>
  `${on.base}/api/indicators/values?codes=${list.join(',')}&place=${province}&from=${from}&to=${to}`;
const rowsUrl = (on: Stage) =>
  `${on.base}/api/indicators/definitions/funds.issued/rows?place=${province}&from=${from}&to=${to}&limit=50`;

const said = (r: Rate) => `${r.perSecond.toFixed(0)}/s, p50 ${r.p50ms} ms, p97.5 ${r.p97ms} ms`;

export interface Small {
  figures: Rate;
}

export const benchFigures = {
  /** The same questions at a tenth of the size. */
  async small(on: Stage): Promise<Small> {
    await foldAll(on);
    return { figures: await drive({ url: figuresUrl(on), cookie: on.cookie, connections: 1 }) };
  },

  async whole(on: Stage, small: Small, bare: typeof bareServer): Promise<Result[]> {
    await foldAll(on);
    const baseline = await bare(on.owner, codes, from, to);
    try {
      const sql = await drive({ url: `${baseline.base}/figures`, connections: 2 });
      const folded = await drive({ url: figuresUrl(on), cookie: on.cookie });
      const alone = await drive({ url: figuresUrl(on), cookie: on.cookie, connections: 1 });
      const rows = await drive({ url: rowsUrl(on), cookie: on.cookie });
      const bareRows = await drive({ url: `${baseline.base}/rows` });
      await openIncrements(on, 5_000);
      const open = await drive({ url: figuresUrl(on), cookie: on.cookie });
      await foldAll(on);
      return [
        line(
          'every additive figure, province and year, 0 unfolded',
          folded,
          sql,
          '40, at least 10',
        ),
        line('the same with 5,000 unfolded', open, sql, '40, at least 10'),
        {
          what: 'latency when facts grow tenfold',
          ours: `p50 ${alone.p50ms} ms`,
          baseline: `p50 ${small.figures.p50ms} ms`,
          ratio: small.figures.perSecond / alone.perSecond,
          goal: 'at most 1.3',
        },
        line('scoped list of 50 rows', rows, bareRows, '0.5'),
      ];
    } finally {
      await baseline.close();
    }
  },
};

const line = (what: string, ours: Rate, baseline: Rate, goal: string): Result => ({
  what,
  ours: said(ours),
  baseline: said(baseline),
  ratio: ours.perSecond / baseline.perSecond,
  goal,
});

async function foldAll({ jobs, owner }: Stage): Promise<void> {
  while ((await fold(jobs)) > 0);
  await owner.query('vacuum analyze indicators.delta, indicators.cube, indicators.cube_day');
}

/** Real writes: reversals of existing entries, whose triggers leave their increments unfolded. */
async function openIncrements({ owner }: Stage, count: number): Promise<void> {
  await owner.query(
    `insert into funds.entry (county, id, place_key, debit_account, credit_account, amount, measure, payer, payer_key, source, level,
                              programme, instrument, year, document_number, booked_on, reverses)
     select county, uuidv7(), place_key, debit_account, credit_account, -amount, measure, payer, payer_key, source, level,
            programme, instrument, year, document_number, booked_on, id
     from funds.entry where reverses is null and booked_on >= '2022-01-01' limit $1`,
    [Math.ceil(count / 2)],
  );
}

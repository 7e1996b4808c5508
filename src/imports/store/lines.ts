/** Lines of a job until it is decided: written and read in portions, with what is wrong with them. */
import type { Client } from '../../platform/db/pool.ts';
import type { Problem, RawCell } from '../../platform/sheets/description.ts';
import type { Line } from '../../platform/sheets/reading/beside.ts';
import type { Job } from './job.ts';

/** Puts the lines in place of those it had, their cells in the order of the columns. @returns how many */
export async function putLines(
  client: Client,
  job: Pick<Job, 'county' | 'id' | 'office'>,
  lines: AsyncIterable<Line[]>,
  at: readonly number[],
): Promise<number> {
  await dropLines(client, job);
  let count = 0;
  for await (const some of lines) {
    await client.query(
      `insert into imports.line (county, job_id, place_key, n, cells)
       select $1, $2, $3, l.n, l.cells from unnest($4::integer[], $5::text[]::jsonb[]) l (n, cells)`,
      [
        job.county,
        job.id,
        job.office,
        some.map(([n]) => n),
        some.map(([, cells]) => JSON.stringify(at.map((from) => cells[from] ?? null))),
      ],
    );
    count += some.length;
  }
  return count;
}

export async function dropLines(
  client: Client,
  { county, id }: Pick<Job, 'county' | 'id'>,
): Promise<void> {
  await client.query('delete from imports.line where county = $1 and job_id = $2', [county, id]);
}

export interface KeptLine {
  n: number;
  cells: RawCell[];
  problems: Problem[] | null;
}

const portion = 1_000;

/** In the order of the sheet, a portion at a time. */
export async function* linesOf(
  client: Client,
  { county, id }: Job,
): AsyncGenerator<KeptLine[], void> {
  let after = 0;
  for (;;) {
    const { rows } = await client.query<KeptLine>(
      `select n, cells, problems from imports.line where county = $1 and job_id = $2 and n > $3 order by n limit ${portion}`,
      [county, id, after],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < portion) return;
    after = rows.at(-1)?.n ?? 0;
  }
}

/** Lines with something wrong; one more than asked. */
export async function faultyLines(
  client: Client,
  { county, id }: Job,
  wanted: { after: number; limit: number },
): Promise<KeptLine[]> {
  const { rows } = await client.query<KeptLine>(
    `select n, cells, problems from imports.line
     where county = $1 and job_id = $2 and n > $3 and problems is not null order by n limit $4`,
    [county, id, wanted.after, wanted.limit + 1],
  );
  return rows;
}

export async function clearProblems(client: Client, { county, id }: Job): Promise<void> {
  await client.query(
    'update imports.line set problems = null where county = $1 and job_id = $2 and problems is not null',
    [county, id],
  );
}

/** Adds to what is wrong with lines. */
export async function addProblems(
  client: Client,
  { county, id }: Job,
  problems: ReadonlyMap<number, readonly Problem[]>,
): Promise<void> {
  if (problems.size === 0) return;
  await client.query(
    `update imports.line l set problems = coalesce(l.problems, '[]') || p.problems
     from unnest($3::integer[], $4::text[]::jsonb[]) p (n, problems)
     where l.county = $1 and l.job_id = $2 and l.n = p.n`,
    [county, id, [...problems.keys()], [...problems.values()].map((some) => JSON.stringify(some))],
  );
}

export async function countFaulty(client: Client, { county, id }: Job): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::integer as count from imports.line where county = $1 and job_id = $2 and problems is not null',
    [county, id],
  );
  return rows[0]?.count ?? 0;
}

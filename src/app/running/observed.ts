/** What is watched of a running server: the figures of /metrics and the checks of /health/ready. */
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { readMigrations } from '../../platform/db/migrate.ts';
import type { Pool } from '../../platform/db/pool.ts';
import type { Check } from '../../platform/observe/health.ts';
import { type Metrics, newMetrics } from '../../platform/observe/metrics.ts';
import { roomsDir } from '../prepare.ts';

/** A fold takes seconds at most; commands that make figures anew hold it up for one figure at a time. */
const mostFoldLagSeconds = 300;

export interface Observed {
  metrics: Metrics;
  checks: Record<string, Check>;
  /** To be called after every fold. */
  folded(): void;
  foldFailed(): void;
}

export function observed(pools: { app: Pool; jobs: Pool }, dataDir: string): Observed {
  const { jobs } = pools;
  const metrics = newMetrics();
  let lastFold = performance.now();
  let failures = 0;
  // With an outside database there need be no data directory.
  const places = [
    ...(existsSync(dataDir) ? [{ place: 'data', folder: dataDir }] : []),
    { place: 'temporary', folder: tmpdir() },
  ];
  const foldLag = () => (performance.now() - lastFold) / 1000;

  metrics.gauge({
    name: 'zhuzhen_pool_connections',
    help: 'Connections of this process to the database, by role and state.',
    labels: ['role', 'state'],
    read: () =>
      Object.entries(pools).flatMap(([role, pool]) => [
        { labels: { role, state: 'busy' }, value: pool.totalCount - pool.idleCount },
        { labels: { role, state: 'idle' }, value: pool.idleCount },
      ]),
  });
  metrics.gauge({
    name: 'zhuzhen_pool_waiting',
    help: 'Requests that wait for a connection, by role.',
    labels: ['role'],
    read: () =>
      Object.entries(pools).map(([role, pool]) => ({ labels: { role }, value: pool.waitingCount })),
  });
  metrics.gauge({
    name: 'zhuzhen_delta_rows',
    help: 'Increments of figures not folded yet; a million stands for as many or more.',
    read: async () => {
      const { rows } = await jobs.query<{ count: number }>(
        'select count(*)::int as count from (select from indicators.delta limit 1000000) d',
      );
      return rows[0]?.count;
    },
  });
  metrics.gauge({
    name: 'zhuzhen_fold_lag_seconds',
    help: 'Seconds since this process last folded, with or without anything to fold.',
    read: foldLag,
  });
  metrics.gauge({
    name: 'zhuzhen_fold_failures',
    help: 'Folds that failed since this process started.',
    read: () => failures,
  });
  metrics.gauge({
    name: 'zhuzhen_backup_age_seconds',
    help: 'Seconds since the last good backup, and since the last good restore drill; absent before the first.',
    labels: ['kind'],
    read: () => backupAges(jobs),
  });
  metrics.gauge({
    name: 'zhuzhen_disk_free_bytes',
    help: 'Free space where the data directory and the temporary files lie.',
    labels: ['place'],
    read: () => Promise.all(places.map(freeIn)),
  });

  return {
    metrics,
    checks: {
      database: async () => void (await jobs.query('select 1')),
      migrations: migrated(jobs),
      fold: async () => {
        if (foldLag() > mostFoldLagSeconds) throw new Error('nothing was folded for too long');
      },
    },
    folded: () => {
      lastFold = performance.now();
    },
    foldFailed: () => {
      failures += 1;
    },
  };
}

async function backupAges(jobs: Pool) {
  const { rows } = await jobs.query<{ kind: string; seconds: number }>(
    `select kind, extract(epoch from now() - max(ended_at))::float8 as seconds from platform.backup_run
     where outcome = 'done' and kind in ('backup', 'drill') group by kind order by kind`,
  );
  return rows.map(({ kind, seconds }) => ({ labels: { kind }, value: seconds }));
}

/** Every migration this version knows was applied: a database restored under a running server may lack some. */
function migrated(jobs: Pool): Check {
  let names: Promise<string[]> | undefined;
  return async () => {
    names ??= readMigrations(roomsDir).then((all) => all.map((m) => m.name));
    const { rows } = await jobs.query(
      'select 1 from unnest($1::text[]) n where n not in (select name from platform.migration) limit 1',
      [await names],
    );
    if (rows.length > 0) throw new Error('the database lacks migrations of this version');
  };
}

async function freeIn({ place, folder }: { place: string; folder: string }) {
  const { bavail, bsize } = await statfs(folder);
  return { labels: { place }, value: bavail * bsize };
}

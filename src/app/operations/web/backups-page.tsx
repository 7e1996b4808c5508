// Whether the data could be brought back: the last good backup, the last good drill, what is overdue, what to do.
import type { ReactNode } from 'react';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section } from '../../../platform/web/page.tsx';
import type { BackupRun, Backups } from '../contract.ts';
import './backups-page.css';

export default function BackupsPage() {
  const t = useT();
  const asked = useAsk<Backups>('/api/operations/backups');
  const time = asked.data && t('app.operations.as_of', { time: beijing(asked.data.asOf) });
  return (
    <>
      <PageTitle question={t('app.operations.question')} {...(time ? { time } : {})} />
      <Answer of={asked}>
        {(data) => (
          <>
            <dl className="backup-state">
              <Backup data={data} />
              <Drill data={data} />
              <Archive data={data} />
              <Place data={data} />
            </dl>
            <Runs runs={data.runs} />
          </>
        )}
      </Answer>
    </>
  );
}

/** A fact in words, and below it, when something is to be done, what. */
function Fact(props: { name: string; todo?: string | undefined; children: ReactNode }) {
  return (
    <div className={props.todo ? 'backup-fact needs-action' : 'backup-fact'}>
      <dt>{props.name}</dt>
      <dd>
        <p>{props.children}</p>
        {props.todo && <p className="backup-todo">{props.todo}</p>}
      </dd>
    </div>
  );
}

function Backup({ data }: { data: Backups }) {
  const t = useT();
  const { lastBackup } = data;
  const gone = data.lastBackupThere === false;
  return (
    <Fact
      name={t('app.operations.backup')}
      todo={
        gone
          ? t('app.operations.backup.gone', { folder: lastBackup?.folder ?? '' })
          : data.backupOverdue
            ? t('app.operations.backup.overdue')
            : undefined
      }
    >
      {lastBackup
        ? t('app.operations.backup.good', {
            time: beijing(lastBackup.startedAt),
            size: size(lastBackup.bytes),
          })
        : t('app.operations.backup.never')}
    </Fact>
  );
}

function Drill({ data: { lastDrill, drillOverdue } }: { data: Backups }) {
  const t = useT();
  return (
    <Fact
      name={t('app.operations.drill')}
      todo={drillOverdue ? t('app.operations.drill.overdue') : undefined}
    >
      {lastDrill
        ? t('app.operations.drill.good', {
            time: beijing(lastDrill.startedAt),
            backup: lastDrill.backup,
          })
        : t('app.operations.drill.never')}
    </Fact>
  );
}

function Archive({ data: { archivedUntil, archiveOverdue } }: { data: Backups }) {
  const t = useT();
  return (
    <Fact
      name={t('app.operations.archive')}
      todo={archiveOverdue ? t('app.operations.archive.overdue') : undefined}
    >
      {archivedUntil
        ? t('app.operations.archive.until', { time: beijing(archivedUntil, true) })
        : t('app.operations.archive.none')}
    </Fact>
  );
}

function Place({ data: { folder, at, keep } }: { data: Backups }) {
  const t = useT();
  if (folder === null)
    return <Fact name={t('app.operations.place')}>{t('app.operations.backup.off')}</Fact>;
  return (
    <Fact name={t('app.operations.place')}>
      {t('app.operations.place.folder', { folder, at, ...keep })} {t('app.operations.place.key')}
    </Fact>
  );
}

function Runs({ runs }: { runs: BackupRun[] }) {
  const t = useT();
  return (
    <Section title={t('app.operations.runs')}>
      <DataTable<BackupRun>
        caption={t('app.operations.runs')}
        full
        rows={runs}
        rowKey={(run) => `${run.startedAt} ${run.kind}`}
        needsAction={(run) => run.outcome === 'failed' || run.outcome === 'broken_off'}
        empty={{ why: t('app.operations.runs.none') }}
        columns={[
          {
            key: 'started',
            title: t('app.operations.column.started'),
            cell: (run) => beijing(run.startedAt),
          },
          {
            key: 'kind',
            title: t('app.operations.column.kind'),
            cell: (run) =>
              `${t(`platform.backup_kind.${run.kind}`)} · ${t(`platform.backup_form.${run.form}`)}`,
          },
          {
            key: 'outcome',
            title: t('app.operations.column.outcome'),
            cell: (run) => t(`platform.backup_outcome.${run.outcome}`),
          },
          {
            key: 'took',
            title: t('app.operations.column.took'),
            number: true,
            cell: (run) => took(run, t),
          },
          {
            key: 'size',
            title: t('app.operations.column.size'),
            number: true,
            cell: (run) => size(run.bytes),
          },
          { key: 'backup', title: t('app.operations.column.backup'), cell: (run) => run.backup },
          { key: 'folder', title: t('app.operations.column.folder'), cell: (run) => run.folder },
          {
            key: 'reason',
            title: t('app.operations.column.reason'),
            cell: (run) => run.reason ?? '',
            width: 40,
          },
        ]}
      />
    </Section>
  );
}

/** An instant in Beijing time, to the minute or the second. */
function beijing(instant: string, seconds = false): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, seconds ? 19 : 16)}`;
}

function took(run: BackupRun, t: ReturnType<typeof useT>): string {
  if (run.endedAt === null) return '—';
  const seconds = (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000;
  return seconds < 120
    ? t('app.operations.seconds', { seconds: seconds.toFixed(0) })
    : t('app.operations.minutes', { minutes: (seconds / 60).toFixed(0) });
}

function size(bytes: string | null): string {
  if (bytes === null) return '—';
  const megabytes = Number(bytes) / 1_000_000;
  return megabytes < 1_000 ? `${megabytes.toFixed(1)} MB` : `${(megabytes / 1_000).toFixed(1)} GB`;
}

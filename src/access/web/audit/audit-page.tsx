// The audit: who did what and when, in the caller's places; who looked at somebody; taken along as a file.
import { useState } from 'react';
import { addDays, clockAt, todayAt } from '../../../kit/period.ts';
import { pathWith } from '../../../platform/web/api.ts';
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useLang, useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import type { AuditRow } from '../../audit/contract.ts';
import { ChainState } from './chain-state.tsx';
import { Filters } from './filters.tsx';
import { OneRow } from './one-row.tsx';
import { useAuditFilter } from './use-audit-filter.ts';
import './audit.css';

/** Days of an evidence package when no days are chosen. */
const usualDays = 30;

export default function AuditPage() {
  const t = useT();
  const filter = useAuditFilter();
  const [open, setOpen] = useState<string>();
  const asked = usePages<AuditRow>('/api/access/audit/rows', filter.query);
  const { person, person_name: name } = filter.now;
  return (
    <>
      <PageTitle
        question={
          person
            ? t('access.page.audit.looked_at', { name: name ?? '' })
            : t('access.page.audit.question')
        }
        time={t('access.page.audit.time')}
      />
      <ChainState />
      <Filters filter={filter} />
      <DataTable<AuditRow>
        caption={t('access.page.audit.list')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        openKey={open}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('access.page.audit.none'), todo: t('access.page.audit.none.todo') }}
        tools={<Files query={filter.query} />}
        columns={[
          {
            key: 'at',
            title: t('access.audit.column.at'),
            cell: (row) => <span className="digits">{clockAt(Date.parse(row.at))}</span>,
          },
          {
            key: 'actor',
            title: t('access.audit.column.actor'),
            cell: (row) => row.actor?.name ?? row.role ?? t('access.audit.strangers'),
          },
          { key: 'did', title: t('access.audit.column.did'), cell: (row) => row.did, width: 13 },
          {
            key: 'outcome',
            title: t('access.audit.column.outcome'),
            cell: (row) => row.why ?? t(`access.audit.outcome.${row.outcome}`),
            width: 9,
          },
          {
            key: 'object',
            title: t('access.audit.column.object'),
            cell: (row) => row.object?.name ?? '',
            width: 10,
          },
          {
            key: 'person',
            title: t('access.audit.column.person'),
            cell: (row) => row.person?.name ?? '',
          },
          {
            key: 'place',
            title: t('access.audit.column.place'),
            cell: (row) => row.place?.name ?? '',
          },
          {
            key: 'kind',
            title: t('access.audit.column.kind'),
            cell: (row) => t(`access.audit_kind.${row.kind}`),
          },
        ]}
      />
      <OneRow id={open} only={filter.only} onClose={() => setOpen(undefined)} />
    </>
  );
}

/** The rows as a spreadsheet, and the package with which anybody can verify them. */
function Files({ query }: { query: ReturnType<typeof useAuditFilter>['query'] }) {
  const t = useT();
  const lang = useLang();
  const until = query.until ?? todayAt(Date.now());
  const since = query.since ?? addDays(until, -usualDays);
  const note = t('access.page.audit.evidence.note', { since, until });
  return (
    <>
      <a
        className="plain-button audit-file"
        href={pathWith('/api/access/audit/rows.csv', { ...query, lang })}
        download={`audit-${query.place}.csv`}
      >
        {t('access.page.audit.export')}
      </a>
      <a
        className="plain-button audit-file"
        title={note}
        href={pathWith('/api/access/audit/evidence.tar', { place: query.place, since, until })}
        download={`evidence-${query.place}-${since}-${until}.tar`}
      >
        {t('access.page.audit.evidence')}
      </a>
    </>
  );
}

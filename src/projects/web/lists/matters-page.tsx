// What waits for the office of whoever is signed in: since when, until when, and who waits.
import { useState } from 'react';
import { daysBetween } from '../../../kit/period.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { Matter, Matters } from '../../contract.ts';
import './lists.css';

export default function MattersPage() {
  const t = useT();
  const { today } = useSession();
  const asked = useAsk<Matters>('/api/projects/matters');
  const [own, setOwn] = useState(false);
  const every = asked.data?.rows ?? [];
  const mine = every.filter((row) => row.own);
  const rows = own ? mine : every;
  return (
    <>
      <PageTitle
        question={t('projects.page.matters.question')}
        time={t('projects.list.as_of', { day: today })}
      />
      {asked.data && asked.data.total > every.length && (
        <p className="page-lead" role="status">
          {t('projects.matter.more', { total: asked.data.total, count: every.length })}
        </p>
      )}
      {mine.length > 0 && mine.length < every.length && (
        <p className="page-lead">
          <button type="button" className="text-button" onClick={() => setOwn(!own)}>
            {own ? t('projects.matter.all') : t('projects.matter.own', { count: mine.length })}
          </button>
        </p>
      )}
      <DataTable<Matter>
        caption={t('projects.page.matters')}
        rows={rows}
        rowKey={(row) => `${row.kind} ${row.project} ${row.about} ${row.since} ${row.amount}`}
        needsAction={({ due }) => due !== null && due < today}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        empty={{
          why: t('projects.matter.none'),
          todo: t('projects.matter.none.todo'),
          action: <PageLink to="/projects/board">{t('projects.page.board')}</PageLink>,
        }}
        columns={[
          {
            key: 'name',
            title: t('projects.list.name'),
            width: 16,
            cell: (row) => <PageLink to={`/projects/${row.project}`}>{row.projectName}</PageLink>,
          },
          { key: 'town', title: t('projects.list.town'), cell: (row) => row.townName },
          {
            key: 'deed',
            title: t('projects.matter.deed'),
            width: 14,
            cell: (row) =>
              t('projects.matter.deed_of', { kind: aboutOf(row, t), verb: verbOf(row, t) }),
          },
          {
            key: 'amount',
            title: t('projects.list.amount'),
            number: true,
            cell: (row) => row.amount && <Value of={{ value: row.amount, as: 'fen' }} />,
          },
          {
            key: 'waits',
            title: t('projects.matter.waits'),
            width: 14,
            cell: (row) => t(`projects.matter.waits.${row.verb}`),
          },
          {
            key: 'handler',
            title: t('projects.column.handler'),
            cell: (row) => row.handledBy,
          },
          { key: 'since', title: t('projects.list.since'), cell: (row) => row.since },
          {
            key: 'due',
            title: t('projects.list.due'),
            cell: (row) => <Due due={row.due} today={today} />,
          },
        ]}
      />
    </>
  );
}

const aboutOf = ({ kind, about }: Matter, t: ReturnType<typeof useT>) =>
  kind === 'request' && about
    ? t(`projects.request_kind.${about}`)
    : t(`projects.case_kind.${kind}`);
const verbOf = ({ kind, verb }: Matter, t: ReturnType<typeof useT>) =>
  t(kind === 'project' ? `projects.verb.${verb}` : `projects.matter.deed.${verb}`);

/** Red, and in words, only where the day is over. */
function Due({ due, today }: { due: string | null; today: string }) {
  const t = useT();
  if (due === null) return t('projects.matter.no_rule');
  const left = daysBetween(today, due);
  if (left > 0) return t('projects.matter.left', { count: left, day: due });
  if (left === 0) return t('projects.matter.today');
  return <span className="late">{t('projects.matter.overdue', { count: -left, day: due })}</span>;
}

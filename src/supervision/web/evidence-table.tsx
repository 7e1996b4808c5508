// Rows a finding rests on, with the way to the project or the entries.
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Value } from '../../platform/web/money.tsx';
import { useMay } from '../../platform/web/session.ts';
import { PageLink } from '../../platform/web/use-address.tsx';
import type { Evidence, FindingPage } from '../contract.ts';

export function EvidenceTable({
  finding,
}: {
  finding: Pick<FindingPage, 'evidence' | 'elsewhere' | 'further' | 'source' | 'place'>;
}) {
  const t = useT();
  const outside = finding.source !== 'rule';
  return (
    <>
      <DataTable<Evidence>
        caption={t('supervision.column.evidence')}
        rows={finding.evidence}
        rowKey={(row) => `${row.kind} ${row.id} ${row.code}`}
        empty={{
          why: t('supervision.evidence.none'),
          ...(outside ? { todo: t('supervision.evidence.outside') } : {}),
        }}
        columns={[
          {
            key: 'kind',
            title: t('supervision.column.kind'),
            cell: (row) => t(`supervision.row.${row.kind}`),
          },
          {
            key: 'name',
            title: t('supervision.column.evidence'),
            width: 24,
            cell: (row) => <Named row={row} place={finding.place} />,
          },
          {
            key: 'amount',
            title: t('supervision.column.amount'),
            number: true,
            cell: (row) => (row.amount ? <Value of={{ value: row.amount, as: 'fen' }} /> : ''),
          },
          { key: 'day', title: t('supervision.column.day'), cell: (row) => row.day ?? '' },
        ]}
      />
      {finding.elsewhere > 0 && (
        <p className="finding-note">{t('supervision.elsewhere', { count: finding.elsewhere })}</p>
      )}
      {finding.further > 0 && (
        <p className="finding-note">{t('supervision.further', { count: finding.further })}</p>
      )}
    </>
  );
}

function Named({ row, place }: { row: Evidence; place: string }) {
  const t = useT();
  const projects = useMay('projects.read');
  const name = row.name ?? (row.code ? t(row.code) : t('supervision.without'));
  if (row.project && projects) return <PageLink to={`/projects/${row.project}`}>{name}</PageLink>;
  if (row.kind === 'entry')
    return (
      <PageLink to="/funds/entries" search={{ place }}>
        {name}
      </PageLink>
    );
  if (row.kind === 'account')
    return (
      <PageLink to="/funds/quotas" search={{ place }}>
        {name}
      </PageLink>
    );
  return <>{name}</>;
}

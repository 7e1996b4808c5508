// The register of dossiers that were put together: what left can be proved by its checksum.
import { clockAt } from '../../kit/period.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Section } from '../../platform/web/page.tsx';
import type { DossierPage } from '../contract.ts';
import { sizeText } from './paper-names.ts';

export function MadeDossiers({ dossier }: { dossier: DossierPage }) {
  const t = useT();
  return (
    <Section title={t('dossiers.made')} note={t('dossiers.made.note')}>
      <DataTable
        caption={t('dossiers.made')}
        rows={dossier.made}
        rowKey={(row) => row.id}
        empty={{ why: t('dossiers.made.none') }}
        columns={[
          {
            key: 'made',
            title: t('dossiers.column.made'),
            cell: (row) => clockAt(Date.parse(row.madeAt)).slice(0, 16),
          },
          { key: 'by', title: t('dossiers.column.made_by'), cell: (row) => row.madeBy },
          {
            key: 'pages',
            title: t('dossiers.column.pages'),
            number: true,
            cell: (row) => row.pages,
          },
          {
            key: 'size',
            title: t('dossiers.column.size'),
            number: true,
            cell: (row) => sizeText(row.size),
          },
          {
            key: 'sha256',
            title: t('dossiers.column.sha256'),
            width: 34,
            cell: (row) => <code className="dossier-hash">{row.sha256}</code>,
          },
          {
            key: 'explanation',
            title: t('dossiers.column.explanation'),
            width: 20,
            cell: (row) => row.explanation ?? '',
          },
          {
            key: 'file',
            title: t('dossiers.column.file'),
            cell: (row) => (
              <a href={`/api/dossiers/dossiers/${row.id}/content`} download>
                {t('dossiers.made.download')}
              </a>
            ),
          },
        ]}
      />
    </Section>
  );
}

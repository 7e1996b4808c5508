// The editions that are loaded and what changed between two of them.
import { useAsk } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, Empty, PageTitle, Section } from '../../platform/web/page.tsx';
import { useFilter } from '../../platform/web/use-address.tsx';
import type { Editions } from '../contract.ts';
import { ChangesTable } from './changes-table.tsx';
import { UncertainChanges } from './uncertain-changes.tsx';

export default function EditionsPage() {
  const t = useT();
  const asked = useAsk<Editions>('/api/regions/editions');
  return (
    <>
      <PageTitle question={t('regions.page.editions.question')} />
      <Answer of={asked} shape="table">
        {({ rows }) => (
          <>
            <EditionsTable rows={rows} />
            <Comparison editions={rows} />
          </>
        )}
      </Answer>
    </>
  );
}

function EditionsTable({ rows }: { rows: Editions['rows'] }) {
  const t = useT();
  return (
    <DataTable
      caption={t('regions.page.editions')}
      rows={rows}
      rowKey={(row) => row.edition}
      full
      columns={[
        { key: 'edition', title: t('regions.column.edition'), cell: (row) => row.edition },
        {
          key: 'cut_off',
          title: t('regions.column.cut_off'),
          cell: (row) => <time>{row.cutOff}</time>,
        },
        {
          key: 'rows',
          title: t('regions.column.rows'),
          number: true,
          cell: (row) => row.rows.toLocaleString('en-US'),
        },
        {
          key: 'active_from',
          title: t('regions.column.active_from'),
          cell: (row) => row.activeFrom ?? t('regions.page.not_active'),
        },
        {
          key: 'source',
          title: t('regions.column.source'),
          cell: (row) => row.source,
          width: 40,
        },
      ]}
    />
  );
}

function Comparison({ editions }: { editions: Editions['rows'] }) {
  const t = useT();
  const names = editions.map(({ edition }) => edition);
  const [older] = useFilter('older', names.at(-2) ?? '');
  const [newer] = useFilter('newer', names.at(-1) ?? '');
  if (editions.length < 2) return <Empty why={t('regions.page.editions.only_one')} />;
  return (
    <>
      <UncertainChanges editions={editions} older={older} newer={newer} />
      <Section title={t('regions.page.compare', { older, newer })}>
        <ChangesTable older={older} newer={newer} />
      </Section>
    </>
  );
}

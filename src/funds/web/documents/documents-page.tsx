// Documents of payers: by number or title, payer, programme, measure and year.
import { useDeferredValue } from 'react';
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { useFilter, useGo, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { DocumentRow } from '../../contract-reading.ts';
import { Filters, useFilters } from '../filters.tsx';
import { PayerName } from '../payer-name.tsx';
import { SheetLink } from '../sheet-link.tsx';
import { Wan } from '../wan.tsx';

export default function DocumentsPage() {
  const t = useT();
  const go = useGo();
  const { place } = usePlacePeriod();
  const { today } = useSession();
  const [q, setQ] = useFilter('q');
  const wanted = useDeferredValue(q.trim());
  const filters = useFilters(['payer', 'programme', 'measure', 'year']);
  const query = { place, ...filters.asked, ...(wanted ? { q: wanted } : {}) };
  const asked = usePages<DocumentRow>('/api/funds/documents', query);
  const unit = t('platform.web.unit.wan');
  return (
    <>
      <PageTitle
        question={t('funds.page.documents.question')}
        time={t('funds.page.as_of', { day: today })}
        actions={
          <SheetLink
            path="/api/funds/documents.xlsx"
            query={query}
            name={`${t('funds.page.documents')}-${place}-${today}`}
          />
        }
      />
      <Filters of={filters}>
        <input
          className="text-input wide-input"
          type="search"
          aria-label={t('funds.document.search')}
          placeholder={t('funds.document.search')}
          maxLength={80}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </Filters>
      <DataTable<DocumentRow>
        caption={t('funds.page.documents')}
        rows={asked.rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => go(`/funds/documents/${id}`)}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('funds.document.none'), todo: t('funds.document.none.todo') }}
        columns={[
          { key: 'number', title: t('funds.column.number'), cell: ({ number }) => number },
          { key: 'title', title: t('funds.column.title'), cell: ({ title }) => title, width: 20 },
          { key: 'issuedOn', title: t('funds.column.issuedOn'), cell: ({ issuedOn }) => issuedOn },
          {
            key: 'payer',
            title: t('funds.column.payer'),
            cell: ({ payer, payerName }) => <PayerName payer={payer} name={payerName} />,
          },
          {
            key: 'measure',
            title: t('funds.column.measure'),
            cell: ({ measure }) => t(`funds.measure.${measure}`),
          },
          { key: 'year', title: t('funds.column.year'), cell: ({ year }) => year },
          {
            key: 'here',
            title: t('funds.column.here'),
            unit,
            number: true,
            cell: ({ here }) => <Wan fen={here} />,
          },
          {
            key: 'amount',
            title: t('funds.column.whole'),
            unit,
            number: true,
            cell: ({ amount }) => <Wan fen={amount} />,
          },
        ]}
      />
    </>
  );
}

// The ledger of a place: every entry, the latest first; what was taken back stays to be seen.
import { usePages } from '../../platform/web/ask.ts';
import { ChoiceFilter } from '../../platform/web/choice-filter.tsx';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { PageTitle } from '../../platform/web/page.tsx';
import { useMay, useSession } from '../../platform/web/session.ts';
import { PageLink, useFilter, usePlacePeriod } from '../../platform/web/use-address.tsx';
import { sources } from '../codes.ts';
import type { EntryRow } from '../contract-reading.ts';
import { Filters, useFilters } from './filters.tsx';
import { amountColumn, lineColumns, noteColumn } from './line-columns.tsx';
import { PayerName } from './payer-name.tsx';
import { SheetLink } from './sheet-link.tsx';

/** What an entry rests on: a document opens itself, a contract or receipt the project that has it. */
function Voucher({ row: { document, documentNumber, measure, place } }: { row: EntryRow }) {
  const mayProjects = useMay('projects.read');
  if (document) return <PageLink to={`/funds/documents/${document}`}>{documentNumber}</PageLink>;
  if (!mayProjects || (measure !== 'committed' && measure !== 'spent')) return documentNumber;
  return (
    <PageLink to="/projects" search={{ place, words: documentNumber }}>
      {documentNumber}
    </PageLink>
  );
}

export default function EntriesPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const { today } = useSession();
  const filters = useFilters(['measure', 'payer', 'programme', 'year']);
  const [document, setDocument] = useFilter('document');
  const [source, setSource] = useFilter('source');
  // Set by a line of the statement of accounts.
  const [account, setAccount] = useFilter('account');
  const query = {
    place,
    ...filters.asked,
    ...(document.trim() ? { document: document.trim() } : {}),
    ...(source ? { source } : {}),
    ...(account === 'received' ? { account } : {}),
  };
  const asked = usePages<EntryRow>('/api/funds/entries', query);
  return (
    <>
      <PageTitle
        question={t('funds.page.entries.question')}
        time={t('funds.page.as_of', { day: today })}
        actions={
          <SheetLink
            path="/api/funds/entries.xlsx"
            query={query}
            name={`${t('funds.page.entries')}-${place}-${today}`}
          />
        }
      />
      <Filters of={filters}>
        <ChoiceFilter
          label={t('funds.column.source')}
          value={source}
          onChange={setSource}
          choices={sources.map((one) => ({ value: one, label: t(`funds.source.${one}`) }))}
        />
        {account === 'received' && (
          <label className="filter">
            <input type="checkbox" checked onChange={() => setAccount('')} />
            {t('funds.entry.account_received')}
          </label>
        )}
        <input
          className="text-input wide-input"
          type="search"
          aria-label={t('funds.entry.search')}
          placeholder={t('funds.entry.search')}
          maxLength={200}
          value={document}
          onChange={(event) => setDocument(event.target.value)}
        />
      </Filters>
      <DataTable<EntryRow>
        caption={t('funds.page.entries')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('funds.entry.none'), todo: t('funds.entry.none.todo') }}
        columns={[
          ...lineColumns<EntryRow>(t, 'day'),
          {
            key: 'payer',
            title: t('funds.column.payer'),
            cell: ({ payer, payerName }) => <PayerName payer={payer} name={payerName} />,
          },
          amountColumn(t),
          {
            key: 'number',
            title: t('funds.column.number'),
            width: 13,
            cell: (row) => <Voucher row={row} />,
          },
          noteColumn(t),
        ]}
      />
    </>
  );
}

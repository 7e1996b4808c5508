// The statement of accounts: debit, credit and balance by holder, source, programme, measure and year; a line opens its vouchers.
import { levelOfKey } from '../../../kit/region-key.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { Answer, Empty, PageTitle } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { Column } from '../../../platform/web/table-column.ts';
import { useGo, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { BalanceRow, Balances } from '../../contract-books.ts';
import { Filters, useFilters } from '../filters.tsx';
import { Wan } from '../wan.tsx';

export default function BalancesPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const { today } = useSession();
  const filters = useFilters(['programme', 'year']);
  // Payers' accounts stand with the county: there is no statement of a town.
  const stands = !['town', 'village'].includes(levelOfKey(place));
  const asked = useAsk<Balances>(stands ? '/api/funds/balances' : undefined, {
    place,
    ...filters.asked,
  });
  return (
    <>
      <PageTitle
        question={t('funds.page.balances.question')}
        time={t('funds.page.as_of', { day: today })}
      />
      <p className="page-lead">{t('funds.page.balances.note')}</p>
      {stands ? (
        <>
          <Filters of={filters} />
          <Answer of={asked} shape="table">
            {(found) => <Statement of={found} />}
          </Answer>
        </>
      ) : (
        <Empty
          why={t('funds.refusal.balances_place')}
          todo={t('funds.refusal.balances_place.todo')}
        />
      )}
    </>
  );
}

function Statement({ of }: { of: Balances }) {
  const t = useT();
  const go = useGo();
  const money = (name: 'debit' | 'credit' | 'balance'): Column<BalanceRow> => ({
    key: name,
    title: t(`funds.balance.${name}`),
    unit: t('platform.web.unit.wan'),
    number: true,
    cell: (row) => <Wan fen={row[name]} />,
    // A total of nothing is said: that the books balance is what it shows.
    total: <Value of={{ value: of[name], as: 'fen' }} money="wan" bare />,
  });
  const open = ({ holder, measure, source, programme, year }: BalanceRow) => {
    const inPlaces = holder === 'place' && measure === 'received';
    const which = inPlaces ? { account: 'received' } : { measure };
    go('/funds/entries', { ...which, source, programme, year: String(year) });
  };
  return (
    <>
      {of.rows.length > 0 && (
        <p role="status">
          {of.balanced ? (
            t('funds.balance.balanced')
          ) : (
            <span className="owed">{t('funds.balance.unbalanced')}</span>
          )}
        </p>
      )}
      <DataTable<BalanceRow>
        caption={t('funds.page.balances')}
        rows={of.rows}
        rowKey={(row) => `${row.holder} ${row.source} ${row.programme} ${row.measure} ${row.year}`}
        onOpen={open}
        totalName={t('funds.balance.total')}
        empty={{ why: t('funds.balance.none'), todo: t('funds.balance.none.todo') }}
        columns={[
          {
            key: 'programme',
            title: t('funds.column.programme'),
            width: 11,
            cell: (row) => t(`funds.programme.${row.programme}`),
          },
          { key: 'year', title: t('funds.column.year'), cell: (row) => row.year },
          {
            key: 'source',
            title: t('funds.column.source'),
            cell: (row) => t(`funds.source.${row.source}`),
          },
          {
            key: 'measure',
            title: t('funds.column.measure'),
            cell: (row) => t(`funds.measure.${row.measure}`),
          },
          {
            key: 'holder',
            title: t('funds.balance.holder'),
            cell: (row) => t(`funds.holder.${row.holder}`),
          },
          {
            key: 'accounts',
            title: t('funds.balance.accounts'),
            number: true,
            cell: (row) => row.accounts,
          },
          money('debit'),
          money('credit'),
          money('balance'),
        ]}
      />
    </>
  );
}

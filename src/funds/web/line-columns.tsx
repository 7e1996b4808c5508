// Columns of the lines of a document and of the ledger: day, place, measure, source, amount, and what was taken back.
import type { T } from '../../platform/web/i18n.tsx';
import type { Column } from '../../platform/web/table-column.ts';
import type { DocumentLine } from '../contract-reading.ts';
import { Wan } from './wan.tsx';
import './funds.css';

/** What stands first is what the list is in the order of. */
export function lineColumns<Row extends DocumentLine>(t: T, first: 'place' | 'day'): Column<Row>[] {
  const day: Column<Row> = {
    key: 'bookedOn',
    title: t('funds.column.bookedOn'),
    cell: (row) => row.bookedOn,
  };
  const place: Column<Row>[] = [
    { key: 'place', title: t('funds.column.place'), cell: (row) => row.placeName },
    { key: 'county', title: t('funds.column.county'), cell: (row) => row.countyName },
  ];
  return [
    ...(first === 'day' ? [day, ...place] : [...place, day]),
    {
      key: 'measure',
      title: t('funds.column.measure'),
      cell: (row) => t(`funds.measure.${row.measure}`),
    },
    {
      key: 'source',
      title: t('funds.column.source'),
      cell: (row) => t(`funds.source.${row.source}`),
    },
    { key: 'year', title: t('funds.column.year'), cell: (row) => row.year },
  ];
}

export const amountColumn = <Row extends DocumentLine>(t: T): Column<Row> => ({
  key: 'amount',
  title: t('funds.column.amount'),
  unit: t('platform.web.unit.wan'),
  number: true,
  cell: ({ amount, reversedOn }) => (
    <span className={reversedOn ? 'taken-back' : undefined}>
      <Wan fen={amount} />
    </span>
  ),
});

/** 冲红: what this line takes back, or when it was taken back; then what the person who booked it wrote. */
export const noteColumn = <Row extends DocumentLine & { reversesOf?: string | null }>(
  t: T,
): Column<Row> => ({
  key: 'note',
  title: t('funds.column.note'),
  width: 16,
  cell: ({ reversal, reversesOf, reversedOn, note }) =>
    [
      reversal &&
        (reversesOf ? t('funds.entry.reverses', { day: reversesOf }) : t('funds.entry.reversal')),
      reversedOn && t('funds.entry.reversed', { day: reversedOn }),
      note,
    ]
      .filter(Boolean)
      .join(t('funds.list.and')),
});

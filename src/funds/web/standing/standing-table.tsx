// The payers with what each owes: grouped by the sides of 6:3:1, totals below.
import { percent } from '../../../platform/web/amount.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { type T, useT } from '../../../platform/web/i18n.tsx';
import type { Column } from '../../../platform/web/table-column.ts';
import type { StandingRow } from '../../contract-reading.ts';
import { measureOf } from '../../rules-standing.ts';
import { PayerName } from '../payer-name.tsx';
import { Wan } from '../wan.tsx';
import { MadeUpNote } from './made-up.tsx';
import { type Amounts, type Line, makeUpsOf, summed } from './standing-lines.ts';

export function StandingTable(props: {
  lines: readonly Line[];
  rows: readonly StandingRow[];
  open: string | undefined;
  onOpen: (key: string) => void;
}) {
  const t = useT();
  return (
    <DataTable<Line>
      caption={t('funds.standing.payers')}
      rows={props.lines}
      rowKey={({ key }) => key}
      openKey={props.open}
      onOpen={({ key }) => props.onOpen(key)}
      totalName={t('platform.web.total')}
      empty={{ why: t('funds.standing.none'), todo: t('funds.standing.none.todo') }}
      columns={columnsOf(t, summed(props.rows))}
    />
  );
}

function columnsOf(t: T, total: Amounts): Column<Line>[] {
  const unit = t('platform.web.unit.wan');
  const money = (name: keyof Amounts): Column<Line> => ({
    key: name,
    title: t(`funds.column.${name}`),
    unit,
    number: true,
    cell: (line) => (
      <span className={line.payer ? undefined : 'subtotal'}>
        <Wan fen={line[name]} owed={name === 'arrears'} />
      </span>
    ),
    total: <Wan fen={total[name]} owed={name === 'arrears'} />,
  });
  return [
    { key: 'payer', title: t('funds.column.payer'), cell: (line) => <Name line={line} /> },
    {
      key: 'kind',
      title: t('funds.column.payer_kind'),
      cell: ({ payer }) => (payer ? t(`funds.payer.${payer}`) : t('funds.standing.subtotal')),
    },
    money('due'),
    {
      key: 'share',
      title: t('funds.column.share'),
      number: true,
      cell: ({ due }) => (total.due > 0n ? `${percent(String(due), String(total.due))}%` : ''),
    },
    money('provided'),
    {
      key: 'by',
      title: t('funds.column.by'),
      cell: ({ payer, rows }) => {
        const counts = new Set(payer ? [measureOf(payer)] : rows.map(({ by }) => by));
        return [...counts].map((by) => t(`funds.measure.${by}`)).join(t('funds.list.and'));
      },
    },
    money('received'),
    money('committed'),
    money('spent'),
    money('arrears'),
    {
      key: 'note',
      title: t('funds.column.explained'),
      width: 10,
      cell: ({ rows, over }) => <MadeUpNote all={makeUpsOf(rows)} over={over} />,
    },
  ];
}

function Name({ line: { payer, name, side } }: { line: Line }) {
  const t = useT();
  if (!payer) return <span className="subtotal">{t(`funds.standing.side.${side}`)}</span>;
  return <PayerName payer={payer} name={name} />;
}

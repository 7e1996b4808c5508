// One payer: its years line by line, and the documents that brought the money.
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import { PageLink, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { DocumentRow, StandingRow } from '../../contract-reading.ts';
import { Wan } from '../wan.tsx';
import { MadeUpNote } from './made-up.tsx';
import { type Amounts, type Line, makeUpsOf, summed } from './standing-lines.ts';

interface Props {
  line: Line;
  programme: string | undefined;
  year: string | undefined;
}

export function PayerDrawer(props: Props) {
  return (
    <>
      <Years line={props.line} />
      <Documents {...props} />
    </>
  );
}

interface YearOf extends Amounts {
  key: string;
  year: number;
  programme: StandingRow['programme'];
  rows: readonly StandingRow[];
}

function Years({ line }: { line: Line }) {
  const t = useT();
  const years = [...Map.groupBy(line.rows, (row) => `${row.programme} ${row.year}`)].flatMap(
    ([key, rows]): YearOf[] => {
      const [first] = rows;
      if (!first) return [];
      return [{ key, year: first.year, programme: first.programme, rows, ...summed(rows) }];
    },
  );
  const money = (name: keyof Amounts) => ({
    key: name,
    title: t(`funds.column.${name}`),
    unit: t('platform.web.unit.wan'),
    number: true,
    cell: (row: YearOf) => <Wan fen={row[name]} owed={name === 'arrears'} />,
    total: <Wan fen={line[name]} owed={name === 'arrears'} />,
  });
  const programmes = new Set(years.map(({ programme }) => programme));
  return (
    <Section title={t('funds.standing.years')}>
      <DataTable<YearOf>
        caption={t('funds.standing.years')}
        rows={years}
        rowKey={({ key }) => key}
        totalName={t('platform.web.total')}
        full
        columns={[
          { key: 'year', title: t('funds.column.year'), cell: ({ year }) => year },
          ...(programmes.size > 1
            ? [
                {
                  key: 'programme',
                  title: t('funds.column.programme'),
                  width: 10,
                  cell: ({ programme }: YearOf) => t(`funds.programme.${programme}`),
                },
              ]
            : []),
          money('due'),
          money('provided'),
          money('received'),
          money('spent'),
          money('arrears'),
          {
            key: 'note',
            title: t('funds.column.explained'),
            width: 14,
            cell: ({ rows, over, madeUp }) => (
              <MadeUpNote all={makeUpsOf(rows)} over={over} madeUp={madeUp} />
            ),
          },
        ]}
      />
    </Section>
  );
}

/** Of one payer, or of all of a kind; a side of two kinds is asked for payer by payer. */
function Documents({ line, programme, year }: Props) {
  const t = useT();
  const { place } = usePlacePeriod();
  const kinds = new Set(line.rows.map(({ payer }) => payer));
  const [payer] = kinds;
  const asked = usePages<DocumentRow>(kinds.size === 1 ? '/api/funds/documents' : undefined, {
    place,
    payer,
    ...(line.payerKey ? { payerKey: line.payerKey } : {}),
    ...(programme ? { programme } : {}),
    ...(year ? { year } : {}),
  });
  if (kinds.size > 1)
    return (
      <Section title={t('funds.page.documents')}>
        <p>{t('funds.standing.documents.one_by_one')}</p>
      </Section>
    );
  return (
    <Section title={t('funds.page.documents')} note={t('funds.standing.documents.note')}>
      <DataTable<DocumentRow>
        caption={t('funds.page.documents')}
        rows={asked.rows}
        rowKey={({ id }) => id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('funds.document.none') }}
        columns={[
          {
            key: 'number',
            title: t('funds.column.number'),
            cell: ({ id, number }) => <PageLink to={`/funds/documents/${id}`}>{number}</PageLink>,
          },
          { key: 'issuedOn', title: t('funds.column.issuedOn'), cell: ({ issuedOn }) => issuedOn },
          { key: 'year', title: t('funds.column.year'), cell: ({ year }) => year },
          {
            key: 'measure',
            title: t('funds.column.measure'),
            cell: ({ measure }) => t(`funds.measure.${measure}`),
          },
          {
            key: 'here',
            title: t('funds.column.here'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: ({ here }) => <Wan fen={here} />,
          },
          {
            key: 'amount',
            title: t('funds.column.whole'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: ({ amount }) => <Wan fen={amount} />,
          },
        ]}
      />
    </Section>
  );
}

// The rows behind a figure, page by page, each with what it counts for and links to what it names.
import { type MoneyUnit, unitFor } from '../../../kit/money.ts';
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value as ValueText } from '../../../platform/web/money.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { Column } from '../../../platform/web/table-column.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { Definition, FactRows, Value } from '../../contract.ts';
import { addsUp, said } from '../format.ts';
import { useFigureWords } from '../use-figure-words.ts';
import type { OpenFigure } from '../use-open-figure.ts';
import { RowCell } from './row-cell.tsx';

type Row = FactRows['rows'][number];

export function FigureRows(props: {
  definition: Definition;
  opened: OpenFigure;
  value: Value | undefined;
}) {
  const { definition, opened, value } = props;
  const t = useT();
  const words = useFigureWords();
  const { at, only } = opened;
  const pages = usePages<Row>(`/api/indicators/definitions/${definition.code}/rows`, {
    ...at,
    ...only,
  });
  const complete = !pages.pending && !pages.problem && !pages.more;
  const adds = complete && pages.rows.length > 0 && addsUp(definition);
  const sum = pages.rows.reduce((total, { counted }) => total + BigInt(counted), 0n);
  const whole = { code: definition.code, value: String(sum), over: null, parts: [] };
  const total = said(definition, whole, words.lang, words.unit(definition));
  const note = !adds
    ? definition.kind === 'distinct' && t('indicators.page.rows.distinct')
    : String(sum) === value?.value
      ? t('indicators.page.rows.close')
      : t('indicators.page.rows.sum', { total });
  return (
    <Section
      title={t('indicators.page.rows')}
      note={note}
      tools={<Filter opened={opened} definition={definition} />}
    >
      <DataTable
        caption={t('indicators.page.rows')}
        columns={useColumns(definition, pages.rows)}
        rows={pages.rows}
        rowKey={({ id }) => id}
        more={pages.more}
        pending={pages.pending}
        problem={pages.problem}
        onRetry={pages.retry}
        empty={{
          why: t('indicators.page.rows.none'),
          todo: t(only ? 'indicators.page.rows.none.part' : 'indicators.page.rows.none.todo'),
        }}
      />
    </Section>
  );
}

/** What the rows are narrowed to, and the way back. */
function Filter({ opened, definition }: { opened: OpenFigure; definition: Definition }) {
  const t = useT();
  const words = useFigureWords();
  const { only } = opened;
  if (!only) return null;
  const dimension = definition.dimensions.find(({ name }) => name === only.dimension);
  const label = words.label(dimension?.vocabulary ?? null, only.value);
  return (
    <button
      type="button"
      className="plain-button"
      onClick={() => opened.change({ dim: undefined, val: undefined })}
    >
      {t('indicators.page.rows.only', { dimension: words.dimension(only.dimension), label })}
    </button>
  );
}

function useColumns(definition: Definition, rows: readonly Row[]): Column<Row>[] {
  const t = useT();
  const words = useFigureWords();
  const moneyTitle = (unit: MoneyUnit) => t(`platform.web.unit.${unit}`);
  const columns = definition.columns.map((column, at): Column<Row> => {
    const money =
      column.type === 'fen' ? commonUnit(rows.map(({ cells }) => cells[at])) : undefined;
    return {
      key: column.name,
      title: column.label[words.lang],
      unit: money && moneyTitle(money),
      number: column.type === 'fen' || column.type === 'number',
      ...(longest(rows, at) > 16 ? { width: 16 } : {}),
      cell: (row) => (
        <RowCell column={column} value={row.cells[at]} link={row.links[at]} money={money} />
      ),
    };
  });
  const place: Column<Row> = {
    key: 'place',
    title: t('indicators.column.place'),
    cell: (row) => (
      <PageLink to="/places" search={{ place: row.place }}>
        {row.place_name}
      </PageLink>
    ),
  };
  return [
    place,
    ...columns,
    ...countedColumn(
      definition,
      rows,
      t('indicators.column.counted'),
      words.unit(definition).many,
      moneyTitle,
    ),
  ];
}

/** What each row counts for; left out where every row counts one, or its amount already says it. */
function countedColumn(
  definition: Definition,
  rows: readonly Row[],
  title: string,
  unit: string,
  moneyTitle: (unit: MoneyUnit) => string,
): Column<Row>[] {
  const amount = definition.columns.findIndex(({ type }) => type === 'fen');
  const said = rows.every(({ counted, cells }) => counted === '1' || counted === cells[amount]);
  if (said) return [];
  const isMoney = definition.unit === 'fen';
  const money = isMoney ? commonUnit(rows.map(({ counted }) => counted)) : undefined;
  return [
    {
      key: 'counted',
      title,
      unit: money ? moneyTitle(money) : unit,
      number: true,
      cell: ({ counted }) => (
        <ValueText
          of={{ value: counted, as: isMoney ? 'fen' : 'count' }}
          {...(money ? { money } : {})}
          bare
        />
      ),
    },
  ];
}

/** Characters of a column's longest cell: names stay on one line, texts wrap. */
const longest = (rows: readonly Row[], at: number) =>
  Math.max(0, ...rows.map(({ cells }) => cells[at]?.length ?? 0));

/** The unit a column of amounts reads best in: that of its middle, so that few cells read 0.00. */
export function commonUnit(values: readonly (string | null | undefined)[]): MoneyUnit {
  const sizes = values
    .flatMap((value) => (value ? [BigInt(value.replace('-', ''))] : []))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return unitFor(sizes[Math.floor(sizes.length / 2)] ?? 0n);
}

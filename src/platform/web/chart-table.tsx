// The numbers of a chart as a table; a number opens what its mark opens.
import type { MoneyUnit } from '../../kit/money.ts';
import type { ChartSpec } from './chart-spec.ts';
import { DataTable } from './data-table.tsx';
import { Value } from './money.tsx';

export function ChartTable(props: { spec: ChartSpec; money: MoneyUnit | undefined; unit: string }) {
  const { spec, money, unit } = props;
  const rows = spec.labels.map((label, at) => ({ label, at }));
  return (
    <DataTable
      caption={spec.title}
      rows={rows}
      rowKey={({ at }) => String(at)}
      full
      columns={[
        { key: 'label', title: spec.labelHead, cell: ({ label }) => label },
        ...spec.series.map(({ name, values }, series) => ({
          key: `s${series}`,
          title: name,
          unit,
          number: true,
          cell: ({ at }: { at: number }) => {
            const value = (
              <Value
                of={{ value: values[at] ?? null, as: spec.as }}
                {...(money ? { money } : {})}
                bare
              />
            );
            if (!spec.onOpen || values[at] == null) return value;
            return (
              <button
                type="button"
                className="row-open"
                onClick={() => spec.onOpen?.({ label: at, series })}
              >
                {value}
              </button>
            );
          },
        })),
      ]}
    />
  );
}

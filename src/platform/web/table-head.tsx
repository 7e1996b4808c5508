// The head of a table: titles, units, and the button that sorts.

import { useT } from './i18n.tsx';
import type { Column } from './table-column.ts';
import { nextSort, type Sort } from './table-order.ts';

export function TableHead<Row>(props: {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onSort: ((sort: Sort | undefined) => void) | undefined;
}) {
  const { columns, sort, onSort } = props;
  const t = useT();
  return (
    <thead>
      <tr>
        {columns.map(({ key, title, unit, number, width, sortBy }) => {
          const sorted = sort?.key === key;
          const way = sort?.falling ? 'descending' : 'ascending';
          const text = (
            <>
              {title}
              {unit && <span className="column-unit">{unit}</span>}
            </>
          );
          return (
            <th
              key={key}
              scope="col"
              className={number ? 'number' : undefined}
              style={width ? { minWidth: `${width}em` } : undefined}
              aria-sort={sorted ? way : undefined}
            >
              {sortBy && onSort ? (
                <button
                  type="button"
                  className="sort-button"
                  title={t('platform.web.sort')}
                  onClick={() => onSort(nextSort(key, sort))}
                >
                  {text}
                </button>
              ) : (
                text
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

// The one table: head and first column stay, rows open by click and Enter, more comes page by page.
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useT } from './i18n.tsx';
import { Empty, Loading, Problem } from './page.tsx';
import type { Column } from './table-column.ts';
import { TableHead } from './table-head.tsx';
import { ordered, type Sort } from './table-order.ts';
import { TableRow } from './table-row.tsx';
import './data-table.css';

export interface DataTableProps<Row> {
  /** What the table lists, said to those who do not see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Opens a row; its first cell becomes the button for it. */
  onOpen?: ((row: Row) => void) | undefined;
  /** Marks a row that is open beside the table. */
  openKey?: string | undefined;
  /** Marks a row that needs action. */
  needsAction?: (row: Row) => boolean;
  /** Name of the line of totals; without it there is none. */
  totalName?: string | undefined;
  /** How many there are where some rows are heads and sums of others. */
  count?: number;
  more?: { load: () => void; loading: boolean } | undefined;
  pending?: boolean;
  problem?: unknown;
  onRetry?: () => void;
  empty?: { why?: string; todo?: string; action?: ReactNode };
  /** Export and other buttons above the table's right end. */
  tools?: ReactNode;
  /** Whole length on the page instead of a window of its own. */
  full?: boolean;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, more, pending = false, problem, full = false } = props;
  const t = useT();
  const [sort, setSort] = useState<Sort>();
  const counted = props.count ?? rows.length;
  const sortable = !more;
  const all = sortable ? ordered(rows, columns, sort) : rows;

  if (problem && rows.length === 0) {
    return <Problem problem={problem} {...(props.onRetry ? { onRetry: props.onRetry } : {})} />;
  }
  if (pending && rows.length === 0) return <Loading shape="table" rows={10} />;
  return (
    <div className="table-block">
      {props.tools && <div className="table-tools">{props.tools}</div>}
      {rows.length === 0 ? (
        <Empty {...props.empty} />
      ) : (
        // A region that scrolls must be reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section className={full ? 'table-full' : 'table-window'} aria-label={caption} tabIndex={0}>
          <table className="table">
            <caption className="out-of-sight">{caption}</caption>
            <TableHead columns={columns} sort={sort} onSort={sortable ? setSort : undefined} />
            <tbody onKeyDown={moveBetweenRows}>
              {all.map((row) => (
                <TableRow
                  key={rowKey(row)}
                  row={row}
                  columns={columns}
                  onOpen={props.onOpen}
                  open={rowKey(row) === props.openKey}
                  needsAction={props.needsAction?.(row) ?? false}
                />
              ))}
            </tbody>
            {props.totalName && (
              <tfoot>
                <tr>
                  {columns.map(({ key, number, total }, at) =>
                    at === 0 ? (
                      <th key={key} scope="row">
                        {props.totalName}
                      </th>
                    ) : (
                      <td key={key} className={number ? 'number' : undefined}>
                        {total}
                      </td>
                    ),
                  )}
                </tr>
              </tfoot>
            )}
          </table>
        </section>
      )}
      {rows.length > 0 && (
        <div className="table-foot">
          <span>
            {t(more ? 'platform.web.rows.more' : 'platform.web.rows', { count: counted })}
          </span>
          {more && (
            <button
              type="button"
              className="plain-button"
              disabled={more.loading}
              onClick={more.load}
            >
              {t(more.loading ? 'platform.web.loading' : 'platform.web.more')}
            </button>
          )}
          {Boolean(problem) && <Problem problem={problem} />}
        </div>
      )}
    </div>
  );
}

/** Arrow keys go from row to row, as on paper. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableSectionElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.row-open')];
  const here = document.activeElement;
  const at = here instanceof HTMLElement ? rows.indexOf(here) : -1;
  const next = at < 0 ? undefined : rows[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

// Order of rows once a person asks for one; until then rows keep the order they came in.

export interface Sort {
  key: string;
  falling: boolean;
}
interface Sortable<Row> {
  key: string;
  sortBy?: (row: Row) => string | number | bigint | null;
}

/** Rows in the order asked for; what has no value comes last either way. */
export function ordered<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
  sort: Sort | undefined,
): readonly Row[] {
  const by = columns.find(({ key }) => key === sort?.key)?.sortBy;
  if (!by || !sort) return rows;
  return rows
    .map((row) => ({ row, value: by(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null)
        return Number(a.value === null) - Number(b.value === null);
      const way = a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
      return sort.falling ? -way : way;
    })
    .map(({ row }) => row);
}

/** The next order a click on a column asks for: falling, rising, as given. */
export function nextSort(key: string, now: Sort | undefined): Sort | undefined {
  if (now?.key !== key) return { key, falling: true };
  return now.falling ? { key, falling: false } : undefined;
}

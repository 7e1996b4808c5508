// A figure as a column of a table of places, in one unit, each cell open onto its rows.
import type { Definition, Value } from '../../../indicators/contract.ts';
import { FigureLink } from '../../../indicators/web/figure-link.tsx';
import { orderOf } from '../../../indicators/web/format.ts';
import { useFigureWords } from '../../../indicators/web/use-figure-words.ts';
import type { At } from '../../../indicators/web/use-figures.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import type { Column } from '../../../platform/web/table-column.ts';
import { moneyOf, type PlaceRow, valueIn } from './place-rows.ts';

interface Whole {
  at: At;
  name: string;
  /** Of the whole, for the line of totals; none where the places are no whole. */
  values?: readonly Value[];
}

/** Makes columns in the words of the page. */
export function useFigureColumn() {
  const t = useT();
  const words = useFigureWords();
  return (
    definition: Definition,
    rows: readonly PlaceRow[],
    { at, name, values }: Whole,
  ): Column<PlaceRow> => {
    const { code } = definition;
    const money = moneyOf(definition, rows);
    const rate = definition.kind === 'ratio' && !money;
    const cell = (value: Value | undefined, place: string, of: string) => (
      <FigureLink {...{ definition, value, money, of }} at={{ ...at, place }} bare />
    );
    return {
      key: code,
      title: words.name(definition),
      unit: money ? t(`platform.web.unit.${money}`) : rate ? '%' : words.unit(definition).many,
      number: true,
      cell: (row) => cell(valueIn(row.values, code), row.key, row.name),
      sortBy: (row) => orderOf(definition, valueIn(row.values, code)),
      ...(values ? { total: cell(valueIn(values, code), at.place, name) } : {}),
    };
  };
}

// The filters of the ledger's pages; each lies in the address.
import type { ReactNode } from 'react';
import { ChoiceFilter } from '../../platform/web/choice-filter.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { useSession } from '../../platform/web/session.ts';
import { useFilter } from '../../platform/web/use-address.tsx';
import { measures, payers, programmes } from '../codes.ts';
import '../../teams/web/teams.css';

/** The programme began in 2021; money of earlier budgets there is none. */
const firstYear = 2021;

const lists = { programme: programmes, payer: payers, measure: measures };
type Closed = keyof typeof lists;

/** Choices of the page in the order given, and what of them is chosen. */
export function useFilters(
  names: readonly (Closed | 'year')[],
  defaults: { programme?: string; year?: string } = {},
) {
  const chosen = {
    programme: useFilter('programme', defaults.programme),
    payer: useFilter('payer'),
    measure: useFilter('measure'),
    year: useFilter('year', defaults.year),
  };
  const asked = Object.fromEntries(
    names.flatMap((name) => (chosen[name][0] === '' ? [] : [[name, chosen[name][0]]])),
  ) as Partial<Record<Closed | 'year', string>>;
  return { asked, chosen, names };
}

export function Filters(props: { of: ReturnType<typeof useFilters>; children?: ReactNode }) {
  const t = useT();
  const { today } = useSession();
  const { chosen, names } = props.of;
  const years = Array.from({ length: Number(today.slice(0, 4)) - firstYear + 1 }, (_, at) =>
    String(firstYear + at),
  );
  return (
    <div className="filters">
      {names.map((name) => (
        <ChoiceFilter
          key={name}
          label={t(`funds.column.${name}`)}
          value={chosen[name][0]}
          onChange={chosen[name][1]}
          choices={
            name === 'year'
              ? years.map((year) => ({ value: year, label: year }))
              : lists[name].map((one) => ({ value: one, label: t(`funds.${name}.${one}`) }))
          }
        />
      ))}
      {props.children}
    </div>
  );
}

// A figure in a page: number, unit and name. Click or Enter opens what it means and the rows behind it.
import type { MoneyUnit } from '../../kit/money.ts';
import { shown } from '../../platform/web/amount.ts';
import { useT } from '../../platform/web/i18n.tsx';
import type { Definition, Value } from '../contract.ts';
import { amountOf } from './format.ts';
import { useFigureWords } from './use-figure-words.ts';
import { type Opening, useOpenFigure } from './use-open-figure.ts';
import './figure-link.css';

export interface FigureLinkProps {
  definition: Definition;
  value: Value | undefined;
  /** Place, period or part, where they differ from the page's. */
  at?: Opening | undefined;
  /** Said before the name to those who do not see the row: the place, the part. */
  of?: string | undefined;
  /** One unit for a whole column of money. */
  money?: MoneyUnit | undefined;
  /** Only the number: name and unit stand in the head of the column. */
  bare?: boolean;
  /** Number and unit, the name being said nearby. */
  nameless?: boolean;
}

export function FigureLink(props: FigureLinkProps) {
  const { definition, value, at, of, money, bare = false, nameless = bare } = props;
  const t = useT();
  const words = useFigureWords();
  const open = useOpenFigure();
  const text = shown(amountOf(definition, value, words.unit(definition)), words.lang, money);
  const name = words.name(definition);
  const spoken = [of, name].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      className="figure-link"
      data-figure={definition.code}
      title={text?.exact || undefined}
      onClick={() => open(definition.code, at)}
    >
      <span className="out-of-sight">{nameless ? `${spoken} ` : of && `${of} `}</span>
      {!nameless && <span className="figure-link-name">{name}</span>}
      <span className={text ? 'figure-link-number' : 'no-value'}>
        {text?.figure ?? t('platform.web.no_value')}
      </span>
      {!bare && text?.unit && <span className="value-unit">{text.unit}</span>}
    </button>
  );
}

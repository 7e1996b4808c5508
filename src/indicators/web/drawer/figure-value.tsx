// The value at the head of the drawer: place, number, unit, the full number, the time.
import { shown } from '../../../platform/web/amount.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import type { Definition, Value } from '../../contract.ts';
import { amountOf } from '../format.ts';
import { useFigureWords } from '../use-figure-words.ts';
import type { At } from '../use-figures.ts';

export function FigureValue(props: {
  definition: Definition;
  value: Value | undefined;
  place: string;
  at: At;
}) {
  const { definition, value, place, at } = props;
  const t = useT();
  const words = useFigureWords();
  const text = shown(amountOf(definition, value, words.unit(definition)), words.lang);
  return (
    <p className="figure-value" data-value={value?.value ?? ''}>
      <span className="figure-value-place">{place}</span>
      {text ? (
        <>
          <b>{text.figure}</b> <span>{text.unit}</span>
          {text.exact && <span className="figure-value-exact">{text.exact}</span>}
        </>
      ) : (
        <b className="no-value">{t('platform.web.no_value')}</b>
      )}
      <span className="figure-value-time">{words.time(definition, at)}</span>
    </p>
  );
}

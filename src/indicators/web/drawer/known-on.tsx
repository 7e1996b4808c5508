// What had been recorded by a day: the same figure as it was known then, beside what is known now.
import { addDays } from '../../../kit/period.ts';
import { difference, shown } from '../../../platform/web/amount.ts';
import { DateField } from '../../../platform/web/date-field.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer } from '../../../platform/web/page.tsx';
import type { Definition, Value } from '../../contract.ts';
import { amountOf, said } from '../format.ts';
import { useFigureWords } from '../use-figure-words.ts';
import { useValues } from '../use-figures.ts';
import type { OpenFigure } from '../use-open-figure.ts';

export function KnownOn(props: {
  definition: Definition;
  opened: OpenFigure;
  now: Value | undefined;
}) {
  const { definition, opened, now } = props;
  const t = useT();
  const { known, at, code } = opened;
  const then = useValues([code], at, { known: endOf(known), when: known !== '' });
  return (
    <div className="known-on">
      <DateField
        label={t('indicators.page.known')}
        help={t('indicators.page.known.help', { to: at.to })}
        value={known}
        onChange={(day) => opened.change({ known: day || undefined })}
      />
      {known && (
        <Answer of={then} rows={1}>
          {(answer) => (
            <Compared
              definition={definition}
              day={known}
              then={answer.find(code)}
              now={now}
              to={at.to}
            />
          )}
        </Answer>
      )}
    </div>
  );
}

function Compared(props: {
  definition: Definition;
  day: string;
  to: string;
  then: Value | undefined;
  now: Value | undefined;
}) {
  const { definition, day, to, then, now } = props;
  const t = useT();
  const words = useFigureWords();
  const unit = words.unit(definition);
  const say = (value: Value | undefined) =>
    said(definition, value, words.lang, words.unit(definition)) || t('platform.web.no_value');
  const by = difference(amountOf(definition, now, unit), amountOf(definition, then, unit));
  const changed = by?.value && Number(by.value) !== 0 ? shown(by, words.lang) : undefined;
  return (
    <p className="known-on-answer" data-known-value={then?.value ?? ''}>
      {t('indicators.page.known.then', { day, to, value: say(then) })}
      {t('indicators.page.known.now', { value: say(now) })}
      {changed
        ? t('indicators.page.known.since', { by: `${changed.figure} ${changed.unit}`.trim() })
        : t('indicators.page.known.same')}
    </p>
  );
}

/** The last second of a day in Beijing, as an instant. */
function endOf(day: string): string {
  return day ? `${addDays(day, 0)}T15:59:59Z` : '';
}

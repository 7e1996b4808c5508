// The numbers the colours of the map stand for.
import type { Definition } from '../../../indicators/contract.ts';
import { useFigureWords } from '../../../indicators/web/use-figure-words.ts';
import { unitFor } from '../../../kit/money.ts';
import { shown } from '../../../platform/web/amount.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { colours, sequence } from '../../../platform/web/theme.ts';

/** Nothing is the sheet's own colour; then one hue from light to dark. */
export const shades: readonly string[] = [colours.sheet, ...sequence.slice(1)];

export function MapLegend(props: { definition: Definition; bounds: readonly number[] }) {
  const { definition, bounds } = props;
  const t = useT();
  const words = useFigureWords();
  const money = definition.unit === 'fen';
  const rate = definition.kind === 'ratio' && !money;
  const scale = unitFor(BigInt(Math.round(bounds[0] ?? 0)));
  const unit = rate
    ? '%'
    : money
      ? (shown({ value: '0', as: 'fen' }, words.lang, scale)?.unit ?? '')
      : words.unit(definition).many;
  const say = (bound: number) =>
    rate
      ? String(Math.round(bound * 10) / 10)
      : (shown({ value: String(Math.round(bound)), as: money ? 'fen' : 'count' }, words.lang, scale)
          ?.figure ?? '');
  const whole = !money && !rate;
  const steps = [
    t('cockpit.map.nothing'),
    ...bounds.map((high, at) => {
      const low = bounds[at - 1];
      if (low === undefined) return t('cockpit.map.up_to', { high: say(high) });
      return t('cockpit.map.between', { low: say(whole ? low + 1 : low), high: say(high) });
    }),
  ];
  return (
    <ul className="map-legend" aria-label={unit}>
      {steps.map((step, at) => (
        <li key={step}>
          <span className="map-shade" style={{ borderColor: shades[at] }} />
          {step}
        </li>
      ))}
      <li className="chart-unit">{unit}</li>
    </ul>
  );
}

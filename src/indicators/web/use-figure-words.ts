// The words around a figure: its name, its unit, the time it is true for, the labels of its parts.
import { useLang, useT } from '../../platform/web/i18n.tsx';
import type { Definition } from '../contract.ts';
import type { Counted } from './format.ts';

export function useFigureWords() {
  const t = useT();
  const lang = useLang();
  return {
    lang,
    name: (definition: Definition) => definition.name[lang],
    /** The word beside counts; money and ratios bring their own. */
    unit: ({ unit }: Definition): Counted =>
      unit === 'fen' || unit === 'ratio'
        ? { one: '', many: '' }
        : { one: t(`indicators.one.${unit}`), many: t(`indicators.unit.${unit}`) },
    time: ({ time }: Pick<Definition, 'time'>, { from, to }: { from: string; to: string }) =>
      time === 'day'
        ? t('indicators.page.as_of', { to })
        : t('platform.web.period.between', { from, to }),
    dimension: (name: string) => t(`indicators.dimension.${name}`),
    /** The label of one value of a dimension or of a code in a row. */
    label: (vocabulary: string | null, key: string) => {
      if (key === '-' || key === '') return t('indicators.page.not_said');
      return vocabulary ? t(`${vocabulary}.${key}`) : key;
    },
  };
}

// A figure divided by one of its dimensions; choosing a part narrows the rows to it.
import { percent } from '../../../platform/web/amount.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value as ValueText } from '../../../platform/web/money.tsx';
import { Answer, Section } from '../../../platform/web/page.tsx';
import type { Definition, Value } from '../../contract.ts';
import { addsUp, amountOf } from '../format.ts';
import { useFigureWords } from '../use-figure-words.ts';
import { useValues } from '../use-figures.ts';
import type { OpenFigure } from '../use-open-figure.ts';

interface PartsProps {
  definition: Definition;
  opened: OpenFigure;
  dimension: Definition['dimensions'][number];
}

export function FigureParts({ definition, opened, dimension }: PartsProps) {
  const t = useT();
  const words = useFigureWords();
  const values = useValues([definition.code], opened.at, { by: dimension.name });
  const title = t('indicators.page.by', { dimension: words.dimension(dimension.name) });
  return (
    <Section title={title}>
      <Answer of={values} shape="table" rows={3}>
        {(answer) => (
          <Parts
            definition={definition}
            opened={opened}
            dimension={dimension}
            title={title}
            value={answer.find(definition.code)}
          />
        )}
      </Answer>
    </Section>
  );
}

function Parts(props: PartsProps & { title: string; value: Value | undefined }) {
  const { definition, opened, dimension, title, value } = props;
  const t = useT();
  const words = useFigureWords();
  const parts = (value?.parts ?? [])
    .filter((part) => part.value !== '0')
    .sort((a, b) => (BigInt(a.value) < BigInt(b.value) ? 1 : -1));
  const whole = value?.value ?? '0';
  const shares = addsUp(definition) && whole !== '0';
  const amount = (text: string) =>
    amountOf(definition, { code: '', value: text, over: null, parts: [] }, words.unit(definition));
  const chosen = opened.only?.dimension === dimension.name ? opened.only.value : undefined;
  const choose = (key: string) =>
    opened.change(
      key === chosen ? { dim: undefined, val: undefined } : { dim: dimension.name, val: key },
    );
  return (
    <DataTable
      caption={title}
      rows={parts}
      rowKey={({ key }) => key}
      openKey={chosen}
      onOpen={({ key }) => choose(key)}
      full
      empty={{ why: t('indicators.page.by.none') }}
      totalName={shares ? t('platform.web.total') : undefined}
      columns={[
        {
          key: 'part',
          title: words.dimension(dimension.name),
          cell: ({ key }) => words.label(dimension.vocabulary, key),
        },
        {
          key: 'value',
          title: words.name(definition),
          number: true,
          cell: (part) => <ValueText of={amount(part.value)} />,
          total: <ValueText of={amount(whole)} />,
        },
        ...(shares
          ? [
              {
                key: 'share',
                title: t('indicators.page.share'),
                number: true,
                cell: (part: { value: string }) => `${percent(part.value, whole)}%`,
                total: '100.0%',
              },
            ]
          : []),
      ]}
    />
  );
}

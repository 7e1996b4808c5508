// What a figure opens onto: its value and time, its meaning, its parts, its months, its rows.
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, Section } from '../../../platform/web/page.tsx';
import type { Definition } from '../../contract.ts';
import { FigureLink } from '../figure-link.tsx';
import { FigureMonths } from '../figure-months.tsx';
import { beijing } from '../format.ts';
import { hasCourse } from '../months.ts';
import { useFigureWords } from '../use-figure-words.ts';
import { useDefinitions, useValues, type ValuesAnswer } from '../use-figures.ts';
import type { OpenFigure } from '../use-open-figure.ts';
import { FigureParts } from './figure-parts.tsx';
import { FigureRows } from './figure-rows.tsx';
import { FigureValue } from './figure-value.tsx';
import { KnownOn } from './known-on.tsx';
import './figure-sheet.css';

export interface SheetProps {
  definition: Definition;
  opened: OpenFigure;
}

export default function FigureSheet({ definition, opened }: SheetProps) {
  const { of, over } = definition;
  const needed = [definition.code, of, over].filter((code) => code !== null);
  const values = useValues(needed, opened.at);
  const place = useAsk<{ name: string }>(`/api/regions/places/${opened.at.place}`, {
    on: opened.at.to,
  });
  return (
    <div className="figure-sheet">
      <Answer of={values} shape="lines" rows={3}>
        {(answer) => (
          <>
            <FigureValue
              definition={definition}
              value={answer.find(definition.code)}
              place={place.data?.name ?? ''}
              at={opened.at}
            />
            <Meaning definition={definition} opened={opened} answer={answer} />
            {definition.knownAsOf && (
              <KnownOn definition={definition} opened={opened} now={answer.find(definition.code)} />
            )}
          </>
        )}
      </Answer>
      {values.data && <Evidence definition={definition} opened={opened} answer={values.data} />}
    </div>
  );
}

/** Parts, months and rows: what the value is made of. */
function Evidence({ definition, opened, answer }: SheetProps & { answer: ValuesAnswer }) {
  const t = useT();
  return (
    <>
      <div className="figure-parts">
        {definition.dimensions.map((dimension) => (
          <FigureParts
            key={dimension.name}
            definition={definition}
            opened={opened}
            dimension={dimension}
          />
        ))}
      </div>
      {hasCourse(definition) && <FigureMonths definition={definition} opened={opened} />}
      {definition.table ? (
        <FigureRows definition={definition} opened={opened} value={answer.find(definition.code)} />
      ) : (
        <Section title={t('indicators.page.rows')}>
          <p>{t('indicators.page.rows.of_parts')}</p>
        </Section>
      )}
    </>
  );
}

function Meaning(props: SheetProps & { answer: ValuesAnswer }) {
  const { definition, opened, answer } = props;
  const t = useT();
  const words = useFigureWords();
  const known = useDefinitions().data;
  const { means, source, kind, unit, of, over } = definition;
  const parts = [
    { code: of, word: kind === 'ratio' ? 'indicators.page.numerator' : 'indicators.page.whole' },
    { code: over, word: 'indicators.page.denominator' },
  ].flatMap(({ code, word }) => {
    const part = code ? known?.find(code) : undefined;
    return part ? [{ part, word }] : [];
  });
  const measure = [t(`indicators.kind.${kind}`), t(`indicators.page.unit.${unit}`)];
  return (
    <dl className="definition">
      <dt>{t('indicators.page.means')}</dt>
      <dd>{means[words.lang]}</dd>
      {parts.map(({ part, word }) => (
        <Pair key={part.code} name={t(word)}>
          <FigureLink definition={part} value={answer.find(part.code)} at={opened.at} />
        </Pair>
      ))}
      <dt>{t('indicators.page.measure')}</dt>
      <dd>{measure.filter(Boolean).join(t('indicators.page.list_comma'))}</dd>
      {source && <Pair name={t('indicators.page.source')}>{source[words.lang]}</Pair>}
      <dt>{t('platform.web.period')}</dt>
      <dd className="digits">{words.time(definition, opened.at)}</dd>
      <dt>{t('indicators.page.read_at')}</dt>
      <dd className="digits">{t('indicators.page.beijing', { time: beijing(answer.asOf) })}</dd>
    </dl>
  );
}

function Pair({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

// The answer: figures grouped by the question they answer, in the interview's order.
import type { Definition, Series, Value } from '../../indicators/contract.ts';
import { amountOf } from '../../indicators/web/format.ts';
import { hasCourse, monthly, yearAtLeast } from '../../indicators/web/months.ts';
import { useFigureWords } from '../../indicators/web/use-figure-words.ts';
import { useSeries, useValues, type ValuesAnswer } from '../../indicators/web/use-figures.ts';
import { useOpenFigure } from '../../indicators/web/use-open-figure.ts';
import { periodBefore } from '../../kit/period.ts';
import { Change } from '../../platform/web/change.tsx';
import { Figure, Figures } from '../../platform/web/figure.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, Empty, Section } from '../../platform/web/page.tsx';
import { Sparkline } from '../../platform/web/sparkline.tsx';
import { codes, type Group, groups, programmeStart } from '../contract.ts';
import type { CockpitProps } from './cockpit-props.ts';

export function Tiles(props: CockpitProps) {
  const { place, at, known } = props;
  const t = useT();
  const earlier = periodBefore(at);
  const now = useValues(codes, at);
  const before = useValues(
    codes,
    { place: at.place, ...earlier },
    { when: earlier.to >= programmeStart },
  );
  const course = useSeries(
    codes.filter((code) => {
      const definition = known.find(code);
      return definition && hasCourse(definition);
    }),
    yearAtLeast(at),
  );
  const more = {
    before: earlier.to >= programmeStart ? before.data : undefined,
    course: course.data,
  };
  return (
    <Answer of={now} shape="figures" rows={24}>
      {(values) => (
        <>
          <p className="cockpit-hint">
            {t(place.level === 'village' ? 'cockpit.tiles.village' : 'cockpit.page.hint')}
          </p>
          {groups.map((group) => (
            <GroupOfTiles key={group.name} {...props} {...more} group={group} values={values} />
          ))}
          <Silent {...props} values={values} />
        </>
      )}
    </Answer>
  );
}

interface Answers {
  values: ValuesAnswer;
  before: ValuesAnswer | undefined;
  course: Series | undefined;
}

function GroupOfTiles(props: CockpitProps & Answers & { group: Group }) {
  const { group, at, before, course } = props;
  const t = useT();
  const shown = figuresOf(group, props);
  if (shown.length === 0) return null;
  return (
    <Section title={t(`cockpit.question.${group.name}`)}>
      <Figures>
        {shown.map(({ definition, value }) => (
          <Tile
            key={definition.code}
            definition={definition}
            value={value}
            before={before?.find(definition.code)}
            points={course?.series.find(({ code }) => code === definition.code)?.points}
            at={at}
          />
        ))}
      </Figures>
    </Section>
  );
}

/** The questions to which nothing is recorded for a village. */
function Silent(props: CockpitProps & { values: ValuesAnswer }) {
  const t = useT();
  const silent = groups.filter((group) => figuresOf(group, props).length === 0);
  if (silent.length === 0) return null;
  const questions = silent.map(({ name }) => t(`cockpit.question.${name}`)).join(' ');
  return (
    <div className="cockpit-silent">
      <Empty why={t('cockpit.tiles.none', { questions })} todo={t('cockpit.tiles.none.todo')} />
    </div>
  );
}

/** The figures of a group that are defined; of a village, those that are not zero. */
function figuresOf(
  group: Group,
  { known, place, values }: CockpitProps & { values: ValuesAnswer },
): { definition: Definition; value: Value | undefined }[] {
  return known.of(group.codes).flatMap((code) => {
    const definition = known.find(code);
    const value = values.find(code);
    const silent = place.level === 'village' && isNothing(value);
    return definition && !silent ? [{ definition, value }] : [];
  });
}

function Tile(props: {
  definition: Definition;
  value: Value | undefined;
  before: Value | undefined;
  points: Series['series'][number]['points'] | undefined;
  at: { from: string; to: string };
}) {
  const { definition, value, before, points, at } = props;
  const words = useFigureWords();
  const open = useOpenFigure();
  const amount = (one: Value | undefined) => amountOf(definition, one, words.unit(definition));
  const name = words.name(definition);
  const compares = before && ['flow', 'stock', 'distinct'].includes(definition.kind);
  const moves = points?.some((point) => point.value !== '0') ?? false;
  return (
    <Figure
      code={definition.code}
      name={name}
      amount={amount(value)}
      time={unbroken(words.time(definition, at))}
      change={
        compares && (
          <Change
            now={amount(value)}
            before={amount(before)}
            against={definition.time === 'day' ? 'start' : 'period'}
          />
        )
      }
      trend={
        moves &&
        points && (
          <Sparkline
            name={name}
            values={points.map((point) => monthly(definition, point))}
            width={72}
          />
        )
      }
      onOpen={() => open(definition.code)}
    />
  );
}

/** A time whose days are not torn apart where the line ends. */
const unbroken = (time: string) =>
  time.split(/([0-9-]{10})/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their order
      <span key={at} className="cockpit-day">
        {part}
      </span>
    ),
  );

const isNothing = (value: Value | undefined) =>
  !value || value.value === null || value.value === '0';

// The answer above the table: what is due and what became of it, as the indicators count it, each opening its rows.
import { amountOf } from '../../../indicators/web/format.ts';
import { useFigureWords } from '../../../indicators/web/use-figure-words.ts';
import { useDefinitions, useValues } from '../../../indicators/web/use-figures.ts';
import { useOpenFigure } from '../../../indicators/web/use-open-figure.ts';
import { Figure, Figures } from '../../../platform/web/figure.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';

const codes = ['funds.due', 'funds.issued', 'funds.remitted', 'funds.received', 'funds.spent'];

export function StandingFigures(props: { programme: string | undefined; since: string }) {
  const { programme, since } = props;
  const t = useT();
  const words = useFigureWords();
  const open = useOpenFigure();
  const { place } = usePlacePeriod();
  const at = { place, from: since, to: useSession().today };
  const known = useDefinitions();
  const values = useValues(codes, at, programme ? { by: 'programme' } : {});
  const only = programme ? { dimension: 'programme', value: programme } : {};
  return (
    <Answer of={values} shape="figures" rows={codes.length}>
      {(found) => (
        <Figures>
          {codes.flatMap((code) => {
            const definition = known.data?.find(code);
            const whole = found.find(code);
            if (!definition || !whole) return [];
            const part = whole.parts.find(({ key }) => key === programme)?.value ?? '0';
            const value = programme ? { ...whole, value: part } : whole;
            return (
              <Figure
                key={code}
                code={code}
                name={words.name(definition)}
                amount={amountOf(definition, value)}
                time={words.time(definition, at)}
                note={programme ? t(`funds.programme.${programme}`) : undefined}
                onOpen={() => open(code, { ...at, ...only })}
              />
            );
          })}
        </Figures>
      )}
    </Answer>
  );
}

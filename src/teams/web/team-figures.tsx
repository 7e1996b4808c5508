// The answer above the list of teams: teams, people and units as the indicators count them, each opening its rows.
import { amountOf } from '../../indicators/web/format.ts';
import { useFigureWords } from '../../indicators/web/use-figure-words.ts';
import { useDefinitions, useValues } from '../../indicators/web/use-figures.ts';
import { useOpenFigure } from '../../indicators/web/use-open-figure.ts';
import { Figure, Figures } from '../../platform/web/figure.tsx';
import { Answer } from '../../platform/web/page.tsx';
import { usePlacePeriod } from '../../platform/web/use-address.tsx';

const codes = [
  'teams.towns_with_team',
  'teams.streets_with_team',
  'teams.cadres',
  'teams.first_secretaries',
  'teams.specialists',
  'teams.sending_units',
];

export function TeamFigures() {
  const words = useFigureWords();
  const open = useOpenFigure();
  const { place, from, to } = usePlacePeriod();
  const known = useDefinitions();
  const values = useValues(codes, { place, from, to });
  return (
    <Answer of={values} shape="figures" rows={codes.length}>
      {(found) => (
        <Figures>
          {codes.flatMap((code) => {
            const definition = known.data?.find(code);
            if (!definition) return [];
            return (
              <Figure
                key={code}
                code={code}
                name={words.name(definition)}
                amount={amountOf(definition, found.find(code), words.unit(definition))}
                time={words.time(definition, { from, to })}
                onOpen={() => open(code)}
              />
            );
          })}
        </Figures>
      )}
    </Answer>
  );
}

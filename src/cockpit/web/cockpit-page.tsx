// The cockpit: any place, any period, every figure open onto its rows.
import type { Definition } from '../../indicators/contract.ts';
import { hasCourse } from '../../indicators/web/months.ts';
import { useDefinitions, useValues } from '../../indicators/web/use-figures.ts';
import { useAsk } from '../../platform/web/ask.ts';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, Loading, PageTitle, Problem } from '../../platform/web/page.tsx';
import { useFilter, usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { Place } from '../../regions/contract.ts';
import { codes, firstChoice, villageCodes } from '../contract.ts';
import type { CockpitProps } from './cockpit-props.ts';
import { IndicatorChoice } from './indicator-choice.tsx';
import { CountyMap } from './map/county-map.tsx';
import { Payers } from './payers.tsx';
import { Helped } from './places/helped.tsx';
import { PlacesTable } from './places/places-table.tsx';
import { Tiers } from './tiers.tsx';
import { Tiles } from './tiles.tsx';
import { Trend } from './trend.tsx';
import './cockpit.css';

export default function CockpitPage() {
  const t = useT();
  const { place, from, to } = usePlacePeriod();
  const here = useAsk<Place>(`/api/regions/places/${place}`, { on: to });
  const known = useDefinitions();
  if (here.error) return <Problem problem={here.error} onRetry={() => void here.refetch()} />;
  if (!here.data || here.data.key !== place) return <Loading shape="figures" rows={16} />;
  return (
    <div className="cockpit">
      <PageTitle
        question={t('cockpit.page.question', { place: here.data.name })}
        time={t('platform.web.period.between', { from, to })}
        actions={
          <button type="button" className="plain-button" onClick={() => print()}>
            {t('cockpit.page.print')}
          </button>
        }
      />
      <Answer of={known} shape="figures" rows={16}>
        {(all) => <Cockpit place={here.data} at={{ place, from, to }} known={all} />}
      </Answer>
    </div>
  );
}

function Cockpit(props: CockpitProps) {
  const { known, place, at } = props;
  const t = useT();
  const [code, choose] = useFilter('indicator');
  const village = place.level === 'village';
  const choices = known.of(village ? villageCodes : codes).flatMap((one) => {
    const definition = known.find(one);
    return definition && hasCourse(definition) ? [definition] : [];
  });
  const chosen: Definition | undefined =
    choices.find((one) => one.code === code) ??
    choices.find((one) => one.code === firstChoice) ??
    choices[0];
  // One face for the whole page where the place is another's to see; the same answer feeds the tiles.
  const readable = useValues(codes, at);
  if (readable.error) {
    return <Problem problem={readable.error} onRetry={() => void readable.refetch()} />;
  }
  return (
    <>
      <Helped {...props} />
      <Tiles {...props} />
      {chosen && (
        <IndicatorChoice
          question={t(`cockpit.question.choice${village ? '.village' : ''}`)}
          choices={choices}
          chosen={chosen}
          onChoose={choose}
        >
          <div
            className={place.level === 'province' || place.level === 'city' ? 'cockpit-pair' : ''}
          >
            <CountyMap {...props} chosen={chosen} />
            <Trend {...props} chosen={chosen} />
          </div>
          <PlacesTable {...props} chosen={chosen} />
        </IndicatorChoice>
      )}
      <Payers {...props} />
      <Tiers {...props} />
    </>
  );
}

// The path of places above every page: any step up is one click, the last step opens the places below.
import { useAsk, usePages } from '../../platform/web/ask.ts';
import { Flyout } from '../../platform/web/flyout.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Loading, Problem } from '../../platform/web/page.tsx';
import { useSession } from '../../platform/web/session.ts';
import { usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { ChildRow, Step } from '../contract.ts';
import './places.css';

export function PlacePath() {
  const t = useT();
  const { home, places } = useSession();
  const { place, to, set } = usePlacePeriod();
  const path = useAsk<{ rows: Step[] }>(`/api/regions/places/${place}/path`, { on: to });
  const steps = path.data?.rows ?? [];
  const here = steps.at(-1);
  // Above the own places there is nothing to see: the path begins there.
  const start = Math.max(
    0,
    steps.findIndex(({ key }) => places.some((own) => own.acting && own.key === key)),
  );
  const others = places.filter(({ key, acting }) => acting && key !== here?.key);
  return (
    <nav className="place-path" aria-label={t('regions.page.choose')}>
      {steps.slice(start, -1).map(({ key, name }) => (
        <span key={key}>
          <button type="button" className="text-button" onClick={() => set({ place: key })}>
            {name}
          </button>
          <i aria-hidden>›</i>
        </span>
      ))}
      <Flyout label={<b>{here?.name ?? home.name}</b>} note={t('platform.web.place')}>
        {(close) => {
          const choose = (key: string) => {
            close();
            set({ place: key });
          };
          return (
            <>
              <PlacesBelow place={place} on={to} onChoose={choose} />
              {others.length > 0 && (
                <>
                  <h3>{t('regions.page.own_places')}</h3>
                  <PlaceList places={others} onChoose={choose} />
                </>
              )}
            </>
          );
        }}
      </Flyout>
    </nav>
  );
}

function PlacesBelow(props: { place: string; on: string; onChoose: (key: string) => void }) {
  const t = useT();
  const below = usePages<ChildRow>(`/api/regions/places/${props.place}/children`, {
    on: props.on,
    limit: '200',
  });
  if (below.problem) return <Problem problem={below.problem} onRetry={below.retry} />;
  if (below.pending) return <Loading rows={4} />;
  if (below.rows.length === 0) return <p>{t('regions.page.no_children')}</p>;
  return (
    <>
      <PlaceList places={below.rows} onChoose={props.onChoose} />
      {below.more && (
        <button type="button" className="plain-button" onClick={below.more.load}>
          {t('platform.web.more')}
        </button>
      )}
    </>
  );
}

function PlaceList(props: {
  places: readonly { key: string; name: string }[];
  onChoose: (key: string) => void;
}) {
  return (
    <ul className="places-below">
      {props.places.map(({ key, name }) => (
        <li key={key}>
          <button type="button" className="text-button" onClick={() => props.onChoose(key)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

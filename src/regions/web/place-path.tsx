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
  const { home } = useSession();
  const { place, to, set } = usePlacePeriod();
  const path = useAsk<{ rows: Step[] }>(`/api/regions/places/${place}/path`, { on: to });
  const steps = path.data?.rows ?? [];
  const here = steps.at(-1);
  // Above the own place there is nothing to see: the path begins there.
  const start = Math.max(
    0,
    steps.findIndex(({ key }) => key === home.key),
  );
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
        {(close) => (
          <PlacesBelow
            place={place}
            on={to}
            onChoose={(key) => {
              close();
              set({ place: key });
            }}
          />
        )}
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
    <ul className="places-below">
      {below.rows.map(({ key, name }) => (
        <li key={key}>
          <button type="button" className="text-button" onClick={() => props.onChoose(key)}>
            {name}
          </button>
        </li>
      ))}
      {below.more && (
        <li>
          <button type="button" className="plain-button" onClick={below.more.load}>
            {t('platform.web.more')}
          </button>
        </li>
      )}
    </ul>
  );
}

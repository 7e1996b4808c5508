// What the account menu of the frame holds beside the name: the own account, and the places to act for.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { type Session, useSession } from '../../../platform/web/session.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import { sessionKey } from '../sign-in.ts';
import { useDoing } from '../steps/use-doing.tsx';
import './own.css';

/** A scope has four ranges at most. */
const most = 4;

export function AccountMenu({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { places } = useSession();
  return (
    <>
      <p>
        <PageLink to="/account" onClick={onClose}>
          {t('access.own.question')}
        </PageLink>
      </p>
      {places.length > most && <PlacesToActFor onClose={onClose} />}
    </>
  );
}

function PlacesToActFor({ onClose }: { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const doing = useDoing();
  const { places } = useSession();
  const [chosen, setChosen] = useState<readonly string[]>(
    places.filter((p) => p.acting).map((p) => p.key),
  );
  const full = chosen.length >= most;
  const toggle = (key: string) =>
    setChosen(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);

  return (
    <fieldset className="own-places">
      <legend>{t('access.own.places', { count: places.length })}</legend>
      <div className="own-places-list">
        {places.map((place) => (
          <label key={place.key}>
            <input
              type="checkbox"
              checked={chosen.includes(place.key)}
              disabled={full && !chosen.includes(place.key)}
              onChange={() => toggle(place.key)}
            />
            {place.name}
          </label>
        ))}
      </div>
      {doing.problem}
      <button
        type="button"
        className="main-button"
        disabled={doing.busy || chosen.length === 0}
        onClick={() =>
          void doing.run(async () => {
            const now = await send<Session>('POST', '/api/access/sessions/current/act-for', {
              places: chosen,
            });
            queries.setQueryData(sessionKey, now);
            await queries.invalidateQueries();
            onClose();
          })
        }
      >
        {t('access.own.places.do')}
      </button>
    </fieldset>
  );
}

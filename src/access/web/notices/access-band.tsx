// Under what somebody looks who looks beyond the usual: a notice, or an emergency with its end.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { Emergencies, NoticeRow } from '../../contract-notices.ts';
import { minuteOf } from './minute.ts';
import { useDeed } from './use-deed.ts';
import './access-band.css';

export function AccessBand() {
  const { role, places, owes } = useSession();
  const may = useMay('access.emergency');
  if (owes) return null;
  return (
    <>
      {role === 'auditor' && <NoticeBand />}
      {(may || places.some((p) => p.source === 'emergency')) && <EmergencyBand />}
    </>
  );
}

function NoticeBand() {
  const t = useT();
  const asked = useAsk<{ rows: NoticeRow[] }>('/api/access/own/notices');
  const rows = asked.data?.rows.filter((row) => row.state === 'in_force') ?? [];
  if (rows.length === 0) return null;
  return (
    <aside className="access-band" aria-label={t('access.band.notice')}>
      {rows.map((row) => (
        <p key={row.id}>
          {t('access.band.notice.line', {
            number: row.number,
            from: row.startsOn,
            to: row.endsOn,
            places: row.places.map((p) => p.name).join(t('access.notice.and')),
          })}
        </p>
      ))}
    </aside>
  );
}

function EmergencyBand() {
  const t = useT();
  const queries = useQueryClient();
  const asked = useAsk<Emergencies>('/api/access/emergencies');
  const end = useDeed(async (id) => {
    await send('POST', `/api/access/emergencies/${id}/end`);
    await queries.invalidateQueries();
  });
  const own = asked.data?.rows.filter((row) => row.own && row.state === 'in_force') ?? [];
  const open = asked.data?.open ?? 0;
  if (own.length === 0 && open === 0) return null;
  return (
    <aside className="access-band access-band-emergency" aria-label={t('access.band.emergency')}>
      {own.map((row) => (
        <p key={row.id}>
          {t('access.band.emergency.line', { place: row.place.name, until: minuteOf(row.endsAt) })}{' '}
          <button
            type="button"
            className="text-button"
            disabled={end.busy}
            onClick={() => void end.run(row.id)}
          >
            {t('access.emergency.end')}
          </button>
        </p>
      ))}
      {open > 0 && (
        <p>
          {t('access.band.emergency.open', { count: open })}{' '}
          <PageLink to="/access/emergencies">{t('access.band.emergency.go')}</PageLink>
        </p>
      )}
      {end.problem}
    </aside>
  );
}

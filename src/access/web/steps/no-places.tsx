// For somebody whose scope is empty: a posting that ended, a notice that ran out, a pairing that is over.
import { useT } from '../../../platform/web/i18n.tsx';
import { Empty } from '../../../platform/web/page.tsx';
import type { Session } from '../../../platform/web/session.ts';
import { LoginFrame } from '../login-frame.tsx';

const why: Record<string, string> = {
  captain: 'posting',
  member: 'posting',
  first_secretary: 'posting',
  auditor: 'notice',
  sending_unit: 'pairing',
};

export function NoPlaces({ session, onSignOut }: { session: Session; onSignOut: () => void }) {
  const t = useT();
  const reason = why[session.role] ?? 'other';
  const { name } = session.account;
  return (
    <LoginFrame title={t('access.no_places')} demo={session.demo}>
      <Empty
        why={t(`access.no_places.${reason}`, { name, day: session.today })}
        todo={t(`access.no_places.${reason}.what_next`)}
        action={
          <button type="button" className="plain-button" onClick={onSignOut}>
            {t('platform.web.sign_out')}
          </button>
        }
      />
    </LoginFrame>
  );
}

// How long there is still to answer.
import { daysBetween } from '../../kit/period.ts';
import { useT } from '../../platform/web/i18n.tsx';
import { useSession } from '../../platform/web/session.ts';
import type { FindingRow } from '../contract.ts';

export function Countdown({ of }: { of: Pick<FindingRow, 'state' | 'replyBy'> }) {
  const t = useT();
  const { today } = useSession();
  if (of.replyBy === null) return null;
  if (of.state !== 'assigned') return <>{of.replyBy}</>;
  const days = daysBetween(today, of.replyBy);
  return (
    <>
      {of.replyBy}{' '}
      <span className={days < 0 ? 'finding-late' : 'finding-left'}>
        {days === 0
          ? t('supervision.due_today')
          : t(days < 0 ? 'supervision.late' : 'supervision.left', { days: Math.abs(days) })}
      </span>
    </>
  );
}

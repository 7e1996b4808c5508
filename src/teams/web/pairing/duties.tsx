// The duties of a pairing: what is owed, what was done, what is no longer owed, and the deeds on each.
import { useT } from '../../../platform/web/i18n.tsx';
import type { PairingRow } from '../../contract-organisations.ts';

export type Duty = PairingRow['duties'][number];

export function Duties(props: {
  row: PairingRow;
  onDo: ((deed: 'fulfil' | 'drop', duty: Duty) => void) | undefined;
}) {
  const { row, onDo } = props;
  const t = useT();
  if (row.duties.length === 0) return <>{t('teams.pairing.no_duties')}</>;
  return (
    <ul className="plain-list">
      {row.duties.map((duty) => (
        <li key={duty.id}>
          {t('teams.pairing.duty', {
            kind: t(`teams.duty_kind.${duty.kind}`),
            promise: duty.promise,
          })}{' '}
          <small>{stateOf(duty, t)}</small>
          {onDo && !duty.fulfilledOn && !duty.endedOn && (
            <>
              {' '}
              <button type="button" className="text-button" onClick={() => onDo('fulfil', duty)}>
                {t('teams.form.duty')}
              </button>
              <button type="button" className="text-button" onClick={() => onDo('drop', duty)}>
                {t('teams.form.duty.end')}
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function stateOf(duty: Duty, t: ReturnType<typeof useT>): string {
  if (duty.fulfilledOn)
    return t('teams.pairing.done', { day: duty.fulfilledOn, what: duty.fulfilled ?? '' });
  if (duty.endedOn)
    return t('teams.pairing.dropped', { day: duty.endedOn, why: duty.endNote ?? '' });
  return t('teams.pairing.open');
}

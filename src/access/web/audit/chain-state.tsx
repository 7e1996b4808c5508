// How far the chain is: sealed, anchored, verified; and what to do when something is wrong.
import { clockAt } from '../../../kit/period.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer } from '../../../platform/web/page.tsx';
import type { State } from '../../audit/contract.ts';

const count = (text: string) => Number(text).toLocaleString('en');

export function ChainState() {
  const t = useT();
  const asked = useAsk<State>('/api/access/audit/state');
  const at = (instant: string | null) =>
    instant === null ? t('access.page.audit.never') : clockAt(Date.parse(instant));
  const soundOf = (check: NonNullable<State['check']>) =>
    check.rows === null || check.young === null
      ? t('access.page.audit.sound_alone', { at: at(check.at) })
      : t('access.page.audit.sound', {
          at: at(check.at),
          rows: count(check.rows),
          young: count(check.young),
        });
  return (
    <Answer of={asked} rows={1}>
      {({ sealedAt, anchoredAt, late, check }) => (
        <div className="audit-state">
          <dl>
            <dt>{t('access.page.audit.sealed')}</dt>
            <dd className="digits">{at(sealedAt)}</dd>
            <dt>{t('access.page.audit.anchored')}</dt>
            <dd className="digits">{at(anchoredAt)}</dd>
            <dt>{t('access.page.audit.checked')}</dt>
            <dd className={check && !check.sound ? 'audit-wrong' : 'digits'}>
              {check === null
                ? t('access.page.audit.never')
                : check.sound
                  ? soundOf(check)
                  : t('access.page.audit.unsound', {
                      at: at(check.at),
                      finding: check.finding ?? t('access.page.audit.elsewhere'),
                    })}
            </dd>
          </dl>
          {late && <p className="audit-wrong">{t('access.page.audit.late')}</p>}
          {check && !check.sound && (
            <p className="audit-wrong">
              {t(check.alarm ? 'access.page.audit.alarm' : 'access.page.audit.other_anchors')}
            </p>
          )}
        </div>
      )}
    </Answer>
  );
}

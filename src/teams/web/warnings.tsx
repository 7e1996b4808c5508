// What the rules remind of: text, reason and source; nothing is blocked.
import { type T, useT } from '../../platform/web/i18n.tsx';
import { Section } from '../../platform/web/page.tsx';
import type { Warning } from '../contract-values.ts';

/** Values of a warning that are codes are worded; places and days stay as they are. */
function worded(params: Warning['params'], t: T): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name === 'role' ? t(`teams.role.${value}`) : value,
    ]),
  );
}

export function Warnings({ all, title }: { all: readonly Warning[]; title?: string }) {
  const t = useT();
  if (all.length === 0) return null;
  return (
    <Section title={title ?? t('teams.team.warnings')} note={t('teams.team.warnings.note')}>
      <ul className="warnings">
        {all.map((one) => {
          const params = worded(one.params, t);
          return (
            <li key={one.code + JSON.stringify(one.params)}>
              {t(`teams.warning.${one.code}`, params)}{' '}
              <small>{t(`teams.warning.${one.code}.source`, params)}</small>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

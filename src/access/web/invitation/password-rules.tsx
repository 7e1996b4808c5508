// The policy in words while a password is typed. Common and earlier passwords are the server's to know.
import { useT } from '../../../platform/web/i18n.tsx';
import { type PasswordFault, type Policy, passwordFaults } from '../../rules/policy.ts';
import '../admin/admin.css';

type Rules = Pick<Policy, 'minLength' | 'classes' | 'history'>;

const judged: readonly PasswordFault[] = ['short', 'classes', 'name', 'repeats'];

/** What a page can find wrong with a password. */
export const faultsTyped = (password: string, name: string, rules: Rules): PasswordFault[] =>
  passwordFaults(password, name, rules, () => false);

export function PasswordRules(props: { password: string; name: string; rules: Rules }) {
  const { password, name, rules } = props;
  const t = useT();
  const faults = faultsTyped(password, name, rules);
  const met = (fault: PasswordFault) => password !== '' && !faults.includes(fault);
  return (
    <ul className="password-rules" aria-live="polite">
      {judged.map((fault) => (
        <li key={fault} className={met(fault) ? 'password-rule-met' : undefined}>
          {t(`access.password_rule.${fault}`, {
            length: rules.minLength,
            classes: rules.classes,
          })}
          <span>{t(met(fault) ? 'access.password_rule.met' : 'access.password_rule.not_yet')}</span>
        </li>
      ))}
      <li>{t('access.password_rule.common')}</li>
      <li>{t('access.password_rule.used', { count: rules.history })}</li>
    </ul>
  );
}

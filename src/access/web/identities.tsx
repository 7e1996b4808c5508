// The people of the demonstration: who they are, where, and what they may do.
import { useT } from '../../platform/web/i18n.tsx';
import type { LoginPage } from '../contract.ts';

type Identity = LoginPage['identities'][number];

export function Identities(props: {
  all: readonly Identity[];
  busy: boolean;
  onChoose: (one: Identity) => void;
}) {
  const { all, busy, onChoose } = props;
  const t = useT();
  return (
    <section className="identities" aria-labelledby="identities">
      <h2 id="identities">{t('access.page.login.identities')}</h2>
      <p className="section-note">{t('access.page.login.identities.note')}</p>
      <ul>
        {all.map((one) => (
          <li key={one.name}>
            <button type="button" disabled={busy} onClick={() => onChoose(one)}>
              <b>{t(`access.role.${one.role}`)}</b>
              <span>{one.home}</span>
              <span className="identity-hint">{t(`access.hint.${one.role}`)}</span>
              <span className="identity-name">{one.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

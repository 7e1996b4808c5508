// The settings of one provider. Its client secret is typed and never shown again.
import { type FormEvent, useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import type { Provider } from '../../contract-sign-in.ts';
import { TypedField } from '../steps/typed-field.tsx';
import { useDoing } from '../steps/use-doing.tsx';

/** Ten at most; what is typed beyond is not kept. */
const namesIn = (typed: string): string[] =>
  typed
    .split(/[\s,，、]+/)
    .filter(Boolean)
    .slice(0, 10);

export function ProviderForm({
  provider,
  onDone,
}: {
  provider: Provider | null;
  onDone: () => void;
}) {
  const t = useT();
  const doing = useDoing();
  const [id, setId] = useState(provider?.id ?? '');
  const [name, setName] = useState(provider?.name ?? '');
  const [issuer, setIssuer] = useState(provider?.issuer ?? '');
  const [clientId, setClientId] = useState(provider?.clientId ?? '');
  const [secret, setSecret] = useState('');
  const [acr, setAcr] = useState((provider?.acr ?? []).join(' '));
  const [amr, setAmr] = useState((provider?.amr ?? []).join(' '));
  const url = '/api/access/providers';
  const clientSecret = secret === '' ? null : secret;
  const strength = { acr: namesIn(acr), amr: namesIn(amr) };

  const change = (enabled: boolean) =>
    doing.run(async () => {
      const body = { name: name.trim(), clientId: clientId.trim(), clientSecret, enabled };
      await send('PATCH', `${url}/${id}`, { ...body, ...strength });
      onDone();
    });

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!id || !name.trim() || !issuer.trim() || !clientId.trim())
      return doing.fail(t('access.providers.missing'));
    if (!/^[a-z0-9-]{2,40}$/.test(id)) return doing.fail(t('access.providers.id.form'));
    if (!/^https?:\/\/[^\s?#]+$/.test(issuer.trim()))
      return doing.fail(t('access.providers.issuer.form'));
    if ([...strength.acr, ...strength.amr].some((one) => one.length > 100))
      return doing.fail(t('access.providers.strength.form'));
    if (provider) return void change(provider.enabled);
    void doing.run(async () => {
      const body = { id, name: name.trim(), issuer: issuer.trim(), clientId: clientId.trim() };
      await send('POST', url, { ...body, ...strength, clientSecret });
      onDone();
    });
  }

  return (
    <form className="deed" onSubmit={onSubmit} noValidate>
      <TypedField
        label={t('access.providers.name')}
        help={t('access.providers.name.help')}
        type="text"
        autoComplete="off"
        maxLength={40}
        value={name}
        onChange={setName}
      />
      {!provider && (
        <>
          <TypedField
            label={t('access.providers.id')}
            help={t('access.providers.id.form')}
            type="text"
            autoComplete="off"
            maxLength={40}
            value={id}
            onChange={setId}
          />
          <TypedField
            label={t('access.providers.issuer')}
            help={t('access.providers.issuer.help')}
            type="text"
            autoComplete="off"
            maxLength={300}
            value={issuer}
            onChange={setIssuer}
          />
        </>
      )}
      <TypedField
        label={t('access.providers.client')}
        type="text"
        autoComplete="off"
        maxLength={200}
        value={clientId}
        onChange={setClientId}
      />
      <TypedField
        label={t('access.providers.secret')}
        help={t(provider ? 'access.providers.secret.keep' : 'access.providers.secret.help')}
        type="password"
        autoComplete="off"
        maxLength={500}
        value={secret}
        onChange={setSecret}
      />
      <TypedField
        label={t('access.providers.acr')}
        help={t('access.providers.acr.help')}
        type="text"
        autoComplete="off"
        maxLength={400}
        value={acr}
        onChange={setAcr}
      />
      <TypedField
        label={t('access.providers.amr')}
        help={t('access.providers.amr.help')}
        type="text"
        autoComplete="off"
        maxLength={400}
        value={amr}
        onChange={setAmr}
      />
      <p className="field-help">{t('access.providers.return')}</p>
      <p>
        <code>{`${window.location.origin}/sign-on/return`}</code>
      </p>
      {doing.problem}
      <div className="form-foot">
        {provider && (
          <button
            type="button"
            className="plain-button"
            disabled={doing.busy}
            onClick={() => void change(!provider.enabled)}
          >
            {t(provider.enabled ? 'access.providers.switch_off' : 'access.providers.switch_on')}
          </button>
        )}
        <button type="submit" className="main-button" disabled={doing.busy}>
          {t(provider ? 'access.providers.change' : 'access.providers.add')}
        </button>
      </div>
    </form>
  );
}

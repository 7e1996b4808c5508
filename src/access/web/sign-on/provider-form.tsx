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
  const [values, setValues] = useState({
    id: provider?.id ?? '',
    name: provider?.name ?? '',
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    secret: '',
    acr: (provider?.acr ?? []).join(' '),
    amr: (provider?.amr ?? []).join(' '),
  });
  const { id, name, issuer, clientId, secret, acr, amr } = values;
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

  const field = (
    name: keyof typeof values,
    maxLength: number,
    label: string,
    help?: string,
    type: 'text' | 'password' = 'text',
  ) => (
    <TypedField
      {...{ label, maxLength, type, ...(help ? { help } : {}) }}
      autoComplete="off"
      value={values[name]}
      onChange={(typed) => setValues({ ...values, [name]: typed })}
    />
  );
  const secretHelp = t(provider ? 'access.providers.secret.keep' : 'access.providers.secret.help');

  return (
    <form className="deed" onSubmit={onSubmit} noValidate>
      {field('name', 40, t('access.providers.name'), t('access.providers.name.help'))}
      {!provider && field('id', 40, t('access.providers.id'), t('access.providers.id.form'))}
      {!provider &&
        field('issuer', 300, t('access.providers.issuer'), t('access.providers.issuer.help'))}
      {field('clientId', 200, t('access.providers.client'))}
      {field('secret', 500, t('access.providers.secret'), secretHelp, 'password')}
      {field('acr', 400, t('access.providers.acr'), t('access.providers.acr.help'))}
      {field('amr', 400, t('access.providers.amr'), t('access.providers.amr.help'))}
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

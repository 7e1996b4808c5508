// Which person of the roster an account is for. Every question about somebody is audited, so it is asked on purpose.
import { useId, useState } from 'react';
import { useAsk } from '../../../../platform/web/ask.ts';
import type { FormState } from '../../../../platform/web/form.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import { Answer } from '../../../../platform/web/page.tsx';
import type { PeopleFound } from '../../../contract-accounts.ts';
import type { RightsValues } from './rights-values.ts';

export function PersonField(props: { form: FormState<RightsValues>; name: string; kept: boolean }) {
  const { form, kept } = props;
  const t = useT();
  const id = useId();
  const name = props.name.trim();
  const { unit } = form.values;
  const [wanted, setWanted] = useState('');
  const now = `${unit} ${name}`;
  const asking = wanted === now;
  const asked = useAsk<PeopleFound>(asking ? '/api/access/people' : undefined, {
    name,
    organisation: unit,
  });
  const error = form.errorOf('person');
  return (
    <fieldset className="field choice-field" aria-describedby={`${id}-note`}>
      <legend>
        {t('access.form.person')}{' '}
        {!kept && <span className="field-required">{t('platform.web.form.required')}</span>}
      </legend>
      {!asking && (
        <div>
          <button
            type="button"
            className="plain-button"
            disabled={!unit || !name}
            onClick={() => setWanted(now)}
          >
            {t('access.form.person.find')}
          </button>
        </div>
      )}
      {asking && (
        <Answer of={asked} rows={1}>
          {({ rows }) =>
            rows.length === 0 ? (
              <p className="field-error" role="alert">
                {t('access.form.person.none')}
              </p>
            ) : (
              rows.map((row) => (
                <label key={row.id}>
                  <input
                    type="radio"
                    name={id}
                    checked={form.values.person === row.id && form.values.personName === name}
                    onChange={() => form.set({ person: row.id, personName: name })}
                  />
                  {t('access.form.person.posted', {
                    name: row.name,
                    where:
                      row.posted.join(t('access.admin.and')) || t('access.form.person.not_posted'),
                  })}
                </label>
              ))
            )
          }
        </Answer>
      )}
      <p id={`${id}-note`} className={error ? 'field-error' : 'field-help'}>
        {error || t('access.form.person.help', { name })}
        {kept && ` ${t('access.form.person.keep')}`}
      </p>
    </fieldset>
  );
}

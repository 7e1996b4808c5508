// Entering a notice as it lies on the table: number, organ, subject, dates, places, people.
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { ChoiceField, DayField, TextField } from '../../../platform/web/fields.tsx';
import { Form, type FormState, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { Auditors } from '../../contract-notices.ts';

const kinds = ['audit', 'inspection', 'discipline'] as const;
const initial = {
  number: '',
  kind: 'audit',
  organ: '',
  subject: '',
  startsOn: '',
  endsOn: '',
  /** Keys and names, one a line: `key name`. */
  places: '',
  /** Ids, one a line. */
  accounts: '',
};
type Values = typeof initial;

export function AddNoticeForm(props: { onDone: () => void; onCancel: () => void }) {
  const t = useT();
  const { today } = useSession();
  const needed = (text: string) => (text.trim() ? undefined : t('access.form.needed'));
  const form = useForm<Values>('access.notice.add', { ...initial, startsOn: today }, (v) => ({
    number: needed(v.number),
    organ: needed(v.organ),
    subject: needed(v.subject),
    startsOn: needed(v.startsOn),
    endsOn: v.endsOn && v.endsOn < v.startsOn ? t('access.notice.dates_wrong') : needed(v.endsOn),
    places: needed(v.places),
    accounts: needed(v.accounts),
  }));
  return (
    <Form
      form={form}
      verb={t('access.notice.add')}
      send={(v, id) =>
        send(
          'POST',
          '/api/access/notices',
          {
            number: v.number.trim(),
            kind: v.kind,
            organ: v.organ.trim(),
            subject: v.subject.trim(),
            startsOn: v.startsOn,
            endsOn: v.endsOn,
            places: lines(v.places).map((line) => line.slice(0, 12)),
            accounts: lines(v.accounts),
          },
          id,
        )
      }
      onDone={props.onDone}
      onCancel={props.onCancel}
    >
      <TextField
        form={form}
        name="number"
        label={t('access.notice.number')}
        help={t('access.notice.number.help')}
        maxLength={80}
        required
      />
      <ChoiceField
        form={form}
        name="kind"
        label={t('access.notice.kind')}
        choices={kinds.map((one) => ({ value: one, label: t(`access.notice_kind.${one}`) }))}
        required
      />
      <TextField
        form={form}
        name="organ"
        label={t('access.notice.organ')}
        maxLength={80}
        required
      />
      <TextField
        form={form}
        name="subject"
        label={t('access.notice.subject')}
        maxLength={200}
        required
      />
      <DayField form={form} name="startsOn" label={t('access.notice.starts_on')} required />
      <DayField form={form} name="endsOn" label={t('access.notice.ends_on')} min={today} required />
      <Places form={form} />
      <People form={form} />
    </Form>
  );
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

/** The places the notice names: chosen in the path above, one after the other. */
function Places({ form }: { form: FormState<Values> }) {
  const t = useT();
  const { place } = usePlacePeriod();
  const named = useAsk<{ name: string }>(`/api/regions/places/${place}`);
  const chosen = lines(form.values.places);
  const error = form.errorOf('places');
  const set = (next: readonly string[]) => form.set({ places: next.join('\n') });
  return (
    <fieldset className="field choice-field">
      <legend>{t('access.notice.places')}</legend>
      <ul className="plain-list">
        {chosen.map((line) => (
          <li key={line}>
            {line.slice(13)}{' '}
            <button
              type="button"
              className="text-button"
              onClick={() => set(chosen.filter((other) => other !== line))}
            >
              {t('access.notice.place.remove')}
            </button>
          </li>
        ))}
      </ul>
      {named.data && chosen.length < 4 && !chosen.some((line) => line.startsWith(place)) && (
        <button
          type="button"
          className="plain-button"
          onClick={() => set([...chosen, `${place} ${named.data.name}`])}
        >
          {t('access.notice.place.add', { place: named.data.name })}
        </button>
      )}
      <p className={error ? 'field-error' : 'field-help'}>
        {error ?? t('access.notice.places.help')}
      </p>
    </fieldset>
  );
}

function People({ form }: { form: FormState<Values> }) {
  const t = useT();
  const asked = useAsk<Auditors>('/api/access/auditors');
  const chosen = lines(form.values.accounts);
  const error = form.errorOf('accounts');
  const toggle = (id: string) =>
    form.set({
      accounts: (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]).join(
        '\n',
      ),
    });
  return (
    <fieldset className="field choice-field">
      <legend>{t('access.notice.people')}</legend>
      <Answer of={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="field-help">{t('access.notice.people.none')}</p>
          ) : (
            rows.map((one) => (
              <label key={one.id}>
                <input
                  type="checkbox"
                  checked={chosen.includes(one.id)}
                  onChange={() => toggle(one.id)}
                />
                {t('access.notice.person', { name: one.name, login: one.login, home: one.home })}
              </label>
            ))
          )
        }
      </Answer>
      {error && <p className="field-error">{error}</p>}
    </fieldset>
  );
}

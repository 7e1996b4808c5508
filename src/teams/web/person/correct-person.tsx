// Correcting identity number, mobile number and year of birth: what is left empty stays.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { CorrectPerson, PersonCard } from '../../contract-people.ts';
import type { Written } from '../../contract-values.ts';
import { refusalOfIdNumber, refusalOfPhone } from '../../rules-people.ts';
import { NumberFields } from './number-fields.tsx';

export function CorrectPersonForm(props: {
  card: PersonCard;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { card, onDone, onCancel } = props;
  const t = useT();
  const queries = useQueryClient();
  const { today, demo } = useSession();
  const initial = {
    idNumber: '',
    phone: '',
    bornIn: card.bornIn === null ? '' : String(card.bornIn),
    remove: '',
  };
  const form = useForm(
    `teams.person.correct:${card.id}:${card.seen}`,
    initial,
    ({ idNumber, phone, bornIn }) => {
      const around = { today, madeUp: demo, bornIn: Number(bornIn) || null };
      const wrongId = idNumber && refusalOfIdNumber(idNumber, around);
      const wrongPhone = phone && refusalOfPhone(phone, around);
      return {
        idNumber: wrongId ? t(wrongId) : undefined,
        phone: wrongPhone ? t(wrongPhone) : undefined,
        bornIn:
          bornIn && !/^(19[3-9]\d|20[01]\d|2020)$/.test(bornIn)
            ? t('teams.form.born_form')
            : undefined,
      };
    },
    ['idNumber', 'phone'],
  );
  const removing = form.values.remove.split(' ').filter(Boolean);
  const toggle = (name: string) =>
    form.set({
      remove: (removing.includes(name)
        ? removing.filter((one) => one !== name)
        : [...removing, name]
      ).join(' '),
    });
  const body = (values: typeof initial): CorrectPerson => ({
    ...numberOf('idNumber', values),
    ...numberOf('phone', values),
    ...(values.bornIn === initial.bornIn
      ? {}
      : { bornIn: values.bornIn ? Number(values.bornIn) : null }),
    seen: card.seen,
  });
  return (
    <Form
      form={form}
      verb={t('teams.person.correct')}
      send={(values, id) =>
        send<Written>('POST', `/api/teams/people/${card.id}/correct`, body(values), id)
      }
      onDone={() => {
        void queries.invalidateQueries();
        onDone();
      }}
      onCancel={onCancel}
    >
      <p className="section-note">{t('teams.person.correct.help')}</p>
      <NumberFields form={form} now={card} />
      <TextField
        form={form}
        name="bornIn"
        label={t('teams.person.born')}
        inputMode="numeric"
        maxLength={4}
      />
      {(['idNumber', 'phone'] as const)
        .filter((name) => card[name] !== null)
        .map((name) => (
          <label key={name} className="person-remove">
            <input
              type="checkbox"
              checked={removing.includes(name)}
              onChange={() => toggle(name)}
            />
            {t(`teams.person.remove.${name}`)}
          </label>
        ))}
    </Form>
  );
}

function numberOf(name: 'idNumber' | 'phone', values: Record<string, string>) {
  if (values[name]?.trim()) return { [name]: values[name].trim() };
  return values.remove?.split(' ').includes(name) ? { [name]: null } : {};
}

// Forming the team of a place: the day, the lead unit and the members behind it.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { DayField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { Written } from '../../contract-values.ts';
import { PlaceField } from '../fields/place-field.tsx';
import { asText, type Chosen, fromText, idFrom } from '../fields/search-field.tsx';
import { UnitField } from '../fields/unit-field.tsx';

export function FormTeamForm(props: {
  /** The town it is for, where the page knows it. */
  town: Chosen | undefined;
  onDone: (id: string) => void;
  onCancel: () => void;
}) {
  const { town, onDone, onCancel } = props;
  const t = useT();
  const queries = useQueryClient();
  const { today } = useSession();
  const form = useForm(
    `teams.team.form:${town?.id ?? ''}`,
    { town: asText(town ? [town] : []), formedOn: today, lead: '', members: '' },
    (values) => ({
      town: values.town ? undefined : t('teams.form.needed'),
      formedOn: values.formedOn ? undefined : t('teams.form.needed'),
      lead: values.lead ? undefined : t('teams.form.needed'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('teams.form.team')}
      send={(values, id) =>
        send<Written>(
          'POST',
          '/api/teams/teams',
          {
            place: idFrom(values.town),
            formedOn: values.formedOn,
            lead: idFrom(values.lead),
            members: fromText(values.members).map((one) => one.id),
          },
          id,
        )
      }
      onDone={(answer) => {
        void queries.invalidateQueries();
        onDone(answer.id);
      }}
      onCancel={onCancel}
    >
      {town ? (
        <p className="section-note">{town.name}</p>
      ) : (
        <PlaceField
          required
          label={t('teams.form.team.town')}
          levels={['town']}
          chosen={fromText(form.values.town)}
          error={form.errorOf('town')}
          onChange={(chosen) => form.set({ town: asText(chosen) })}
        />
      )}
      <DayField form={form} name="formedOn" label={t('teams.column.formedOn')} required />
      <UnitField
        label={t('teams.column.lead')}
        required
        chosen={fromText(form.values.lead)}
        error={form.errorOf('lead')}
        onChange={(chosen) => form.set({ lead: asText(chosen) })}
      />
      <UnitField
        label={t('teams.form.team.members')}
        many
        chosen={fromText(form.values.members)}
        onChange={(chosen) => form.set({ members: asText(chosen) })}
      />
    </Form>
  );
}

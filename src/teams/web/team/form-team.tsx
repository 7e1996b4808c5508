// Forming the team of a place: the day, the lead unit and the members behind it.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { DayField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { TeamRow } from '../../contract.ts';
import type { Written } from '../../contract-writing.ts';
import { asText, fromText, UnitField } from '../fields/unit-field.tsx';

export function FormTeamForm(props: {
  row: TeamRow;
  onDone: (id: string) => void;
  onCancel: () => void;
}) {
  const { row, onDone, onCancel } = props;
  const t = useT();
  const queries = useQueryClient();
  const { today } = useSession();
  const form = useForm(
    `teams.team.form:${row.place}`,
    { formedOn: today, lead: '', members: '' },
    (values) => ({
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
            place: row.place,
            formedOn: values.formedOn,
            lead: fromText(values.lead)[0]?.id,
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
      <p className="section-note">{`${row.countyName} ${row.placeName}`}</p>
      <DayField form={form} name="formedOn" label={t('teams.column.formedOn')} required />
      <UnitField
        label={t('teams.column.lead')}
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

// Adding a unit to the group behind a team: which, as lead or member, from when.
import { send } from '../../../platform/web/api.ts';
import { ChoiceField, DayField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { TeamPage } from '../../contract.ts';
import type { Written } from '../../contract-values.ts';
import { asText, fromText, idFrom } from '../fields/search-field.tsx';
import { UnitField } from '../fields/unit-field.tsx';

export function AddUnitForm(props: {
  team: TeamPage;
  onDone: (answer: Written) => void;
  onCancel: () => void;
}) {
  const { team, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const led = team.units.some((unit) => unit.lead && unit.endsOn === null);
  const form = useForm(
    `teams.team_unit.add:${team.id}`,
    { unit: '', part: led ? 'member' : 'lead', startsOn: today },
    (values) => ({
      unit: values.unit ? undefined : t('teams.form.needed'),
      startsOn: values.startsOn ? undefined : t('teams.form.needed'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('teams.form.team_unit.add')}
      send={(values, id) =>
        send<Written>(
          'POST',
          '/api/teams/team-units',
          {
            team: team.id,
            organisation: idFrom(values.unit),
            lead: values.part === 'lead',
            startsOn: values.startsOn,
          },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <UnitField
        required
        label={t('teams.column.organisation')}
        chosen={fromText(form.values.unit)}
        error={form.errorOf('unit')}
        onChange={(chosen) => form.set({ unit: asText(chosen) })}
      />
      <ChoiceField
        form={form}
        name="part"
        label={t('teams.column.part')}
        choices={[
          { value: 'member', label: t('teams.team.member') },
          { value: 'lead', label: t('teams.team.lead') },
        ]}
        {...(led ? { help: t('teams.form.team_unit.led') } : {})}
      />
      <DayField
        form={form}
        name="startsOn"
        label={t('teams.form.team_unit.startsOn')}
        min={team.formedOn}
        required
      />
    </Form>
  );
}

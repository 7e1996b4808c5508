// Changing a posting: role, village, post in the town, due date. Person, unit and dates of service stay.
import { send } from '../../../platform/web/api.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { roles } from '../../codes.ts';
import type { PostingRow, TeamPage } from '../../contract.ts';
import type { Written } from '../../contract-values.ts';
import { roleFits } from '../../rules.ts';

export function ChangePostingForm(props: {
  team: TeamPage;
  posting: PostingRow;
  onDone: (answer: Written) => void;
  onCancel: () => void;
}) {
  const { team, posting, onDone, onCancel } = props;
  const t = useT();
  const initial = {
    role: posting.role as string,
    village: posting.village ?? '',
    townPost: posting.townPost ?? '',
    dueOn: posting.dueOn ?? '',
  };
  const form = useForm(`teams.posting.change:${posting.id}:${posting.seen}`, initial, (values) => ({
    role: values.role ? undefined : t('teams.form.needed'),
    village:
      values.role === 'first_secretary' && !values.village
        ? t('teams.form.village_needed')
        : undefined,
  }));
  return (
    <Form
      form={form}
      verb={t('teams.form.posting.change')}
      send={(values, id) =>
        send<Written>(
          'POST',
          `/api/teams/postings/${posting.id}/change`,
          {
            role: values.role,
            village: values.village || null,
            townPost: values.townPost.trim() || null,
            dueOn: values.dueOn || null,
            seen: posting.seen,
          },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className="section-note">{t('teams.form.posting.fixed')}</p>
      <SelectField
        form={form}
        name="role"
        label={t('teams.form.role')}
        required
        choices={roles
          .filter((one) => roleFits(posting.category, one))
          .map((one) => ({ value: one, label: t(`teams.role.${one}`) }))}
      />
      <SelectField
        form={form}
        name="village"
        label={t('teams.form.village')}
        none={t('teams.form.village.none')}
        choices={team.villages.map((v) => ({ value: v.key, label: v.name }))}
      />
      <TextField
        form={form}
        name="townPost"
        label={t('teams.form.townPost')}
        help={t('teams.form.townPost.help')}
        maxLength={80}
      />
      <DayField
        form={form}
        name="dueOn"
        label={t('teams.form.dueOn')}
        help={t('teams.form.dueOn.help')}
        min={posting.startsOn}
      />
    </Form>
  );
}

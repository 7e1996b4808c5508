// Entering a requirement for the place the page is on: which towns, which role, how many, by which document.
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { roles, tiers, townKinds } from '../../codes.ts';
import type { Written } from '../../contract-values.ts';
import { SeveralField, severalOf } from '../fields/several-field.tsx';
import { isSize } from './size.ts';

export function AddRequirementForm(props: {
  onDone: (answer: Written) => void;
  onCancel: () => void;
}) {
  const t = useT();
  const { today } = useSession();
  const { place } = usePlacePeriod();
  const asked = useAsk<{ name: string }>(`/api/regions/places/${place}`);
  const initial = { tiers: '', kinds: '', role: '', atLeast: '1', validFrom: today, document: '' };
  const form = useForm(`teams.requirement.add:${place}`, initial, (values) => ({
    role: values.role ? undefined : t('teams.form.needed'),
    atLeast: isSize(values.atLeast) ? undefined : t('teams.form.size'),
    validFrom: values.validFrom ? undefined : t('teams.form.needed'),
    document: values.document.trim() ? undefined : t('teams.form.needed'),
  }));
  const choices = (codes: readonly string[], words: string) =>
    codes.map((value) => ({ value, label: t(`${words}.${value}`) }));
  return (
    <Form
      form={form}
      verb={t('teams.form.requirement.add')}
      send={(values, id) =>
        send<Written>(
          'POST',
          '/api/teams/requirements',
          {
            place,
            tiers: severalOf(values.tiers),
            kinds: severalOf(values.kinds),
            role: values.role,
            atLeast: Number(values.atLeast),
            validFrom: values.validFrom,
            document: values.document.trim(),
          },
          id,
        )
      }
      {...props}
    >
      <p className="section-note">
        {t('teams.form.requirement.place', { place: asked.data?.name ?? '' })}
      </p>
      <SeveralField
        form={form}
        name="tiers"
        label={t('teams.form.requirement.tiers')}
        help={t('teams.form.requirement.any')}
        choices={choices(tiers, 'regions.tier_name')}
      />
      <SeveralField
        form={form}
        name="kinds"
        label={t('teams.form.requirement.kinds')}
        help={t('teams.form.requirement.any')}
        choices={choices(townKinds, 'regions.kind')}
      />
      <SelectField
        form={form}
        name="role"
        label={t('teams.form.role')}
        none={t('teams.form.choose')}
        help={form.values.role === 'member' ? t('teams.form.requirement.member.help') : ''}
        required
        choices={choices(roles, 'teams.role')}
      />
      <TextField
        form={form}
        name="atLeast"
        label={t('teams.form.requirement.atLeast')}
        inputMode="numeric"
        maxLength={2}
        required
      />
      <DayField form={form} name="validFrom" label={t('teams.form.validFrom')} required />
      <TextField
        form={form}
        name="document"
        label={t('teams.form.document')}
        help={t('teams.form.document.help')}
        maxLength={80}
        required
      />
    </Form>
  );
}

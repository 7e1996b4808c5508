// Entering a sending unit into the register all places share with the place it belongs to.
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { organisationKinds, organisationLevels } from '../../codes.ts';
import type { HomeRows } from '../../contract-organisations.ts';
import type { Written } from '../../contract-values.ts';
import { codeHelp, codeOf, isCode } from './credit-code.ts';

export function EnterUnitForm(props: {
  onDone: (answer: Written, name: string) => void;
  onCancel: () => void;
}) {
  const { onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const { place } = usePlacePeriod();
  const homes = useAsk<HomeRows>('/api/teams/unit-homes', { place, on: today });
  const form = useForm(
    `teams.organisation.add:${place}`,
    { name: '', kind: '', level: '', home: place, creditCode: '', validFrom: today },
    (values) => ({
      name: values.name.trim() ? undefined : t('teams.form.needed'),
      kind: values.kind ? undefined : t('teams.form.needed'),
      level: values.level ? undefined : t('teams.form.needed'),
      home: values.home ? undefined : t('teams.form.needed'),
      validFrom: values.validFrom ? undefined : t('teams.form.needed'),
      creditCode: isCode(values.creditCode) ? undefined : t('teams.form.unit.code_form'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('teams.form.unit')}
      send={async (values, id) => {
        const { name, kind, level, home, validFrom } = values;
        const creditCode = codeOf(values.creditCode) || null;
        const body = { name: name.trim(), kind, level, validFrom, creditCode, home };
        const answer = await send<Written>('POST', '/api/teams/organisations', body, id);
        return { answer, name: body.name };
      }}
      onDone={({ answer, name }) => onDone(answer, name)}
      onCancel={onCancel}
    >
      <TextField
        form={form}
        name="name"
        label={t('teams.form.unit.name')}
        maxLength={80}
        required
      />
      <SelectField
        form={form}
        name="kind"
        label={t('teams.column.kind')}
        none={t('teams.form.choose')}
        required
        choices={organisationKinds.map((one) => ({
          value: one,
          label: t(`teams.organisation_kind.${one}`),
        }))}
      />
      <SelectField
        form={form}
        name="level"
        label={t('teams.column.level')}
        none={t('teams.form.choose')}
        required
        choices={organisationLevels.map((one) => ({
          value: one,
          label: t(`teams.organisation_level.${one}`),
        }))}
      />
      <SelectField
        form={form}
        name="home"
        label={t('teams.form.unit.home')}
        help={t('teams.form.unit.home.help')}
        none={t('teams.form.choose')}
        required
        choices={(homes.data?.rows ?? []).map(({ key, name, helper }) => ({
          value: key,
          label: helper ? t('teams.form.unit.home.helper', { place: name }) : name,
        }))}
      />
      <TextField
        form={form}
        name="creditCode"
        label={t('teams.column.creditCode')}
        help={t(codeHelp(form.values.creditCode))}
        maxLength={24}
      />
      <DayField form={form} name="validFrom" label={t('teams.form.unit.from')} required />
    </Form>
  );
}

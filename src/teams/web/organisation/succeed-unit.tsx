// A unit that is renamed or merged: its new name, or the unit it went into, and from which day.
import { send } from '../../../platform/web/api.ts';
import { ChoiceField, DayField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { newId } from '../../../platform/web/uuid.ts';
import type { OrganisationPage } from '../../contract-organisations.ts';
import type { Written } from '../../contract-values.ts';
import { asText, fromText, idFrom } from '../fields/search-field.tsx';
import { UnitField } from '../fields/unit-field.tsx';
import { codeHelp, codeOf, isCode } from './credit-code.ts';

export function SucceedUnitForm(props: {
  unit: OrganisationPage;
  onDone: (answer: Written) => void;
  onCancel: () => void;
}) {
  const { unit, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const initial = {
    way: 'rename',
    name: unit.name,
    creditCode: unit.creditCode ?? '',
    newUnit: newId(),
    heir: '',
    on: today,
  };
  const form = useForm(`teams.organisation.succeed:${unit.id}`, initial, (values) => {
    const rename = values.way === 'rename';
    return {
      name: rename && nameProblem(values.name, unit.name, t),
      creditCode: rename && !isCode(values.creditCode) && t('teams.form.unit.code_form'),
      heir: !rename && !values.heir && t('teams.form.needed'),
      on: values.on > unit.validFrom ? '' : t('teams.form.end_after'),
    } as Record<keyof typeof initial, string>; // false is nothing wrong
  });
  const { values } = form;
  const rename = values.way === 'rename';
  return (
    <Form
      form={form}
      verb={t(rename ? 'teams.form.unit.rename' : 'teams.form.unit.merge')}
      send={(now, id) =>
        send<Written>(
          'POST',
          `/api/teams/organisations/${unit.id}/succeed`,
          {
            successor:
              now.way === 'rename'
                ? {
                    new: {
                      id: now.newUnit,
                      name: now.name.trim(),
                      creditCode: codeOf(now.creditCode) || null,
                    },
                  }
                : { id: idFrom(now.heir) },
            on: now.on,
          },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <div className="deed-about">
        <p>{unit.name}</p>
        <p>{t('teams.form.unit.succeed.about')}</p>
      </div>
      <ChoiceField
        form={form}
        name="way"
        label={t('teams.form.unit.way')}
        choices={[
          { value: 'rename', label: t('teams.form.unit.way.rename') },
          { value: 'merge', label: t('teams.form.unit.way.merge') },
        ]}
      />
      {rename ? (
        <>
          <TextField
            form={form}
            name="name"
            label={t('teams.form.unit.newName')}
            maxLength={80}
            required
          />
          <TextField
            form={form}
            name="creditCode"
            label={t('teams.column.creditCode')}
            help={t(codeHelp(values.creditCode))}
            maxLength={24}
          />
        </>
      ) : (
        <UnitField
          required
          label={t('teams.form.unit.heir')}
          chosen={fromText(values.heir)}
          error={form.errorOf('heir')}
          onChange={(chosen) => form.set({ heir: asText(chosen) })}
        />
      )}
      <DayField
        form={form}
        name="on"
        label={t('teams.form.unit.succeed.on')}
        min={unit.validFrom}
        max={today}
        required
      />
    </Form>
  );
}

function nameProblem(typed: string, before: string, t: (key: string) => string): string {
  if (!typed.trim()) return t('teams.form.needed');
  return typed.trim() === before ? t('teams.form.unit.same_name') : '';
}

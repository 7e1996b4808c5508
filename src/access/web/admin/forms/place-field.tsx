// The home place of an account: found by name, code or spelling, of a level its role may be at.
import { ChosenField } from '../../../../platform/web/chosen-field.tsx';
import type { FormState } from '../../../../platform/web/form.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import type { FoundRow } from '../../../../regions/contract.ts';
import type { Level } from '../../../roles.ts';
import type { RightsValues } from './rights-values.ts';

export function PlaceField(props: { form: FormState<RightsValues>; levels: readonly Level[] }) {
  const { form, levels } = props;
  const t = useT();
  const list = levels.map((level) => t(`regions.level.${level}`)).join(t('access.admin.and'));
  return (
    <ChosenField<{ rows: FoundRow[] }>
      label={t('access.admin.home')}
      help={
        levels.length > 0
          ? t('access.form.home.help', { levels: list })
          : t('access.form.home.first_role')
      }
      chosen={form.values.homeName}
      error={form.errorOf('home')}
      required
      disabled={levels.length === 0}
      onChoose={({ id, name }) => form.set({ home: id, homeName: name })}
      onRemove={() => form.set({ home: '', homeName: '' })}
      path="/api/regions/places"
      limit="50"
      found={({ rows }) =>
        rows
          .filter((row) => levels.includes(row.level))
          .slice(0, 12)
          .map((row) => ({
            ...{ id: row.key, name: row.name },
            note: [...row.above, row.code].join(' · '),
          }))
      }
    />
  );
}

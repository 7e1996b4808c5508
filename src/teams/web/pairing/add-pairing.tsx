// Adding a pairing: which kind, who is helped, who helps, by which document, and what is owed.
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { ChoiceField, DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { newId } from '../../../platform/web/uuid.ts';
import type { Place } from '../../../regions/contract.ts';
import { dutyKinds, pairingKinds } from '../../codes.ts';
import type { CityRows, PairingRow } from '../../contract-organisations.ts';
import type { Written } from '../../contract-values.ts';
import { PlaceField } from '../fields/place-field.tsx';
import { asText, fromText } from '../fields/search-field.tsx';
import { UnitField } from '../fields/unit-field.tsx';
import { bodyOf, emptyPairing, helpedLevels, helpsByCity, problemsOf } from './pairing-values.ts';

export function AddPairingForm(props: { onDone: (answer: Written) => void; onCancel: () => void }) {
  const { onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const here = useHere();
  const cities = useAsk<CityRows>('/api/teams/cities');
  const form = useForm(
    'teams.pairing:add',
    emptyPairing(
      today,
      dutyKinds.map(() => newId()),
    ),
    (values) => problemsOf(values, t('teams.form.needed')),
  );
  const { values } = form;
  const kind = values.kind as PairingRow['kind'] | ''; // a select of the contract's own codes
  return (
    <Form
      form={form}
      verb={t('teams.form.pairing.add')}
      send={(now, id) => send<Written>('POST', '/api/teams/pairings', bodyOf(now), id)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <SelectField
        form={form}
        name="kind"
        label={t('teams.column.pairingKind')}
        none={t('teams.form.choose')}
        required
        choices={pairingKinds.map((one) => ({ value: one, label: t(`teams.pairing_kind.${one}`) }))}
        {...(kind ? { help: t(`teams.form.pairing.kind.${kind}`) } : {})}
      />
      {kind !== '' && (
        <>
          <PlaceField
            required
            label={t('teams.column.helped')}
            levels={helpedLevels[kind]}
            offers={here && helpedLevels[kind].includes(here.level) ? [here] : []}
            chosen={fromText(values.helped)}
            error={form.errorOf('helped')}
            onChange={(chosen) => form.set({ helped: asText(chosen) })}
          />
          {helpsByCity(kind) ? (
            <SelectField
              form={form}
              name="city"
              label={t('teams.column.helper')}
              none={t('teams.form.choose')}
              required
              choices={(cities.data?.rows ?? []).map((one) => ({
                value: one.key,
                label: one.name,
              }))}
            />
          ) : (
            <>
              <UnitField
                required
                label={t('teams.column.helper')}
                chosen={fromText(values.unit)}
                error={form.errorOf('unit')}
                onChange={(chosen) => form.set({ unit: asText(chosen) })}
              />
              <ChoiceField
                form={form}
                name="lead"
                label={t('teams.form.pairing.lead')}
                choices={[
                  { value: 'no', label: t('teams.form.no') },
                  { value: 'yes', label: t('teams.form.yes') },
                ]}
              />
            </>
          )}
        </>
      )}
      <DayField form={form} name="startsOn" label={t('teams.form.pairing.startsOn')} required />
      <TextField
        form={form}
        name="document"
        label={t('teams.form.document')}
        help={t('teams.form.document.help')}
        maxLength={80}
        required
      />
      {dutyKinds.map((one) => (
        <TextField
          key={one}
          form={form}
          name={one}
          label={t('teams.form.pairing.duty', { kind: t(`teams.duty_kind.${one}`) })}
          help={t('teams.form.pairing.duty.help')}
          lines={2}
        />
      ))}
    </Form>
  );
}

/** The place the page is on. */
function useHere() {
  const { place } = usePlacePeriod();
  const { data } = useAsk<Place>(`/api/regions/places/${place}`);
  return data && { id: data.key, name: data.name, level: data.level };
}

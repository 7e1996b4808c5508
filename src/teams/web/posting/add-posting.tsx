// Adding a posting: who (known or new), from which unit, as what, from when.

import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { ChoiceField, DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import { newId } from '../../../platform/web/uuid.ts';
import { categories, educations, ranks, roles, sexes } from '../../codes.ts';
import type { PostingRow, TeamPage } from '../../contract.ts';
import type { BatchRows } from '../../contract-arranging.ts';
import type { Written } from '../../contract-values.ts';
import { roleFits } from '../../rules.ts';
import { asText, fromText, idFrom } from '../fields/search-field.tsx';
import { UnitField } from '../fields/unit-field.tsx';
import { NumberFields } from '../person/number-fields.tsx';
import { KnownPeople } from './known-people.tsx';
import { bodyOf, chosenPerson, emptyPosting, problemsOf, unkept } from './posting-values.ts';

export function AddPostingForm(props: {
  team: TeamPage;
  onDone: (answer: Written) => void;
  onCancel: () => void;
}) {
  const { team, onDone, onCancel } = props;
  const t = useT();
  const { today, demo } = useSession();
  const batches = useAsk<BatchRows>('/api/teams/batches');
  const form = useForm(
    `teams.posting.add:${team.id}`,
    emptyPosting(today, newId()),
    (values) =>
      problemsOf(
        values,
        {
          needed: t('teams.form.needed'),
          village: t('teams.form.village_needed'),
          born: t('teams.form.born_form'),
          refused: t,
        },
        { today, madeUp: demo },
      ),
    unkept,
  );
  const { values } = form;
  const behind = team.units
    .filter((unit) => unit.endsOn === null)
    .map(({ organisation, name }) => ({ id: organisation, name }));
  const person = chosenPerson(values);
  const fresh = person === '';
  const category = values.category as PostingRow['category']; // a select of the contract's own codes
  return (
    <Form
      form={form}
      verb={t('teams.form.posting.add')}
      send={(now, id) => send<Written>('POST', '/api/teams/postings', bodyOf(now, team.id), id)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <TextField
        form={form}
        name="name"
        label={t('teams.form.name')}
        help={t('teams.form.name.help')}
        maxLength={80}
        required
      />
      <KnownPeople
        place={team.place}
        name={values.name}
        organisation={idFrom(values.organisation)}
        chosen={person}
        onChoose={(chosen) => form.set({ person: chosen, personName: values.name.trim() })}
      />
      <UnitField
        label={t('teams.form.organisation')}
        required={values.category !== 'volunteer'}
        chosen={fromText(values.organisation)}
        offers={behind}
        error={form.errorOf('organisation')}
        onChange={(chosen) => form.set({ organisation: asText(chosen) })}
      />
      <SelectField
        form={form}
        name="category"
        label={t('teams.form.category')}
        required
        choices={categories.map((one) => ({ value: one, label: t(`teams.category.${one}`) }))}
      />
      <SelectField
        form={form}
        name="role"
        label={t('teams.form.role')}
        required
        none={t('teams.form.choose')}
        choices={roles
          .filter((one) => roleFits(category, one))
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
      {batches.data?.rows.length === 0 && (
        <p className="field-error">
          {t('teams.form.batch.none')}{' '}
          <PageLink to="/teams/arrangement">{t('teams.page.arrangement')}</PageLink>
        </p>
      )}
      <SelectField
        form={form}
        name="batch"
        label={t('teams.form.batch')}
        required
        choices={(batches.data?.rows ?? []).map((b) => ({ value: b.id, label: b.name }))}
      />
      <DayField form={form} name="startsOn" label={t('teams.form.startsOn')} required />
      <DayField
        form={form}
        name="dueOn"
        label={t('teams.form.dueOn')}
        help={t('teams.form.dueOn.help')}
        min={values.startsOn}
      />
      {!fresh && (
        <ChoiceField
          form={form}
          name="second"
          label={t('teams.form.main')}
          choices={[
            { value: 'no', label: t('teams.form.main.yes') },
            { value: 'yes', label: t('teams.form.main.no') },
          ]}
        />
      )}
      {fresh && (
        <>
          <ChoiceField
            form={form}
            name="sex"
            label={t('teams.form.sex')}
            required
            choices={sexes.map((one) => ({ value: one, label: t(`teams.sex.${one}`) }))}
          />
          <TextField
            form={form}
            name="bornIn"
            label={t('teams.form.bornIn')}
            inputMode="numeric"
            maxLength={4}
          />
          <SelectField
            form={form}
            name="education"
            label={t('teams.form.education')}
            choices={educations.map((one) => ({ value: one, label: t(`teams.education.${one}`) }))}
          />
          <SelectField
            form={form}
            name="rank"
            label={t('teams.form.rank')}
            choices={ranks.map((one) => ({ value: one, label: t(`teams.rank.${one}`) }))}
          />
          <ChoiceField
            form={form}
            name="party"
            label={t('teams.form.party')}
            choices={[
              { value: 'yes', label: t('teams.form.yes') },
              { value: 'no', label: t('teams.form.no') },
            ]}
          />
          <TextField
            form={form}
            name="skills"
            label={t('teams.form.skills')}
            help={t('teams.form.skills.help')}
            maxLength={200}
          />
          <NumberFields form={form} />
        </>
      )}
    </Form>
  );
}

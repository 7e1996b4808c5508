// Finding somebody of the own area by a whole identity or mobile number. The number is in no address and no draft.
import { type FormEvent, useId, useState } from 'react';
import { TypedField } from '../../../access/web/steps/typed-field.tsx';
import { useDoing } from '../../../access/web/steps/use-doing.tsx';
import { send } from '../../../platform/web/api.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { FindPeople, FoundPeople } from '../../contract-people.ts';

const kinds = ['id_number', 'phone'] as const;

export function FindPeopleForm() {
  const t = useT();
  const group = useId();
  const doing = useDoing();
  const [by, setBy] = useState<FindPeople['by']>('id_number');
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [found, setFound] = useState<FoundPeople['rows']>();

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!number.trim()) return doing.fail(t('teams.form.needed'));
    if (reason.trim().length < 5) return doing.fail(t('access.personal.reason.short'));
    void doing.run(async () => {
      const body = { by, number: number.trim(), reason: reason.trim() };
      setFound((await send<FoundPeople>('POST', '/api/teams/people/find', body)).rows);
    });
  }

  return (
    <>
      <form className="deed" onSubmit={onSubmit} noValidate>
        <fieldset className="field choice-field">
          <legend>{t('teams.find.by')}</legend>
          {kinds.map((one) => (
            <label key={one}>
              <input type="radio" name={group} checked={by === one} onChange={() => setBy(one)} />
              {t(`teams.person.${one}`)}
            </label>
          ))}
        </fieldset>
        <TypedField
          label={t('teams.find.number')}
          help={t('teams.find.number.help')}
          type="text"
          autoComplete="off"
          value={number}
          onChange={setNumber}
        />
        <TypedField
          label={t('access.personal.reason')}
          help={t('access.personal.note')}
          type="text"
          autoComplete="off"
          value={reason}
          onChange={setReason}
        />
        {doing.problem}
        <div className="form-foot">
          <button type="submit" className="main-button" disabled={doing.busy}>
            {t('teams.find.do')}
          </button>
        </div>
      </form>
      {found && (
        <section className="people-found">
          <DataTable<FoundPeople['rows'][number]>
            caption={t('teams.find.title')}
            rows={found}
            rowKey={(row) => row.id}
            empty={{ why: t('teams.find.none'), todo: '' }}
            columns={[
              { key: 'name', title: t('teams.column.name'), cell: (row) => row.name },
              {
                key: 'team',
                title: t('teams.column.team'),
                cell: (row) =>
                  row.team ? (
                    <PageLink to={`/teams/${row.team}`}>{row.teamName}</PageLink>
                  ) : (
                    row.placeName
                  ),
              },
              {
                key: 'organisation',
                title: t('teams.column.organisation'),
                cell: (row) => row.organisationName ?? '',
              },
              {
                key: 'idNumber',
                title: t('teams.person.id_number'),
                cell: (row) => row.idNumber ?? '',
              },
              { key: 'phone', title: t('teams.person.phone'), cell: (row) => row.phone ?? '' },
            ]}
          />
        </section>
      )}
    </>
  );
}

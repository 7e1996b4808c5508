// Who helps whom, by which document, and what was done of the duties.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { PageLink, useFilter, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { pairingKinds } from '../../codes.ts';
import type { PairingRow } from '../../contract-organisations.ts';
import { FilterSelect } from '../fields/filter-select.tsx';
import { FulfilDutyForm } from './fulfil-duty.tsx';
import '../teams.css';

export default function PairingsPage() {
  const t = useT();
  const may = useMay('teams.write');
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Duty>();
  const { place, to } = usePlacePeriod();
  const [kind, setKind] = useFilter('kind');
  const asked = usePages<PairingRow>('/api/teams/pairings', {
    place,
    on: to,
    ...(kind ? { kind } : {}),
  });
  return (
    <>
      <PageTitle
        question={t('teams.page.pairings.question')}
        time={t('teams.page.as_of', { day: to })}
      />
      <div className="filters">
        <FilterSelect
          label={t('teams.column.pairingKind')}
          value={kind}
          onChange={setKind}
          choices={pairingKinds.map((one) => ({
            value: one,
            label: t(`teams.pairing_kind.${one}`),
          }))}
        />
      </div>
      <DataTable<PairingRow>
        caption={t('teams.page.pairings')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('teams.pairing.none'), todo: t('teams.pairing.none.todo') }}
        columns={[
          {
            key: 'helped',
            title: t('teams.column.helped'),
            cell: (row) => [row.countyName, row.placeName].filter(Boolean).join(' '),
          },
          {
            key: 'kind',
            title: t('teams.column.pairingKind'),
            cell: (row) => t(`teams.pairing_kind.${row.kind}`),
          },
          {
            key: 'helper',
            title: t('teams.column.helper'),
            width: 18,
            cell: (row) => (
              <>
                {row.organisation ? (
                  <PageLink to={`/teams/organisations/${row.organisation}`}>
                    {row.helperName}
                  </PageLink>
                ) : (
                  row.helperName
                )}
                {row.lead && t('teams.list.note', { note: t('teams.pairing.lead') })}
              </>
            ),
          },
          { key: 'startsOn', title: t('teams.column.since'), cell: (row) => row.startsOn },
          {
            key: 'document',
            title: t('teams.column.document'),
            cell: (row) => row.document,
            width: 14,
          },
          {
            key: 'duties',
            title: t('teams.column.duties'),
            cell: (row) => <Duties row={row} onDo={may ? setDoing : undefined} />,
            width: 26,
          },
        ]}
      />
      <Drawer
        open={doing !== undefined}
        title={t('teams.form.duty')}
        onClose={() => setDoing(undefined)}
      >
        {doing && (
          <FulfilDutyForm
            duty={doing}
            onDone={() => {
              setDoing(undefined);
              void queries.invalidateQueries();
            }}
            onCancel={() => setDoing(undefined)}
          />
        )}
      </Drawer>
    </>
  );
}

type Duty = PairingRow['duties'][number];

function Duties({ row, onDo }: { row: PairingRow; onDo: ((duty: Duty) => void) | undefined }) {
  const t = useT();
  if (row.duties.length === 0) return <>{t('teams.pairing.no_duties')}</>;
  return (
    <ul className="plain-list">
      {row.duties.map((duty) => (
        <li key={duty.id}>
          {t('teams.pairing.duty', {
            kind: t(`teams.duty_kind.${duty.kind}`),
            promise: duty.promise,
          })}{' '}
          <small>
            {duty.fulfilledOn
              ? t('teams.pairing.done', { day: duty.fulfilledOn, what: duty.fulfilled ?? '' })
              : t('teams.pairing.open')}
          </small>
          {onDo && !duty.fulfilledOn && (
            <>
              {' '}
              <button type="button" className="text-button" onClick={() => onDo(duty)}>
                {t('teams.form.duty')}
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

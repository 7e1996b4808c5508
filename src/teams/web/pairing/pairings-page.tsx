// Who helps whom, by which document, and what was done of the duties.
import { usePages } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { PageLink, useFilter, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { pairingKinds } from '../../codes.ts';
import type { PairingRow } from '../../contract-organisations.ts';
import { useDeeds } from '../use-deeds.ts';
import { Duties } from './duties.tsx';
import { type PairingDeed, PairingDeeds } from './pairing-deeds.tsx';
import '../teams.css';

export default function PairingsPage() {
  const t = useT();
  const may = useMay('teams.write');
  const deeds = useDeeds<PairingDeed>();
  const { begin } = deeds;
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
        actions={
          may && (
            <button type="button" className="main-button" onClick={() => begin({ deed: 'add' })}>
              {t('teams.form.pairing.add')}
            </button>
          )
        }
      />
      <div className="filters">
        <ChoiceFilter
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
            width: 12,
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
            width: 10,
          },
          {
            key: 'duties',
            title: t('teams.column.duties'),
            cell: (row) => (
              <Duties row={row} onDo={may ? (deed, duty) => begin({ deed, duty }) : undefined} />
            ),
            width: 20,
          },
          ...(may
            ? [
                {
                  key: 'deeds',
                  title: t('teams.column.deed'),
                  width: 6,
                  cell: (row: PairingRow) => <RowDeeds row={row} begin={begin} />,
                },
              ]
            : []),
        ]}
      />
      <PairingDeeds {...deeds} />
    </>
  );
}

/** A pairing read from the units behind a team is looked after on the page of the team. */
function RowDeeds({ row, begin }: { row: PairingRow; begin: (deed: PairingDeed) => void }) {
  const t = useT();
  if (row.team) return <PageLink to={`/teams/${row.team}`}>{t('teams.column.team')}</PageLink>;
  if (row.endsOn !== null) return t('teams.pairing.ends', { day: row.endsOn });
  return (
    <span className="deeds">
      <button
        type="button"
        className="text-button"
        onClick={() => begin({ deed: 'owe', pairing: row })}
      >
        {t('teams.form.duty.add')}
      </button>
      <button
        type="button"
        className="text-button"
        onClick={() => begin({ deed: 'end', pairing: row })}
      >
        {t('teams.form.pairing.end')}
      </button>
    </span>
  );
}

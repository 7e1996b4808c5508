// The units behind a team: who leads, who joined when, and what may be done about it.
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { TeamPage, UnitRow } from '../../contract.ts';
import { DayDeed } from '../fields/day-deed.tsx';
import { useDeeds } from '../use-deeds.ts';
import { Warnings } from '../warnings.tsx';
import { AddUnitForm } from './add-unit.tsx';

type Doing = { deed: 'add' } | { deed: 'end' | 'lead'; unit: UnitRow };

export function TeamUnits({ team, may }: { team: TeamPage; may: boolean }) {
  const t = useT();
  const { doing, begin, close, done, said } = useDeeds<Doing>();
  const deedsOf = (unit: UnitRow): ('end' | 'lead')[] => {
    if (unit.endsOn !== null) return [];
    return unit.lead ? ['end'] : ['lead', 'end'];
  };
  return (
    <Section
      title={t('teams.team.units')}
      tools={
        may && (
          <button type="button" className="plain-button" onClick={() => begin({ deed: 'add' })}>
            {t('teams.form.team_unit.add')}
          </button>
        )
      }
    >
      <Warnings title={t('teams.form.done')} all={said} />
      <DataTable<UnitRow>
        caption={t('teams.team.units')}
        rows={team.units}
        rowKey={(row) => row.id}
        empty={{ why: t('teams.team.units.none') }}
        columns={[
          {
            key: 'organisation',
            title: t('teams.column.organisation'),
            cell: (row) => (
              <PageLink to={`/teams/organisations/${row.organisation}`}>{row.name}</PageLink>
            ),
          },
          {
            key: 'part',
            title: t('teams.column.part'),
            cell: (row) => t(row.lead ? 'teams.team.lead' : 'teams.team.member'),
          },
          {
            key: 'kind',
            title: t('teams.column.kind'),
            cell: (row) => t(`teams.organisation_kind.${row.kind}`),
          },
          {
            key: 'people',
            title: t('teams.column.people'),
            number: true,
            cell: (row) => row.people,
          },
          { key: 'startsOn', title: t('teams.column.joined'), cell: (row) => row.startsOn },
          { key: 'endsOn', title: t('teams.column.left'), cell: (row) => row.endsOn ?? '' },
          ...(may
            ? [
                {
                  key: 'deeds',
                  title: t('teams.column.deed'),
                  width: 6,
                  cell: (unit: UnitRow) => (
                    <span className="deeds">
                      {deedsOf(unit).map((deed) => (
                        <button
                          key={deed}
                          type="button"
                          className="text-button"
                          onClick={() => begin({ deed, unit })}
                        >
                          {t(`teams.form.team_unit.${deed}`)}
                        </button>
                      ))}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Drawer open={doing?.deed === 'add'} title={t('teams.form.team_unit.add')} onClose={close}>
        <AddUnitForm team={team} onDone={done} onCancel={close} />
      </Drawer>
      {doing && doing.deed !== 'add' && (
        <Drawer open title={t(`teams.form.team_unit.${doing.deed}`)} onClose={close}>
          {doing.deed === 'lead' ? (
            <DayDeed
              path={`/api/teams/team-units/${doing.unit.id}/lead`}
              verb={t('teams.form.team_unit.lead')}
              about={
                <>
                  <p>{doing.unit.name}</p>
                  <p>{t('teams.form.team_unit.lead.about')}</p>
                </>
              }
              day={{
                name: 'on',
                label: t('teams.form.team_unit.lead.on'),
                min: doing.unit.startsOn,
              }}
              onDone={done}
              onCancel={close}
            />
          ) : (
            <DayDeed
              path={`/api/teams/team-units/${doing.unit.id}/end`}
              verb={t('teams.form.team_unit.end')}
              about={
                <>
                  <p>{doing.unit.name}</p>
                  {doing.unit.people > 0 && (
                    <p className="field-error">
                      {t('teams.form.team_unit.staffed', { count: doing.unit.people })}
                    </p>
                  )}
                </>
              }
              day={{
                name: 'endsOn',
                label: t('teams.form.team_unit.endsOn'),
                help: t('teams.form.team_unit.endsOn.help'),
                min: doing.unit.startsOn,
                after: doing.unit.startsOn,
              }}
              onDone={done}
              onCancel={close}
            />
          )}
        </Drawer>
      )}
    </Section>
  );
}

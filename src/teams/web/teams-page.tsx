// Teams of a place: where one stands, who is in it, who is missing against the dated rule.
import { useState } from 'react';
import { useAsk, usePages } from '../../platform/web/ask.ts';
import { ChoiceFilter } from '../../platform/web/choice-filter.tsx';
import { DataTable } from '../../platform/web/data-table.tsx';
import { Drawer } from '../../platform/web/drawer.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { PageTitle } from '../../platform/web/page.tsx';
import { useMay } from '../../platform/web/session.ts';
import type { Column } from '../../platform/web/table-column.ts';
import { PageLink, useFilter, useGo, usePlacePeriod } from '../../platform/web/use-address.tsx';
import { tiers, townKinds } from '../codes.ts';
import type { TeamRow } from '../contract.ts';
import type { BatchRows } from '../contract-arranging.ts';
import type { Chosen } from './fields/search-field.tsx';
import { FindPeopleForm } from './person/find-people.tsx';
import { FormTeamForm } from './team/form-team.tsx';
import { TeamFigures } from './team-figures.tsx';
import './teams.css';

const counts = [
  'cadre',
  'graduateService',
  'agriTechAgent',
  'financeAssistant',
  'volunteer',
] as const;

export default function TeamsPage() {
  const t = useT();
  const go = useGo();
  const may = useMay('teams.write');
  const mayFind = useMay('personal.reveal');
  const [finding, setFinding] = useState(false);
  const { place, to } = usePlacePeriod();
  const [tier, setTier] = useFilter('tier');
  const [kind, setKind] = useFilter('kind');
  const [batch, setBatch] = useFilter('batch');
  const batches = useAsk<BatchRows>('/api/teams/batches').data?.rows ?? [];
  const [vacant, setVacant] = useFilter('vacant');
  const [forming, setForming] = useState<{ town?: Chosen }>();
  const filtered = tier || kind || batch || vacant;
  const asked = usePages<TeamRow>('/api/teams/teams', {
    place,
    on: to,
    ...(tier ? { tier } : {}),
    ...(kind ? { kind } : {}),
    ...(batch ? { batch } : {}),
    ...(vacant ? { vacant } : {}),
  });
  const open = (row: TeamRow) =>
    row.id
      ? go(`/teams/${row.id}`)
      : may && setForming({ town: { id: row.place, name: `${row.countyName} ${row.placeName}` } });
  return (
    <>
      <PageTitle
        question={t('teams.page.teams.question')}
        time={t('teams.page.as_of', { day: to })}
        actions={
          <>
            {mayFind && (
              <button type="button" className="plain-button" onClick={() => setFinding(true)}>
                {t('teams.find.title')}
              </button>
            )}
            {may && (
              <button type="button" className="plain-button" onClick={() => setForming({})}>
                {t('teams.form.team')}
              </button>
            )}
          </>
        }
      />
      <TeamFigures />
      <div className="filters">
        <ChoiceFilter
          label={t('teams.column.tier')}
          value={tier}
          onChange={setTier}
          choices={tiers.map((one) => ({ value: one, label: t(`regions.tier_name.${one}`) }))}
        />
        <ChoiceFilter
          label={t('teams.column.kind')}
          value={kind}
          onChange={setKind}
          choices={townKinds.map((one) => ({ value: one, label: t(`regions.kind.${one}`) }))}
        />
        {batches.length > 1 && (
          <ChoiceFilter
            label={t('teams.column.batch')}
            value={batch}
            onChange={setBatch}
            choices={batches.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <label className="filter">
          <input
            type="checkbox"
            checked={vacant === '1'}
            onChange={(e) => setVacant(e.target.checked ? '1' : '')}
          />
          {t('teams.filter.vacant')}
        </label>
      </div>
      <DataTable<TeamRow>
        caption={t('teams.page.teams')}
        columns={columnsOf(t)}
        rows={asked.rows}
        rowKey={(row) => row.id ?? row.place}
        onOpen={open}
        needsAction={(row) => row.vacancy > 0}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={
          filtered
            ? { why: t('teams.list.none'), todo: t('teams.list.none.todo') }
            : {
                why: t('teams.list.none'),
                todo: t('teams.list.empty.todo'),
                action: <PageLink to="/teams/arrangement">{t('teams.page.arrangement')}</PageLink>,
              }
        }
      />
      <Drawer open={finding} title={t('teams.find.title')} onClose={() => setFinding(false)}>
        <FindPeopleForm />
      </Drawer>
      <Drawer
        open={forming !== undefined}
        title={t('teams.form.team')}
        onClose={() => setForming(undefined)}
      >
        {forming && (
          <FormTeamForm
            town={forming.town}
            onDone={(id) => go(`/teams/${id}`)}
            onCancel={() => setForming(undefined)}
          />
        )}
      </Drawer>
    </>
  );
}

function columnsOf(t: ReturnType<typeof useT>): Column<TeamRow>[] {
  return [
    { key: 'place', title: t('teams.column.place'), cell: (row) => row.placeName },
    { key: 'county', title: t('teams.column.county'), cell: (row) => row.countyName },
    {
      key: 'tier',
      title: t('teams.column.tier'),
      cell: (row) => (row.tier ? t(`regions.tier_name.${row.tier}`) : ''),
    },
    {
      key: 'batch',
      title: t('teams.column.batch'),
      cell: (row) =>
        row.id
          ? row.batches.map((b) => b.split('（')[0]).join(t('teams.list.and'))
          : t('teams.list.no_team'),
    },
    {
      key: 'lead',
      title: t('teams.column.lead'),
      cell: (row) =>
        row.lead ? t('teams.list.units_one', { lead: row.lead, count: row.units }) : '',
      width: 18,
    },
    ...counts.map(
      (one): Column<TeamRow> => ({
        key: one,
        title: t(`teams.column.${one}`),
        number: true,
        cell: (row) => row[one],
      }),
    ),
    {
      key: 'vacancy',
      title: t('teams.column.vacancy'),
      cell: (row) =>
        row.missing
          .map((need) =>
            t('teams.list.missing', {
              role: t(`teams.role.${need.role}`),
              count: need.required - need.posted,
            }),
          )
          .join(t('teams.list.and')),
      width: 10,
    },
  ];
}

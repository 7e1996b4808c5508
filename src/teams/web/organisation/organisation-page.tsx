// One sending unit: whom it sent where, behind which teams it stands, what it was and became.
import { useParams } from '@tanstack/react-router';
import { useAsk, usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, Empty, PageTitle, Section } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { PageLink, useGo, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { PostingRow } from '../../contract.ts';
import type { OrganisationPage as Page } from '../../contract-organisations.ts';
import { pick, postingColumns } from '../posting/posting-columns.tsx';
import { useDeeds } from '../use-deeds.ts';
import { Warnings } from '../warnings.tsx';
import { SucceedUnitForm } from './succeed-unit.tsx';
import '../teams.css';

export default function OrganisationPage() {
  const t = useT();
  const go = useGo();
  const may = useMay('teams.write');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<Page>(`/api/teams/organisations/${id}`);
  const { doing, begin, close, done, said } = useDeeds<Page>();
  const unit = asked.data;
  return (
    <>
      <PageTitle
        question={unit?.name ?? t('teams.page.organisations')}
        actions={
          may &&
          unit?.own &&
          unit.validTo === null && (
            <button type="button" className="plain-button" onClick={() => begin(unit)}>
              {t('teams.form.unit.succeed')}
            </button>
          )
        }
      />
      <Warnings title={t('teams.form.done')} all={said} />
      <Answer of={asked}>{(known) => <Unit unit={known} />}</Answer>
      {doing && (
        <Drawer open title={t('teams.form.unit.succeed')} onClose={close}>
          <SucceedUnitForm
            unit={doing}
            onDone={(answer) => {
              done(answer);
              go(`/teams/organisations/${answer.id}`);
            }}
            onCancel={close}
          />
        </Drawer>
      )}
    </>
  );
}

function Unit({ unit }: { unit: Page }) {
  const t = useT();
  const go = useGo();
  const { to } = usePlacePeriod();
  const sent = usePages<PostingRow>(`/api/teams/organisations/${unit.id}/postings`);
  return (
    <>
      <p className="page-lead">
        {[
          t(`teams.organisation_kind.${unit.kind}`),
          t(`teams.organisation_level.${unit.level}`),
          unit.homeName,
          unit.creditCode ?? '',
          unit.validTo ? t('teams.organisation.merged', { day: unit.validTo }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Warnings all={unit.warnings} />
      <Section title={t('teams.organisation.sent')}>
        <DataTable<PostingRow>
          caption={t('teams.organisation.sent')}
          rows={sent.rows}
          rowKey={(row) => row.id}
          onOpen={(row) => go(`/teams/${row.team}`)}
          more={sent.more}
          pending={sent.pending}
          problem={sent.problem}
          onRetry={sent.retry}
          empty={{ why: t('teams.organisation.sent.none') }}
          columns={pick(postingColumns(t, to), [
            'name',
            'role',
            'team',
            'village',
            'startsOn',
            'endsOn',
            'endReason',
          ])}
        />
      </Section>
      <Section title={t('teams.organisation.teams')}>
        <DataTable<Page['teams'][number]>
          caption={t('teams.organisation.teams')}
          rows={unit.teams}
          rowKey={(row) => `${row.team} ${row.startsOn}`}
          onOpen={(row) => go(`/teams/${row.team}`)}
          empty={{ why: t('teams.organisation.teams.none') }}
          columns={[
            {
              key: 'team',
              title: t('teams.column.team'),
              cell: (row) => `${row.countyName} ${row.placeName}`,
            },
            {
              key: 'part',
              title: t('teams.column.part'),
              cell: (row) => t(row.lead ? 'teams.team.lead' : 'teams.team.member'),
            },
            { key: 'startsOn', title: t('teams.column.joined'), cell: (row) => row.startsOn },
            { key: 'endsOn', title: t('teams.column.left'), cell: (row) => row.endsOn ?? '' },
          ]}
        />
      </Section>
      <Section title={t('teams.organisation.lineage')}>
        <Lineage unit={unit} />
      </Section>
    </>
  );
}

function Lineage({ unit }: { unit: Page }) {
  const t = useT();
  const lines = [
    ...unit.predecessors.map((one) => ({ one, word: 'teams.organisation.predecessor' })),
    ...unit.successors.map((one) => ({ one, word: 'teams.organisation.successor' })),
  ];
  if (lines.length === 0) return <Empty why={t('teams.organisation.lineage.none')} />;
  return (
    <ul>
      {lines.map(({ one, word }) => (
        <li key={one.id}>
          {t(word)} <PageLink to={`/teams/organisations/${one.id}`}>{one.name}</PageLink>
        </li>
      ))}
    </ul>
  );
}

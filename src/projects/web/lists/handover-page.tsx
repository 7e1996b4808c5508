// What a town hands over when somebody leaves: one sheet to print and sign.
import type { ReactNode } from 'react';
import { levelOfKey } from '../../../kit/region-key.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { Answer, Empty, PageTitle, Section } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { Column } from '../../../platform/web/table-column.ts';
import { PageLink, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { HandoverPack } from '../../contract-lists.ts';
import './lists.css';

type Names = 'projects' | 'contracts' | 'requests' | 'notices' | 'shortfalls' | 'assets';
type RowOf<Name extends Names> = HandoverPack[Name][number];

export default function HandoverPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const { today } = useSession();
  const town = levelOfKey(place) === 'town';
  const asked = useAsk<HandoverPack>(town ? '/api/projects/handover' : undefined, { place });
  return (
    <>
      <PageTitle
        question={t('projects.page.handover.question')}
        time={t('projects.list.as_of', { day: today })}
        actions={
          town && (
            <button type="button" className="main-button" onClick={() => window.print()}>
              {t('projects.handover.print')}
            </button>
          )
        }
      />
      {town ? (
        <Answer of={asked} shape="table" rows={12}>
          {(pack) => <Pack pack={pack} />}
        </Answer>
      ) : (
        <Empty why={t('projects.handover.choose')} todo={t('projects.handover.choose.todo')} />
      )}
    </>
  );
}

function Pack({ pack }: { pack: HandoverPack }) {
  const t = useT();
  const { townName: town, countyName: county } = pack;
  const of: Column<{ project: string; projectName: string }> = {
    key: 'project',
    title: t('projects.list.name'),
    width: 14,
    cell: (row) => <PageLink to={`/projects/${row.project}`}>{row.projectName}</PageLink>,
  };
  return (
    <>
      <h2>{t('projects.handover.pack', { county, town })}</h2>
      <Part<RowOf<'projects'>>
        title={t('projects.handover.projects')}
        rows={pack.projects}
        columns={[
          {
            key: 'name',
            title: t('projects.list.name'),
            width: 14,
            cell: (row) => (
              <PageLink to={`/projects/${row.id}`}>
                {row.number} {row.name}
              </PageLink>
            ),
          },
          {
            key: 'state',
            title: t('projects.list.state'),
            cell: (row) => t(`projects.state.${row.state}`),
          },
          { key: 'since', title: t('projects.list.since'), cell: (row) => row.stateSince },
          {
            key: 'progress',
            title: t('projects.list.progress'),
            unit: '%',
            number: true,
            cell: (row) => row.progress,
          },
          ...(['budget', 'committed', 'spent'] as const).map((name) => ({
            key: name,
            title: t(`projects.list.${name}`),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row: RowOf<'projects'>) => wan(row[name]),
          })),
          {
            key: 'planned',
            title: t('projects.year.planned'),
            cell: (row) =>
              row.plannedFrom && row.plannedTo
                ? t('projects.year.from_to', { from: row.plannedFrom, to: row.plannedTo })
                : t('projects.year.unplanned'),
          },
        ]}
      />
      <Part<RowOf<'contracts'>>
        title={t('projects.handover.contracts')}
        rows={pack.contracts}
        columns={[
          of,
          { key: 'number', title: t('projects.handover.contract'), cell: (row) => row.number },
          {
            key: 'contractor',
            title: t('projects.handover.contractor'),
            width: 12,
            cell: (row) => row.contractor,
          },
          ...(['amount', 'paid'] as const).map((name) => ({
            key: name,
            title: t(name === 'paid' ? 'projects.handover.paid' : 'projects.list.amount'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row: RowOf<'contracts'>) => wan(row[name]),
          })),
          {
            key: 'retained',
            title: t('projects.handover.retained'),
            cell: (row) => <Retained of={row} />,
          },
        ]}
      />
      <Part<RowOf<'requests'>>
        title={t('projects.handover.requests')}
        rows={pack.requests}
        columns={[
          of,
          {
            key: 'kind',
            title: t('projects.list.kind'),
            cell: (row) => t(`projects.request_kind.${row.kind}`),
          },
          {
            key: 'amount',
            title: t('projects.list.amount'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) => wan(row.amount),
          },
          {
            key: 'payee',
            title: t('projects.handover.payee'),
            width: 12,
            cell: (row) => row.payee,
          },
          { key: 'asked', title: t('projects.handover.asked_on'), cell: (row) => row.askedOn },
          {
            key: 'state',
            title: t('projects.list.state'),
            cell: (row) => t(`projects.request_state.${row.state}`),
          },
          { key: 'since', title: t('projects.list.since'), cell: (row) => row.since },
        ]}
      />
      <Part<RowOf<'notices'>>
        title={t('projects.handover.notices')}
        rows={pack.notices}
        columns={[
          of,
          {
            key: 'stage',
            title: t('projects.list.kind'),
            cell: (row) => t(`projects.notice_stage.${row.stage}`),
          },
          { key: 'ends', title: t('projects.handover.ends_on'), cell: (row) => row.endsOn },
          {
            key: 'unanswered',
            title: t('projects.handover.unanswered'),
            number: true,
            cell: (row) => row.unanswered,
          },
        ]}
      />
      <Part<RowOf<'shortfalls'>>
        title={t('projects.handover.shortfalls')}
        rows={pack.shortfalls}
        columns={[
          {
            key: 'name',
            title: t('projects.shortfall.name'),
            width: 18,
            cell: (row) => row.name,
          },
          {
            key: 'kind',
            title: t('projects.list.kind'),
            cell: (row) => t(`projects.shortfall_kind.${row.kind}`),
          },
          {
            key: 'by',
            title: t('projects.shortfall.filled_by'),
            width: 14,
            cell: (row) => row.projectName ?? t('projects.shortfall.open'),
          },
        ]}
      />
      <Part<RowOf<'assets'>>
        title={t('projects.handover.assets')}
        rows={pack.assets}
        columns={[
          { key: 'name', title: t('projects.asset.name'), width: 14, cell: (row) => row.name },
          of,
          { key: 'taken', title: t('projects.asset.taken_over'), cell: (row) => row.takenOverOn },
        ]}
      />
      <p className="handover-signed">{t('projects.handover.signed')}</p>
    </>
  );
}

const wan = (fen: string): ReactNode =>
  fen !== '0' && <Value of={{ value: fen, as: 'fen' }} money="wan" bare />;

function Part<Row extends { id: string }>(props: {
  title: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
}) {
  const t = useT();
  return (
    <Section title={props.title}>
      {props.rows.length === 0 ? (
        <p>{t('projects.handover.nothing')}</p>
      ) : (
        <DataTable
          caption={props.title}
          rows={props.rows}
          rowKey={(row) => row.id}
          columns={props.columns}
          full
        />
      )}
    </Section>
  );
}

function Retained({ of }: { of: RowOf<'contracts'> }) {
  const t = useT();
  if (of.retention === 0) return null;
  const share = String(of.retention / 10);
  return of.retainedTo
    ? t('projects.handover.retained_to', { share, day: of.retainedTo })
    : t('projects.handover.retained_open', { share });
}

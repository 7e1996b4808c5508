// Cities' plans of raising beside what they owe and provided to the day; drafts and approvals below.
import { levelOfKey } from '../../../kit/region-key.ts';
import { useAsk, usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { Answer, PageTitle, Section } from '../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import type { Column } from '../../../platform/web/table-column.ts';
import { PageLink, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { PlanRow, RaisingRow } from '../../contract-raising.ts';
import { PayerName } from '../payer-name.tsx';
import { Wan } from '../wan.tsx';

export default function RaisingPage() {
  const t = useT();
  const { home } = useSession();
  const { place, to } = usePlacePeriod();
  const may = useMay('funds.register') && levelOfKey(home.key) === 'city';
  const year = to.slice(0, 4);
  const standing = useAsk<{ rows: RaisingRow[] }>('/api/funds/raising', { place, year, on: to });
  const plans = usePages<PlanRow>('/api/funds/raising-plans', { place });
  return (
    <>
      <PageTitle
        question={t('funds.page.raising.question')}
        time={t('funds.raising.time', { year, day: to })}
        actions={
          may && (
            <PageLink to="/funds/raising/new" className="main-button">
              {t('funds.raising.add')}
            </PageLink>
          )
        }
      />
      <p className="page-lead">{t('funds.page.raising.note')}</p>
      <Section title={t('funds.raising.standing')}>
        <Answer of={standing} shape="table">
          {({ rows }) => <Standing rows={rows} />}
        </Answer>
      </Section>
      <Section title={t('funds.raising.plans')}>
        <DataTable<PlanRow>
          caption={t('funds.raising.plans')}
          rows={plans.rows}
          rowKey={(row) => row.id}
          more={plans.more}
          pending={plans.pending}
          problem={plans.problem}
          onRetry={plans.retry}
          empty={{
            why: t('funds.raising.none'),
            todo: t(may ? 'funds.raising.none.todo' : 'funds.raising.none.reader'),
          }}
          columns={[
            {
              key: 'title',
              title: t('funds.raising.title'),
              width: 20,
              cell: (row) => <PageLink to={`/funds/raising/${row.id}`}>{row.title}</PageLink>,
            },
            {
              key: 'state',
              title: t('funds.column.state'),
              cell: (row) => t(`funds.rule_state.${row.state}`),
            },
            { key: 'office', title: t('funds.rule.office'), cell: (row) => row.officeName },
            { key: 'year', title: t('funds.column.year'), cell: (row) => row.year },
            {
              key: 'programme',
              title: t('funds.column.programme'),
              width: 12,
              cell: (row) => t(`funds.programme.${row.programme}`),
            },
            {
              key: 'amount',
              title: t('funds.raising.planned'),
              number: true,
              cell: (row) => <Value of={{ value: row.amount, as: 'fen' }} />,
            },
            {
              key: 'people',
              title: t('funds.rule.people'),
              width: 12,
              cell: (row) => [row.draftedBy, row.approvedBy].filter(Boolean).join(' → '),
            },
          ]}
        />
      </Section>
    </>
  );
}

function Standing({ rows }: { rows: readonly RaisingRow[] }) {
  const t = useT();
  const unit = t('platform.web.unit.wan');
  type Name = 'due' | 'planned' | 'plannedToDate' | 'provided' | 'behind';
  const money = (name: Name): Column<RaisingRow> => ({
    key: name,
    title: t(`funds.raising.${name}`),
    unit,
    number: true,
    cell: (row) => <Wan fen={row[name]} owed={name === 'behind'} />,
    total: (
      <Wan fen={rows.reduce((sum, row) => sum + BigInt(row[name]), 0n)} owed={name === 'behind'} />
    ),
  });
  return (
    <DataTable<RaisingRow>
      caption={t('funds.page.raising')}
      rows={rows}
      rowKey={(row) => `${row.payer} ${row.payerPlace} ${row.programme}`}
      totalName={t('funds.due.total')}
      empty={{ why: t('funds.raising.nothing'), todo: t('funds.raising.nothing.todo') }}
      columns={[
        {
          key: 'city',
          title: t('funds.raising.city'),
          cell: (row) => <PayerName payer={row.payer} name={row.payerName} />,
        },
        {
          key: 'payer',
          title: t('funds.column.payer'),
          cell: (row) => t(`funds.payer.${row.payer}`),
        },
        {
          key: 'programme',
          title: t('funds.column.programme'),
          width: 12,
          cell: (row) => t(`funds.programme.${row.programme}`),
        },
        money('due'),
        money('planned'),
        money('plannedToDate'),
        money('provided'),
        money('behind'),
        {
          key: 'plan',
          title: t('funds.raising.plan'),
          cell: (row) =>
            row.plan ? (
              <PageLink to={`/funds/raising/${row.plan}`}>{t('funds.raising.open')}</PageLink>
            ) : (
              t('funds.raising.without')
            ),
        },
      ]}
    />
  );
}

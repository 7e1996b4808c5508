// Self-raised and donated money of a place: what was promised, what arrived, what it went to; goods beside it at value.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoney } from '../../../kit/money.ts';
import { levelOfKey } from '../../../kit/region-key.ts';
import { useAsk, usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { Figure, Figures } from '../../../platform/web/figure.tsx';
import { useLang, useT } from '../../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section } from '../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import type { Column } from '../../../platform/web/table-column.ts';
import { PageLink, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { Donations, PledgeRow } from '../../contract-donations.ts';
import { Wan } from '../wan.tsx';
import { GoodsForm } from './goods-form.tsx';
import { GoodsTable } from './goods-table.tsx';
import { PledgeForm } from './pledge-form.tsx';

const sums = ['received', 'outstanding', 'granted', 'left'] as const;
type Sum = 'amount' | (typeof sums)[number];

export default function DonationsPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const { home, today } = useSession();
  const may = useMay('funds.register') && levelOfKey(home.key) !== 'town';
  const asked = useAsk<Donations>('/api/funds/donations', { place });
  const queries = useQueryClient();
  const [adding, setAdding] = useState<'pledge' | 'goods'>();
  const close = () => setAdding(undefined);
  const done = () => {
    close();
    void queries.invalidateQueries();
  };
  return (
    <>
      <PageTitle
        question={t('funds.page.donations.question')}
        time={t('funds.page.as_of', { day: today })}
        actions={
          may && (
            <>
              <button type="button" className="plain-button" onClick={() => setAdding('goods')}>
                {t('funds.donation.add_goods')}
              </button>
              <button type="button" className="main-button" onClick={() => setAdding('pledge')}>
                {t('funds.donation.add')}
              </button>
            </>
          )
        }
      />
      <p className="page-lead">{t('funds.page.donations.note')}</p>
      <Answer of={asked} shape="figures">
        {(found) => <Sums of={found} day={today} />}
      </Answer>
      <Pledges place={place} may={may} />
      <Answer of={asked} shape="table">
        {({ donors }) => <Donors rows={donors} />}
      </Answer>
      <GoodsTable place={place} />
      <Drawer open={adding === 'pledge'} title={t('funds.donation.add')} onClose={close}>
        <PledgeForm onDone={done} onCancel={close} />
      </Drawer>
      <Drawer open={adding === 'goods'} title={t('funds.donation.add_goods')} onClose={close}>
        <GoodsForm onDone={done} onCancel={close} />
      </Drawer>
    </>
  );
}

function Sums({ of, day }: { of: Donations; day: string }) {
  const t = useT();
  const lang = useLang();
  const time = t('funds.page.as_of', { day });
  const figure = (name: string, value: string, note?: string) => (
    <Figure name={name} amount={{ value, as: 'fen' }} time={time} note={note} />
  );
  return (
    <Figures>
      {figure(t('funds.donation.pledged'), of.amount)}
      {figure(t('funds.donation.received'), of.received)}
      {figure(t('funds.donation.outstanding'), of.outstanding)}
      {figure(
        t('funds.donation.granted'),
        of.granted,
        of.throughProjects === '0'
          ? undefined
          : t('funds.donation.through_projects', { amount: formatMoney(of.throughProjects, lang) }),
      )}
      {figure(t('funds.donation.left'), of.left)}
      {figure(t('funds.donation.goods'), of.goods, t('funds.donation.goods.note'))}
    </Figures>
  );
}

function Pledges({ place, may }: { place: string; may: boolean }) {
  const t = useT();
  const asked = usePages<PledgeRow>('/api/funds/pledges', { place });
  return (
    <Section title={t('funds.donation.pledges')}>
      <DataTable<PledgeRow>
        caption={t('funds.donation.pledges')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{
          why: t('funds.donation.none'),
          todo: t(may ? 'funds.donation.none.todo' : 'funds.donation.none.reader'),
        }}
        columns={[
          {
            key: 'donor',
            title: t('funds.donation.donor'),
            width: 14,
            cell: (row) => <PageLink to={`/funds/donations/${row.id}`}>{row.donor}</PageLink>,
          },
          {
            key: 'kind',
            title: t('funds.donation.donor_kind'),
            cell: (row) => t(`funds.donor_kind.${row.donorKind}`),
          },
          { key: 'place', title: t('funds.donation.place'), cell: (row) => row.placeName },
          {
            key: 'purpose',
            title: t('funds.donation.purpose'),
            width: 12,
            cell: (row) => row.purpose ?? t('funds.donation.no_purpose'),
          },
          {
            key: 'pledgedOn',
            title: t('funds.donation.pledged_on'),
            cell: (row) => row.pledgedOn,
          },
          money<PledgeRow>('amount', t('funds.donation.pledged'), t('platform.web.unit.wan')),
          ...sums.map((name) =>
            money<PledgeRow>(name, t(`funds.donation.${name}`), t('platform.web.unit.wan')),
          ),
        ]}
      />
    </Section>
  );
}

function Donors({ rows }: { rows: Donations['donors'] }) {
  const t = useT();
  type Row = Donations['donors'][number];
  if (rows.length === 0) return null;
  const unit = t('platform.web.unit.wan');
  return (
    <Section title={t('funds.donation.donors')}>
      <DataTable<Row>
        caption={t('funds.donation.donors')}
        rows={rows}
        rowKey={(row) => `${row.donorKind} ${row.donor}`}
        columns={[
          { key: 'donor', title: t('funds.donation.donor'), width: 14, cell: (row) => row.donor },
          {
            key: 'kind',
            title: t('funds.donation.donor_kind'),
            cell: (row) => t(`funds.donor_kind.${row.donorKind}`),
          },
          {
            key: 'count',
            title: t('funds.donation.count'),
            number: true,
            cell: (row) => row.pledges,
          },
          money<Row>('amount', t('funds.donation.pledged'), unit),
          ...sums.map((name) => money<Row>(name, t(`funds.donation.${name}`), unit)),
          {
            key: 'goods',
            title: t('funds.donation.goods'),
            unit,
            number: true,
            cell: (row) => <Wan fen={row.goods} />,
          },
        ]}
      />
    </Section>
  );
}

const money = <Row extends Record<Sum, string>>(
  name: Sum,
  title: string,
  unit: string,
): Column<Row> => ({
  key: name,
  title,
  unit,
  number: true,
  cell: (row) => <Wan fen={row[name]} />,
});

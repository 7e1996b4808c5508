// One pledge: what it is for, what arrived, what it went to, and registering more of both.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { Figure, Figures } from '../../../platform/web/figure.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { Answer, PageTitle, Section } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { PageLink, useGo } from '../../../platform/web/use-address.tsx';
import type { PledgePage as Pledge, PledgeBooking } from '../../contract-donations.ts';
import { BookingForm } from './booking-form.tsx';
import { DesignationForm } from './designation-form.tsx';
import '../papers/papers.css';

type Doing = 'receipt' | 'grant' | 'designate';
const titles = {
  receipt: 'funds.donation.add_receipt',
  grant: 'funds.donation.add_grant',
  designate: 'funds.donation.designate',
} as const;

export default function PledgePage() {
  const t = useT();
  const go = useGo();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<Pledge>(`/api/funds/pledges/${id}`);
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const pledge = asked.data;
  return (
    <>
      <PageTitle
        question={pledge?.donor ?? t('funds.page.pledge')}
        actions={
          pledge?.keeps &&
          (['designate', 'grant', 'receipt'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className={one === 'receipt' ? 'main-button' : 'plain-button'}
              onClick={() => setDoing(one)}
            >
              {t(titles[one])}
            </button>
          ))
        }
      />
      <Answer of={asked}>{(given) => <Shown pledge={given} />}</Answer>
      {pledge && doing && (
        <Drawer open title={t(titles[doing])} onClose={close}>
          {doing === 'designate' ? (
            <DesignationForm
              pledge={pledge}
              onDone={() => {
                close();
                void queries.invalidateQueries();
              }}
              onCancel={close}
            />
          ) : (
            <BookingForm
              pledge={pledge}
              what={doing}
              onDone={(paper) => {
                close();
                void queries.invalidateQueries();
                go(`/funds/papers/${paper}`);
              }}
              onCancel={close}
            />
          )}
        </Drawer>
      )}
    </>
  );
}

function Shown({ pledge }: { pledge: Pledge }) {
  const t = useT();
  const { today } = useSession();
  const time = t('funds.page.as_of', { day: today });
  const facts: [string, string][] = [
    ['donor_kind', t(`funds.donor_kind.${pledge.donorKind}`)],
    ['purpose', pledge.purpose ?? t('funds.donation.no_purpose')],
    ['place', pledge.placeName],
    ['pledged_on', pledge.pledgedOn],
    ['document', pledge.document ?? t('funds.paper.without')],
    ['as', `${t(`funds.payer.${pledge.payer}`)} · ${pledge.payerName}`],
  ];
  const figures = [
    ['pledged', pledge.amount],
    ['received', pledge.received],
    ['outstanding', pledge.outstanding],
    ['granted', pledge.granted],
    ['left', pledge.left],
  ] as const;
  return (
    <>
      <Figures>
        {figures.map(([name, value]) => (
          <Figure
            key={name}
            name={t(`funds.donation.${name}`)}
            amount={{ value, as: 'fen' }}
            time={time}
          />
        ))}
      </Figures>
      <dl className="paper-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`funds.donation.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Bookings pledge={pledge.id} />
      <Section title={t('funds.donation.designations')}>
        <ol className="paper-history">
          {pledge.designations.map((one) => (
            <li key={one.at}>
              {one.consent === null
                ? t('funds.donation.at_first')
                : t('funds.donation.consent', { day: one.consentedOn ?? '', text: one.consent })}
              {' → '}
              {one.purpose ?? t('funds.donation.no_purpose')} {one.by}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function Bookings({ pledge }: { pledge: string }) {
  const t = useT();
  const asked = usePages<PledgeBooking>(`/api/funds/pledges/${pledge}/bookings`);
  return (
    <Section title={t('funds.donation.bookings')} note={t('funds.donation.bookings.note')}>
      <DataTable<PledgeBooking>
        caption={t('funds.donation.bookings')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{
          why: t('funds.donation.no_bookings'),
          todo: t('funds.donation.no_bookings.todo'),
        }}
        columns={[
          { key: 'dated', title: t('funds.form.receipt_day'), cell: (row) => row.dated },
          {
            key: 'kind',
            title: t('funds.donation.kind'),
            cell: (row) => t(`funds.pledge_booking.${row.kind}`),
          },
          {
            key: 'number',
            title: t('funds.donation.receipt_number'),
            width: 14,
            cell: (row) =>
              row.opens ? (
                <PageLink to={`/funds/papers/${row.id}`}>{row.number}</PageLink>
              ) : (
                row.number
              ),
          },
          { key: 'use', title: t('funds.donation.used'), width: 16, cell: (row) => row.use },
          {
            key: 'amount',
            title: t('funds.column.amount'),
            number: true,
            cell: (row) => <Value of={{ value: row.amount, as: 'fen' }} />,
          },
          {
            key: 'state',
            title: t('funds.column.state'),
            cell: (row) => t(`funds.paper_state.${row.state}`),
          },
        ]}
      />
    </Section>
  );
}

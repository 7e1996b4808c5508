// One rule: what it says, who bears what, what it comes to beside what is due, who did what; and what may be done with it now.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { Answer, PageTitle, Section } from '../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import { factors, localPayers, rulePayers } from '../../codes-allocation.ts';
import type { AllocationPage as Rule } from '../../contract-allocation.ts';
import { yearsOf } from './allocations-page.tsx';
import { ChargeForm } from './charge-form.tsx';
import { RuleHistory } from './rule-history.tsx';
import { RuleNumbers } from './rule-numbers.tsx';
import { type RuleDeed, RuleDeedForm, RuleVerbs } from './rule-verbs.tsx';
import '../papers/papers.css';

export default function AllocationPage() {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const at = `/api/funds/allocations/${id}`;
  const asked = useAsk<Rule>(at);
  const [doing, setDoing] = useState<RuleDeed>();
  const queries = useQueryClient();
  const { home } = useSession();
  const may = useMay('funds.register');
  const rule = asked.data;
  const close = () => setDoing(undefined);
  const done = () => {
    close();
    void queries.invalidateQueries();
  };
  return (
    <>
      <PageTitle
        question={rule?.title ?? t('funds.page.allocations')}
        {...(rule ? { time: t(`funds.rule_state.${rule.state}`) } : {})}
        actions={
          rule && (
            <>
              {may && rule.office === home.key && (
                <PageLink
                  to="/funds/allocations/new"
                  search={{ copy: rule.id }}
                  className="plain-button"
                >
                  {t('funds.rule.copy')}
                </PageLink>
              )}
              <RuleVerbs verbs={rule.verbs} at={`/funds/allocations/${rule.id}`} begin={setDoing} />
            </>
          )
        }
      />
      <Answer of={asked}>{(given) => <Shown rule={given} />}</Answer>
      {rule && doing && (
        <Drawer open title={t(`funds.rule_verb.${doing}`)} onClose={close}>
          {doing === 'approve' || doing === 'charge' ? (
            <ChargeForm rule={rule} deed={doing} onDone={done} onCancel={close} />
          ) : (
            <RuleDeedForm
              at={at}
              seen={rule.changedAt}
              deed={doing}
              about={<p>{rule.title}</p>}
              onDone={done}
              onCancel={close}
            />
          )}
        </Drawer>
      )}
    </>
  );
}

function Shown({ rule }: { rule: Rule }) {
  const t = useT();
  const fen = (value: string | null) => value && <Value of={{ value, as: 'fen' }} />;
  const weighed = factors.filter((factor) => rule.factors[factor] > 0);
  const facts = [
    ['kind', t(`funds.allocation_kind.${rule.kind}`)],
    ['programme', t(`funds.programme.${rule.programme}`)],
    ['office', rule.officeName],
    ['years', yearsOf(rule)],
    ['document', rule.document],
    ['average', fen(rule.average)],
    ['least', fen(rule.least)],
    ['most', fen(rule.most)],
    [
      'factors',
      weighed
        .map((factor) => `${t(`funds.factor.${factor}`)} ${rule.factors[factor] / 10}%`)
        .join(t('funds.list.and')),
    ],
    ['charged', rule.charged.join(t('funds.list.and'))],
  ] as const;
  return (
    <>
      <dl className="paper-facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(`funds.rule.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Shares rule={rule} />
      {rule.amounts.length > 0 && <Amounts rule={rule} />}
      <RuleNumbers rule={rule} />
      <RuleHistory events={rule.events} />
    </>
  );
}

function Shares({ rule }: { rule: Rule }) {
  const t = useT();
  const payers = rule.kind === 'division' ? localPayers : rulePayers[rule.programme];
  return (
    <Section
      title={t(rule.kind === 'division' ? 'funds.rule.division_shares' : 'funds.rule.shares')}
      note={
        rule.kind === 'payers' && rule.programme === 'special_fund' && t('funds.rule.shares.note')
      }
    >
      <DataTable
        caption={t('funds.rule.shares')}
        rows={rule.shares}
        rowKey={(row) => `${row.units} ${row.holdsIn}`}
        empty={{}}
        columns={[
          { key: 'place', title: t('funds.rule.holds_in'), cell: (row) => row.placeName },
          {
            key: 'units',
            title: t('funds.rule.units'),
            cell: (row) => t(`funds.unit_kind.${row.units}`),
          },
          ...payers.map((payer) => ({
            key: payer,
            title: t(`funds.payer.${payer}`),
            unit: '%',
            number: true,
            cell: (row: Rule['shares'][number]) =>
              ((row.weights.find((one) => one.payer === payer)?.weight ?? 0) / 100).toString(),
          })),
        ]}
      />
    </Section>
  );
}

function Amounts({ rule }: { rule: Rule }) {
  const t = useT();
  return (
    <Section
      title={t('funds.rule.amounts')}
      note={t('funds.rule.amounts.count', { count: rule.amounts.length })}
    >
      <DataTable
        caption={t('funds.rule.amounts')}
        rows={rule.amounts}
        rowKey={(row) => row.place}
        empty={{}}
        columns={[
          { key: 'place', title: t('funds.column.place'), cell: (row) => row.placeName },
          {
            key: 'amount',
            title: t('funds.column.amount'),
            number: true,
            cell: (row) => <Value of={{ value: row.amount, as: 'fen' }} />,
          },
        ]}
      />
    </Section>
  );
}

// One plan: its instalments, what was provided to the day, who did what; and what may be done with it now.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { percent } from '../../../platform/web/amount.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { Answer, PageTitle, Section } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { PlanPage as Plan } from '../../contract-raising.ts';
import { RuleHistory } from '../allocation/rule-history.tsx';
import { type RuleDeed, RuleDeedForm, RuleVerbs } from '../allocation/rule-verbs.tsx';
import { Wan } from '../wan.tsx';
import '../papers/papers.css';

export default function PlanPage() {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const at = `/api/funds/raising-plans/${id}`;
  const asked = useAsk<Plan>(at);
  const [doing, setDoing] = useState<RuleDeed>();
  const queries = useQueryClient();
  const plan = asked.data;
  const close = () => setDoing(undefined);
  return (
    <>
      <PageTitle
        question={plan?.title ?? t('funds.page.raising')}
        {...(plan ? { time: t(`funds.rule_state.${plan.state}`) } : {})}
        actions={
          plan && <RuleVerbs verbs={plan.verbs} at={`/funds/raising/${plan.id}`} begin={setDoing} />
        }
      />
      <Answer of={asked}>{(given) => <Shown plan={given} />}</Answer>
      {plan && doing && (
        <Drawer open title={t(`funds.rule_verb.${doing}`)} onClose={close}>
          <RuleDeedForm
            at={at}
            seen={plan.changedAt}
            deed={doing}
            about={
              <p>
                {plan.title} <Value of={{ value: plan.planned, as: 'fen' }} />
              </p>
            }
            onDone={() => {
              close();
              void queries.invalidateQueries();
            }}
            onCancel={close}
          />
        </Drawer>
      )}
    </>
  );
}

function Shown({ plan }: { plan: Plan }) {
  const t = useT();
  const { today } = useSession();
  const fen = (value: string) => <Value of={{ value, as: 'fen' }} />;
  const behind =
    plan.behind === '0' ? (
      t('funds.raising.on_time')
    ) : (
      <span className="owed">{fen(plan.behind)}</span>
    );
  const facts = [
    ['raising.city', plan.officeName],
    ['column.payer', t(`funds.payer.${plan.payer}`)],
    ['column.programme', t(`funds.programme.${plan.programme}`)],
    ['column.year', String(plan.year)],
    ['rule.document', plan.document],
    ['raising.due', fen(plan.due)],
    ['raising.planned', fen(plan.planned)],
    [
      'raising.share',
      BigInt(plan.due) > 0n ? `${percent(plan.planned, plan.due)}%` : t('funds.paper.without'),
    ],
    ['raising.plannedToDate', fen(plan.plannedToDate)],
    ['raising.provided', fen(plan.provided)],
    ['raising.behind', behind],
  ] as const;
  const unit = t('platform.web.unit.wan');
  return (
    <>
      <dl className="paper-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`funds.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Section
        title={t('funds.raising.instalments')}
        note={t('funds.raising.instalments.note', { day: today })}
      >
        <DataTable
          caption={t('funds.raising.instalments')}
          rows={plan.instalments}
          rowKey={(row) => row.dueOn}
          needsAction={(row) => row.met === 'behind' || row.met === 'partly'}
          empty={{}}
          columns={[
            { key: 'day', title: t('funds.raising.due_on'), cell: (row) => row.dueOn },
            {
              key: 'amount',
              title: t('funds.column.amount'),
              unit,
              number: true,
              cell: (row) => <Wan fen={row.amount} />,
            },
            {
              key: 'planned',
              title: t('funds.raising.until_then'),
              unit,
              number: true,
              cell: (row) => <Wan fen={row.planned} />,
            },
            {
              key: 'met',
              title: t('funds.column.state'),
              cell: (row) => t(`funds.raising.met.${row.met}`),
            },
            {
              key: 'note',
              title: t('funds.raising.note'),
              width: 20,
              cell: (row) => row.note ?? '',
            },
          ]}
        />
      </Section>
      <RuleHistory events={plan.events} />
    </>
  );
}

// Carrying over of one year: its lines, who did what, and what may be done with it now.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { Answer, PageTitle, Section } from '../../../platform/web/page.tsx';
import type { Column } from '../../../platform/web/table-column.ts';
import type { CarryOverLine, CarryOverPage as Page } from '../../contract-yearly.ts';
import { RuleHistory } from '../allocation/rule-history.tsx';
import { type RuleDeed, RuleDeedForm, RuleVerbs } from '../allocation/rule-verbs.tsx';
import { PayerName } from '../payer-name.tsx';
import { Wan } from '../wan.tsx';
import '../papers/papers.css';

export default function CarryOverPage() {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const at = `/api/funds/carry-overs/${id}`;
  const asked = useAsk<Page>(at);
  const [doing, setDoing] = useState<RuleDeed | 'amend'>();
  const queries = useQueryClient();
  const close = () => setDoing(undefined);
  const of = asked.data;
  const done = () => {
    close();
    void queries.invalidateQueries();
  };
  const about = of && (
    <p>
      {of.officeName} {t('funds.carry.of_year', { year: of.year })} · {t('funds.carry.carried')}{' '}
      <Value of={{ value: of.carried, as: 'fen' }} />
    </p>
  );
  return (
    <>
      <PageTitle
        question={
          of
            ? `${of.officeName} ${t('funds.carry.of_year', { year: of.year })}`
            : t('funds.page.carry_overs')
        }
        {...(of ? { time: t(`funds.rule_state.${of.state}`) } : {})}
        actions={
          of && (
            <>
              {of.verbs.includes('amend') && (
                <button type="button" className="plain-button" onClick={() => setDoing('amend')}>
                  {t('funds.carry.take_again')}
                </button>
              )}
              <RuleVerbs
                verbs={of.verbs.filter((verb) => verb !== 'amend')}
                at={`/funds/carry-overs/${of.id}`}
                begin={setDoing}
              />
            </>
          )
        }
      />
      <Answer of={asked}>{(given) => <Shown of={given} />}</Answer>
      {of && doing === 'amend' && (
        <Drawer open title={t('funds.carry.take_again')} onClose={close}>
          <AgainForm of={of} onDone={done} onCancel={close} />
        </Drawer>
      )}
      {of && doing && doing !== 'amend' && (
        <Drawer open title={t(`funds.rule_verb.${doing}`)} onClose={close}>
          <RuleDeedForm
            at={at}
            seen={of.changedAt}
            deed={doing}
            about={about}
            onDone={done}
            onCancel={close}
          />
        </Drawer>
      )}
    </>
  );
}

function AgainForm({
  of,
  onDone,
  onCancel,
}: {
  of: Page;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const form = useForm(`/api/funds/carry-overs/${of.id}.amend`, {}, () => ({}));
  return (
    <Form
      form={form}
      verb={t('funds.carry.take_again')}
      send={(_, id) =>
        send('POST', `/api/funds/carry-overs/${of.id}/amend`, { seen: of.changedAt }, id)
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className="deed-about">{t('funds.page.carry_overs.note')}</p>
    </Form>
  );
}

function Shown({ of }: { of: Page }) {
  const t = useT();
  const money = (
    name: 'received' | 'committed' | 'spent',
    title: string,
  ): Column<CarryOverLine> => ({
    key: name,
    title,
    unit: t('platform.web.unit.wan'),
    number: true,
    cell: (row) => <Wan fen={row[name]} />,
  });
  const divided = (name: 'carried' | 'surplus'): Column<CarryOverLine> => ({
    key: name,
    title: t(`funds.carry.${name}`),
    unit: t('platform.web.unit.wan'),
    number: true,
    cell: (row) => <Wan fen={row[name]} />,
    total: <Wan fen={of[name]} />,
  });
  return (
    <>
      <p className="page-lead">{t('funds.page.carry_overs.note')}</p>
      <Section title={t('funds.carry.lines')} note={t('funds.carry.into', { year: of.year + 1 })}>
        <DataTable<CarryOverLine>
          caption={t('funds.carry.lines')}
          rows={of.lines}
          rowKey={(row) =>
            `${row.place} ${row.source} ${row.programme} ${row.year} ${row.payer} ${row.payerName}`
          }
          totalName={t('platform.web.total')}
          empty={{ why: t('funds.carry.none'), todo: t('funds.carry.none.todo') }}
          columns={[
            { key: 'place', title: t('funds.column.place'), cell: (row) => row.placeName },
            {
              key: 'payer',
              title: t('funds.column.payer'),
              cell: ({ payer, payerName }) => <PayerName payer={payer} name={payerName} />,
            },
            {
              key: 'programme',
              title: t('funds.column.programme'),
              width: 10,
              cell: (row) => t(`funds.programme.${row.programme}`),
            },
            { key: 'year', title: t('funds.column.year'), cell: (row) => row.year },
            money('received', t('funds.column.received')),
            money('committed', t('funds.column.committed')),
            money('spent', t('funds.column.spent')),
            divided('carried'),
            divided('surplus'),
            {
              key: 'since',
              title: t('funds.column.firstReceivedOn'),
              cell: (row) => row.firstReceivedOn ?? '',
            },
          ]}
        />
      </Section>
      <RuleHistory events={of.events} />
    </>
  );
}

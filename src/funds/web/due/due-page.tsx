// What each payer owes a year by the rule in force, and what it would owe if average or shares were others.
import { useState } from 'react';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { Answer, PageTitle, Section } from '../../../platform/web/page.tsx';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { DueTrial } from '../../contract-due.ts';
import { fenOf } from '../../lines-text.ts';
import { duePayers } from '../../rules-due.ts';
import '../papers/papers.css';

interface Asked {
  average?: string;
  weights?: string;
}

export default function DuePage() {
  const t = useT();
  const { place, to } = usePlacePeriod();
  const [trial, setTrial] = useState<Asked>({});
  const asked = useAsk<DueTrial>('/api/funds/due-trial', { place, on: to, ...trial });
  return (
    <>
      <PageTitle
        question={t('funds.page.due.question')}
        time={t('funds.page.due.time', { day: to })}
      />
      <p className="page-lead">{t('funds.page.due.note')}</p>
      <TrialForm onTry={setTrial} />
      <Answer of={asked} shape="table">
        {(answer) => <Rows answer={answer} />}
      </Answer>
    </>
  );
}

function TrialForm({ onTry }: { onTry: (trial: Asked) => void }) {
  const t = useT();
  const form = useForm(
    'funds.due:trial',
    { average: '', province: '', assisting_city: '', assisted_city: '', county: '' },
    (values) => {
      const parts = duePayers.map((payer) => values[payer]);
      const given = parts.some(Boolean);
      const sum = parts.reduce((total, part) => total + thousandths(part), 0);
      return {
        average:
          values.average && (fenOf(values.average, 'wan') ?? 0n) <= 0n
            ? t('funds.form.amount_form')
            : undefined,
        county: given && sum !== 1000 ? t('funds.due.sum') : undefined,
      };
    },
  );
  return (
    <Form
      form={form}
      verb={t('funds.due.try')}
      send={async (values) => {
        const parts = duePayers.map((payer) => values[payer]);
        const average = values.average ? fenOf(values.average, 'wan')?.toString() : undefined;
        return {
          ...(average ? { average } : {}),
          ...(parts.some(Boolean) ? { weights: parts.map(thousandths).join(',') } : {}),
        };
      }}
      onDone={onTry}
    >
      <div className="paper-head">
        <TextField
          form={form}
          name="average"
          label={t('funds.due.average')}
          help={t('funds.due.average.help')}
          inputMode="decimal"
        />
        {duePayers.map((payer) => (
          <TextField
            key={payer}
            form={form}
            name={payer}
            label={t('funds.due.share', { payer: t(`funds.payer.${payer}`) })}
            help={t('funds.due.share.help')}
            inputMode="decimal"
          />
        ))}
      </div>
    </Form>
  );
}

/** Percent with one decimal as parts in a thousand. */
const thousandths = (percent: string): number => Math.round(Number(percent || 0) * 10);

function Rows({ answer }: { answer: DueTrial }) {
  const t = useT();
  const fen = (value: string) => <Value of={{ value, as: 'fen' }} money="wan" bare />;
  const more = (now: string, trial: string) => (BigInt(trial) - BigInt(now)).toString();
  return (
    <Section
      title={t('funds.due.by_payer')}
      note={
        <>
          {t('funds.due.towns', { count: answer.towns })}
          {answer.unruled > 0 && t('funds.due.unruled', { count: answer.unruled })}
        </>
      }
    >
      <DataTable
        caption={t('funds.due.by_payer')}
        rows={answer.rows}
        rowKey={(row) => `${row.payer} ${row.payerPlace}`}
        empty={{ why: t('funds.due.none'), todo: t('funds.due.none.todo') }}
        columns={[
          {
            key: 'payer',
            title: t('funds.column.payer'),
            cell: (row) => t(`funds.payer.${row.payer}`),
            total: t('funds.due.total'),
          },
          { key: 'place', title: t('funds.column.payerPlace'), cell: (row) => row.payerName },
          {
            key: 'towns',
            title: t('funds.due.column.towns'),
            number: true,
            cell: (row) => row.towns,
          },
          {
            key: 'now',
            title: t('funds.due.column.now'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) => fen(row.now),
            total: fen(answer.now),
          },
          {
            key: 'trial',
            title: t('funds.due.column.trial'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) => fen(row.trial),
            total: fen(answer.trial),
          },
          {
            key: 'more',
            title: t('funds.due.column.more'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) => fen(more(row.now, row.trial)),
            total: fen(more(answer.now, answer.trial)),
          },
        ]}
      />
    </Section>
  );
}

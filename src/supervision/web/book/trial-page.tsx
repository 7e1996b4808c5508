// The sandbox: a rule with other values beside the values in force; nothing is opened.
import { useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useLang, useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { Answer, Empty, PageTitle, Section } from '../../../platform/web/page.tsx';
import { useFilter, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { RuleRow, RuleRows, Trial } from '../../contract.ts';
import { foundText } from '../found-text.ts';
import { meantValues, type Typed, typedValues, ValueFields, wrongValues } from './rule-values.tsx';
import '../supervision.css';

export default function TrialPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const [code, setCode] = useFilter('rule');
  const asked = useAsk<RuleRows>('/api/supervision/rules');
  return (
    <>
      <PageTitle question={t('supervision.page.trial.question')} />
      <p className="page-lead">{t('supervision.page.trial.note')}</p>
      <Answer of={asked}>
        {({ rows }) => {
          const rule = rows.find((one) => one.code === code);
          return (
            <>
              <div className="filters">
                <ChoiceFilter
                  label={t('supervision.trial.rule')}
                  value={code}
                  onChange={setCode}
                  choices={rows.map((one) => ({
                    value: one.code,
                    label: t(`supervision.rule.${one.code}`),
                  }))}
                />
              </div>
              {rule ? (
                <TryOne key={`${rule.code} ${place}`} rule={rule} place={place} />
              ) : (
                <Empty
                  why={t('supervision.trial.choose')}
                  todo={t('supervision.trial.choose.todo')}
                />
              )}
            </>
          );
        }}
      </Answer>
    </>
  );
}

function TryOne({ rule, place }: { rule: RuleRow; place: string }) {
  const t = useT();
  const [trial, setTrial] = useState<Trial>();
  const form = useForm<Typed>(`supervision.trial:${rule.code}`, typedValues(rule), (values) =>
    wrongValues(t, rule, values),
  );
  return (
    <>
      <Form
        form={form}
        verb={t('supervision.trial.run')}
        send={(values, id) =>
          send<Trial>(
            'POST',
            '/api/supervision/trials',
            { place, rule: rule.code, values: meantValues(rule, values) },
            id,
          )
        }
        onDone={setTrial}
      >
        <p className="finding-about">{t(`supervision.why.${rule.code}`)}</p>
        <ValueFields rule={rule} form={form} />
      </Form>
      {trial && <Found trial={trial} rule={rule.code} />}
    </>
  );
}

function Found({ trial, rule }: { trial: Trial; rule: string }) {
  const t = useT();
  const lang = useLang();
  const { tookMs: ms } = trial;
  return (
    <Section
      title={t('supervision.column.found')}
      note={t('supervision.trial.counts', {
        ...{ trial: trial.trial, force: trial.force, both: trial.both, ms },
      })}
    >
      <DataTable<Trial['rows'][number]>
        caption={t('supervision.page.trial')}
        rows={trial.rows}
        rowKey={(row) => JSON.stringify([row.place, row.by, row.evidence])}
        empty={{ why: t('supervision.trial.none'), todo: t('supervision.trial.none.todo') }}
        columns={[
          {
            key: 'place',
            title: t('supervision.column.place'),
            width: 10,
            cell: (row) => row.placeName,
          },
          {
            key: 'found',
            title: t('supervision.column.found'),
            width: 24,
            cell: (row) => foundText(t, lang, { rule, facts: row.facts }),
          },
          {
            key: 'evidence',
            title: t('supervision.column.evidence'),
            width: 24,
            cell: (row) =>
              row.evidence
                .slice(0, 3)
                .map(({ name, code }) => name ?? (code ? t(code) : ''))
                .join('；'),
          },
          {
            key: 'amount',
            title: t('supervision.column.amount'),
            number: true,
            cell: (row) => <Value of={{ value: row.amount, as: 'fen' }} />,
          },
          {
            key: 'by',
            title: t('supervision.column.by'),
            cell: (row) => t(`supervision.trial.by.${row.by}`),
          },
        ]}
      />
      <p className="finding-note">{t('supervision.trial.most')}</p>
    </Section>
  );
}

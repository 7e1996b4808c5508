// The rules: what each looks for and why, its values and versions, what the last run found.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { type T, useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { RuleRow, RuleRows } from '../../contract.ts';
import { RuleForm } from './rule-form.tsx';
import { saidValue } from './rule-values.tsx';
import '../supervision.css';

export default function RulesPage() {
  const t = useT();
  const mayTry = useMay('supervision.try');
  const asked = useAsk<RuleRows>('/api/supervision/rules');
  const queries = useQueryClient();
  const [open, setOpen] = useState<string>();
  const rule = asked.data?.rows.find(({ code }) => code === open);
  const close = () => setOpen(undefined);
  return (
    <>
      <PageTitle question={t('supervision.page.rules.question')} />
      <p className="page-lead">{t('supervision.page.rules.note')}</p>
      <DataTable<RuleRow>
        caption={t('supervision.page.rules')}
        rows={asked.data?.rows ?? []}
        rowKey={(row) => row.code}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        onOpen={(row) => setOpen(row.code)}
        empty={{}}
        full
        columns={[
          {
            key: 'rule',
            title: t('supervision.column.rule'),
            width: 10,
            cell: (row) => t(`supervision.rule.${row.code}`),
          },
          {
            key: 'why',
            title: t('supervision.why'),
            width: 20,
            cell: (row) => t(`supervision.why.${row.code}`),
          },
          {
            key: 'values',
            title: t('supervision.column.values'),
            width: 18,
            cell: (row) => <Values rule={row} />,
          },
          {
            key: 'hint',
            title: t('supervision.column.hint'),
            width: 8,
            cell: (row) => hintOf(t, row),
          },
          {
            key: 'version',
            title: t('supervision.column.version'),
            cell: (row) => (row.version === 0 ? t('supervision.default') : row.version),
          },
          {
            key: 'open',
            title: t('supervision.column.open'),
            number: true,
            cell: (row) => row.open,
          },
          {
            key: 'run',
            title: t('supervision.column.last_run'),
            width: 10,
            cell: (row) => lastRunOf(t, row),
          },
        ]}
      />
      {rule && (
        <Drawer open title={t(`supervision.rule.${rule.code}`)} onClose={close}>
          <p>{t(`supervision.why.${rule.code}`)}</p>
          <p>{t(`supervision.do.${rule.code}`)}</p>
          <p className="finding-note">{lastRunOf(t, rule)}</p>
          <Versions rule={rule} />
          {mayTry && (
            <p>
              <PageLink to="/supervision/trial" search={{ rule: rule.code }}>
                {t('supervision.rules.try')}
              </PageLink>
            </p>
          )}
          {asked.data?.maySet && (
            <RuleForm
              rule={rule}
              onDone={() => {
                close();
                void queries.invalidateQueries();
              }}
              onCancel={close}
            />
          )}
        </Drawer>
      )}
    </>
  );
}

const hintOf = (t: T, rule: RuleRow): string => {
  if (!rule.enabled) return t('supervision.rules.off');
  if (!rule.inline) return t('supervision.rules.night_only');
  return t(rule.blocking ? 'supervision.rules.blocks' : 'supervision.rules.hints');
};

function lastRunOf(t: T, { lastRun }: RuleRow): string {
  if (!lastRun) return t('supervision.rules.never');
  const ran = t('supervision.rules.ran', { day: lastRun.today, ms: lastRun.tookMs });
  return lastRun.counts ? `${ran} · ${t('supervision.rules.counts', lastRun.counts)}` : ran;
}

function Values({ rule }: { rule: RuleRow }) {
  const t = useT();
  if (rule.parameters.length === 0) return <>{t('supervision.without')}</>;
  return (
    <ul>
      {rule.parameters.map((one) => (
        <li key={one.name}>
          {t(`supervision.parameter.${one.name}`)} {saidValue(t, one, rule.values[one.name])}
        </li>
      ))}
    </ul>
  );
}

function Versions({ rule }: { rule: RuleRow }) {
  const t = useT();
  return (
    <>
      <h3>{t('supervision.rules.versions')}</h3>
      {rule.versions.length === 0 ? (
        <p>{t('supervision.rules.no_version')}</p>
      ) : (
        <ol className="finding-history">
          {rule.versions.map((one) => (
            <li key={one.version}>
              {t('supervision.version', { version: one.version })}{' '}
              <span className="finding-when">
                {one.validTo
                  ? t('supervision.rules.held_to', { from: one.validFrom, to: one.validTo })
                  : t('supervision.rules.held', { from: one.validFrom })}
              </span>{' '}
              {one.basis}
              {one.by && t('supervision.of_office', { office: one.by })}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

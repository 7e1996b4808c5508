// The register of findings: what was found, who has to act, by when.
import { useAsk, usePages } from '../../platform/web/ask.ts';
import { ChoiceFilter } from '../../platform/web/choice-filter.tsx';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { Value } from '../../platform/web/money.tsx';
import { PageTitle } from '../../platform/web/page.tsx';
import { useMay } from '../../platform/web/session.ts';
import { PageLink, useFilter, usePlacePeriod } from '../../platform/web/use-address.tsx';
import { sources, states } from '../codes.ts';
import type { FindingRow, RuleRows } from '../contract.ts';
import { Countdown } from './countdown.tsx';
import { foundText } from './found-text.ts';
import './supervision.css';

export default function FindingsPage() {
  const t = useT();
  const lang = useLang();
  const may = useMay('supervision.decide');
  const { place } = usePlacePeriod();
  const [state, setState] = useFilter('state');
  const [rule, setRule] = useFilter('rule');
  const [source, setSource] = useFilter('source');
  const [waiting, setWaiting] = useFilter('waiting');
  const rules = useAsk<RuleRows>('/api/supervision/rules');
  const asked = usePages<FindingRow>('/api/supervision/findings', {
    place,
    ...(state ? { state } : {}),
    ...(rule ? { rule } : {}),
    ...(source ? { source } : {}),
    ...(waiting ? { waiting } : {}),
  });
  return (
    <>
      <PageTitle
        question={t('supervision.page.findings.question')}
        actions={
          may && (
            <PageLink to="/supervision/new" className="plain-button">
              {t('supervision.form.enter')}
            </PageLink>
          )
        }
      />
      <div className="filters">
        <ChoiceFilter
          label={t('supervision.waiting')}
          value={waiting}
          onChange={setWaiting}
          choices={['open', 'overdue'].map((one) => ({
            value: one,
            label: t(`supervision.waiting.${one}`),
          }))}
        />
        <ChoiceFilter
          label={t('supervision.column.state')}
          value={state}
          onChange={setState}
          choices={states.map((one) => ({ value: one, label: t(`supervision.state.${one}`) }))}
        />
        <ChoiceFilter
          label={t('supervision.column.source')}
          value={source}
          onChange={setSource}
          choices={sources.map((one) => ({ value: one, label: t(`supervision.source.${one}`) }))}
        />
        <ChoiceFilter
          label={t('supervision.column.rule')}
          value={rule}
          onChange={setRule}
          choices={(rules.data?.rows ?? []).map(({ code }) => ({
            value: code,
            label: t(`supervision.rule.${code}`),
          }))}
        />
      </div>
      <DataTable<FindingRow>
        caption={t('supervision.page.findings')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        needsAction={(row) => row.overdue}
        empty={{
          why: t('supervision.none'),
          todo: t(may ? 'supervision.none.todo' : 'supervision.none.reader'),
        }}
        columns={[
          {
            key: 'finding',
            title: t('supervision.column.finding'),
            width: 12,
            cell: (row) => (
              <PageLink to={`/supervision/findings/${row.id}`}>
                {row.rule
                  ? t(`supervision.rule.${row.rule}`)
                  : `${t(`supervision.source.${row.source}`)} ${row.paper ?? ''}`}
              </PageLink>
            ),
          },
          {
            key: 'found',
            title: t('supervision.column.found'),
            width: 16,
            cell: (row) => foundText(t, lang, row),
          },
          {
            key: 'place',
            title: t('supervision.column.place'),
            width: 6,
            cell: (row) => row.placeName,
          },
          {
            key: 'amount',
            title: t('supervision.column.amount'),
            number: true,
            cell: (row) =>
              row.amount === '0' ? '' : <Value of={{ value: row.amount, as: 'fen' }} />,
          },
          {
            key: 'state',
            title: t('supervision.column.state'),
            cell: (row) => t(`supervision.state.${row.state}`),
          },
          {
            key: 'waits',
            title: t('supervision.column.waits_for'),
            width: 10,
            cell: (row) => t(`supervision.waits.${row.state}`, { owner: row.ownerName ?? '' }),
          },
          {
            key: 'reply',
            title: t('supervision.column.replyBy'),
            width: 9,
            cell: (row) => <Countdown of={row} />,
          },
          {
            key: 'found_on',
            title: t('supervision.column.foundOn'),
            cell: (row) => row.foundOn,
          },
        ]}
      />
    </>
  );
}

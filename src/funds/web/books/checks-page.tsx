// The proof of the books: what must hold, what the last one found, and proving them now.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { clockAt } from '../../../kit/period.ts';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, Empty, PageTitle, Problem } from '../../../platform/web/page.tsx';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { newId } from '../../../platform/web/uuid.ts';
import type { Checks } from '../../contract-books.ts';

type Result = NonNullable<Checks['last']>['results'][number];

export default function ChecksPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const asked = useAsk<Checks>('/api/funds/checks', { place });
  const queries = useQueryClient();
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  async function run() {
    setRunning(true);
    setProblem(undefined);
    try {
      await send('POST', '/api/funds/checks', { place }, newId());
      await queries.invalidateQueries({ queryKey: ['/api/funds/checks'] });
    } catch (error) {
      setProblem(error);
    } finally {
      setRunning(false);
    }
  }
  return (
    <>
      <PageTitle
        question={t('funds.page.checks.question')}
        actions={
          asked.data?.may && (
            <button
              type="button"
              className="main-button"
              disabled={running}
              onClick={() => void run()}
            >
              {t(running ? 'funds.check.running' : 'funds.check.run')}
            </button>
          )
        }
      />
      <p className="page-lead">{t('funds.page.checks.note')}</p>
      {problem !== undefined && <Problem problem={problem} />}
      <Answer of={asked}>{(found) => <Last of={found} />}</Answer>
    </>
  );
}

function Last({ of: { last, may, placeName } }: { of: Checks }) {
  const t = useT();
  if (last === null)
    return (
      <Empty
        why={t('funds.check.never')}
        todo={t(may ? 'funds.check.never.todo' : 'funds.check.never.reader')}
      />
    );
  const at = clockAt(Date.parse(last.ranAt)).slice(0, 16);
  return (
    <>
      <p role="status" className={last.broken > 0 ? 'owed' : undefined}>
        {last.broken > 0
          ? t('funds.check.broken', { count: last.broken })
          : t('funds.check.sound', { count: Number(last.entries).toLocaleString('en-US') })}
      </p>
      <p className="page-time">{t('funds.check.last', { place: placeName, at, by: last.ranBy })}</p>
      <DataTable<Result>
        caption={t('funds.page.checks')}
        rows={last.results}
        rowKey={(row) => row.rule}
        needsAction={(row) => row.count > 0}
        empty={{}}
        columns={[
          {
            key: 'rule',
            title: t('funds.check.rule'),
            width: 24,
            cell: (row) => t(`funds.check_rule.${row.rule}`),
          },
          {
            key: 'result',
            title: t('funds.check.result'),
            cell: (row) =>
              row.count === 0 ? (
                t('funds.check.holds')
              ) : (
                <span className="owed">{t('funds.check.rows', { count: row.count })}</span>
              ),
          },
          {
            key: 'first',
            title: t('funds.check.first'),
            width: 20,
            cell: (row) => row.firstRow ?? '',
          },
          { key: 'is', title: t('funds.check.is'), width: 14, cell: (row) => row.found ?? '' },
          {
            key: 'should',
            title: t('funds.check.should'),
            width: 14,
            cell: (row) => row.wanted ?? '',
          },
        ]}
      />
    </>
  );
}

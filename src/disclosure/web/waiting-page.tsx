// 待公开: what should be disclosed in a place and stands nowhere; a copy is made from its row.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../platform/web/api.ts';
import { usePages } from '../../platform/web/ask.ts';
import { ChoiceFilter } from '../../platform/web/choice-filter.tsx';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { PageTitle, Problem } from '../../platform/web/page.tsx';
import { useSession } from '../../platform/web/session.ts';
import { PageLink, useFilter, useGo, usePlacePeriod } from '../../platform/web/use-address.tsx';
import { newId } from '../../platform/web/uuid.ts';
import { kinds } from '../codes.ts';
import type { WaitingRow } from '../contract.ts';

export default function WaitingPage() {
  const t = useT();
  const go = useGo();
  const queries = useQueryClient();
  const { place } = usePlacePeriod();
  const now = Number(useSession().today.slice(0, 4));
  const [year, setYear] = useFilter('year', String(now));
  const [kind, setKind] = useFilter('kind');
  const [making, setMaking] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const asked = usePages<WaitingRow>('/api/disclosure/waiting', { place, year, kind });
  const keyOf = (row: WaitingRow) => `${row.place} ${row.kind} ${row.object}`;
  async function make(row: WaitingRow) {
    setMaking(keyOf(row));
    setProblem(undefined);
    try {
      const { kind: of, place: at, object, year: about } = row;
      const { id } = await send<{ id: string }>(
        'POST',
        '/api/disclosure/copies',
        { kind: of, place: at, object, year: about },
        newId(),
      );
      await queries.invalidateQueries();
      go(`/disclosure/copies/${id}`);
    } catch (error) {
      setProblem(error);
    }
    setMaking(undefined);
  }
  return (
    <>
      <PageTitle question={t('disclosure.page.waiting.question')} />
      <p className="page-lead">{t('disclosure.page.waiting.note')}</p>
      <div className="filters">
        <ChoiceFilter
          label={t('disclosure.field.year')}
          value={year}
          onChange={setYear}
          all={null}
          choices={Array.from({ length: now - 2020 }, (_, n) => String(now - n)).map((one) => ({
            value: one,
            label: one,
          }))}
        />
        <ChoiceFilter
          label={t('disclosure.field.kind')}
          value={kind}
          onChange={setKind}
          choices={kinds.map((one) => ({ value: one, label: t(`disclosure.kind.${one}`) }))}
        />
      </div>
      {problem !== undefined && <Problem problem={problem} />}
      <DataTable<WaitingRow>
        caption={t('disclosure.page.waiting')}
        rows={asked.rows}
        rowKey={keyOf}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('disclosure.waiting.none'), todo: t('disclosure.waiting.none.todo') }}
        columns={[
          {
            key: 'name',
            title: t('disclosure.column.object'),
            width: 26,
            cell: (row) => row.name || t('disclosure.waiting.year', { year: row.year }),
          },
          {
            key: 'kind',
            title: t('disclosure.field.kind'),
            cell: (row) => t(`disclosure.kind.${row.kind}`),
          },
          { key: 'place', title: t('disclosure.column.place'), cell: (row) => row.placeName },
          {
            key: 'since',
            title: t('disclosure.column.since'),
            cell: (row) => row.since ?? '',
          },
          {
            key: 'do',
            title: t('disclosure.column.copy'),
            width: 14,
            cell: (row) => (
              <>
                {row.copy && (
                  <PageLink to={`/disclosure/copies/${row.copy}`}>
                    {t('disclosure.state.made')}
                  </PageLink>
                )}
                {!row.copy && row.mayMake && (
                  <button
                    type="button"
                    className="text-button"
                    disabled={making !== undefined}
                    onClick={() => void make(row)}
                  >
                    {t('disclosure.make')}
                  </button>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

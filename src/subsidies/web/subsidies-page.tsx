// Subsidies of a project: who gets what, chosen households checked or listed, and the batches that were paid.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { exactYuan } from '../../kit/money.ts';
import { useAsk, usePages } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { Drawer } from '../../platform/web/drawer.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { ImportLink } from '../../platform/web/import-link.tsx';
import { Answer, PageTitle, Section } from '../../platform/web/page.tsx';
import { PageLink } from '../../platform/web/use-address.tsx';
import { NoticeForm, noticesOf } from '../../projects/web/forms/paper-forms.tsx';
import { mostAtOnce } from '../codes.ts';
import type { AwardRow, BatchRow, SubsidyPage } from '../contract.ts';
import { AwardForm } from './award-form.tsx';
import { DecisionForm, type What } from './decision-form.tsx';

type Doing = { what: 'add' } | { what: 'amend'; award: AwardRow } | { what: What };

export default function SubsidiesPage() {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<SubsidyPage>(`/api/subsidies/projects/${id}`);
  const page = asked.data;
  return (
    <>
      <PageTitle
        question={t('subsidies.page.title')}
        {...(page
          ? {
              time: `${page.townName} · ${page.number}`,
              actions: (
                <PageLink to={`/projects/${page.project}`} className="plain-button">
                  {page.projectName}
                </PageLink>
              ),
            }
          : {})}
      />
      <p className="page-lead">{t('subsidies.page.lead')}</p>
      <Answer of={asked}>
        {(given) => (
          <>
            <Standing page={given} />
            <Awards page={given} />
            <Batches page={given} />
          </>
        )}
      </Answer>
    </>
  );
}

function Standing({ page }: { page: SubsidyPage }) {
  const t = useT();
  const { notice } = page;
  const [posts, setPosts] = useState(false);
  const waits =
    page.unnoticed > 0 ||
    page.states.some(({ state }) => state === 'applied' || state === 'failed') ||
    (notice !== null && !notice.over);
  const mayPost = page.mayWrite && noticesOf(page.state).includes('subsidy');
  return (
    <ul className={waits ? 'project-missing' : 'plain-list'}>
      {page.states.map(({ state, count, amount }) => (
        <li key={state}>
          {t('subsidies.state', {
            ...{ state: t(`subsidies.award_state.${state}`), count, amount: exactYuan(amount) },
          })}
        </li>
      ))}
      <li>
        {notice === null
          ? t('subsidies.notice.none')
          : t(notice.over ? 'subsidies.notice.over' : 'subsidies.notice.runs', {
              ...{ from: notice.postedOn, to: notice.endsOn },
            })}
      </li>
      {page.unnoticed > 0 && (
        <li>
          {t('subsidies.notice.again', { count: page.unnoticed })}{' '}
          {mayPost && (
            <button type="button" className="plain-button" onClick={() => setPosts(true)}>
              {t('subsidies.notice.add')}
            </button>
          )}
        </li>
      )}
      {posts && (
        <Drawer open title={t('subsidies.notice.add')} onClose={() => setPosts(false)}>
          <NoticeForm
            {...{ project: page.project, state: page.state, stage: 'subsidy' }}
            onEnd={() => setPosts(false)}
          />
        </Drawer>
      )}
    </ul>
  );
}

function Awards({ page }: { page: SubsidyPage }) {
  const t = useT();
  const queries = useQueryClient();
  const asked = usePages<AwardRow>('/api/subsidies/awards', {
    project: page.project,
    limit: '200',
  });
  const { rows } = asked;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [doing, setDoing] = useState<Doing>();
  const picked = rows.filter(({ id }) => chosen.includes(id));
  const end = () => {
    setDoing(undefined);
    setChosen([]);
    void queries.invalidateQueries();
  };
  const may = (row: AwardRow) => row.mayCheck || (page.mayWrite && row.mayList);
  const sum = picked.reduce((total, { amount }) => total + BigInt(amount), 0n).toString();
  const deed = (what: What, shown: boolean, name: string) =>
    shown && (
      <button type="button" className="plain-button" onClick={() => setDoing({ what })}>
        {name}
      </button>
    );
  /** Says how to go on while nothing is chosen, and chooses all at once. */
  const toChoose = (what: 'check' | 'list', which: (row: AwardRow) => boolean) => {
    const all = rows.filter(which).slice(0, mostAtOnce);
    return (
      picked.length === 0 &&
      all.length > 0 && (
        <p role="status">
          {t(`subsidies.${what}.how`)}{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => setChosen(all.map(({ id }) => id))}
          >
            {t(`subsidies.${what}.all`, { count: all.length })}
          </button>
        </p>
      )
    );
  };
  const checks = picked.length > 0 && picked.every(({ mayCheck }) => mayCheck);
  const lists = page.mayWrite && picked.length > 0 && picked.every(({ mayList }) => mayList);
  return (
    <Section
      title={t('subsidies.part.awards')}
      note={t('subsidies.part.awards.note')}
      tools={
        <>
          {deed('check', checks, t('subsidies.check', { count: picked.length }))}
          {deed('refuse', checks, t('subsidies.refuse'))}
          {deed(
            'list',
            lists,
            t('subsidies.list', { count: picked.length, amount: exactYuan(sum) }),
          )}
          {page.mayWrite && <ImportLink kind="subsidies.award">{t('subsidies.sheet')}</ImportLink>}
          {page.mayWrite && (
            <button
              type="button"
              className="plain-button"
              onClick={() => setDoing({ what: 'add' })}
            >
              {t('subsidies.add')}
            </button>
          )}
        </>
      }
    >
      {toChoose('check', ({ mayCheck }) => mayCheck)}
      {page.mayWrite && toChoose('list', ({ mayList }) => mayList)}
      <DataTable<AwardRow>
        caption={t('subsidies.part.awards')}
        rows={rows}
        rowKey={(row) => row.id}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        more={asked.more}
        empty={{ why: t('subsidies.none'), todo: t('subsidies.none.todo') }}
        columns={[
          {
            key: 'head',
            title: t('subsidies.column.head'),
            width: 9,
            cell: (row) =>
              may(row) ? (
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.includes(row.id)}
                    onChange={(event) =>
                      setChosen(
                        event.target.checked
                          ? [...chosen, row.id]
                          : chosen.filter((one) => one !== row.id),
                      )
                    }
                  />{' '}
                  {row.head}
                </label>
              ) : (
                row.head
              ),
          },
          { key: 'village', title: t('subsidies.column.village'), cell: (row) => row.villageName },
          { key: 'item', title: t('subsidies.column.item'), width: 10, cell: (row) => row.item },
          {
            key: 'standard',
            title: t('subsidies.column.standard'),
            number: true,
            cell: (row) => exactYuan(row.standard),
          },
          {
            key: 'quantity',
            title: t('subsidies.column.quantity'),
            number: true,
            cell: (row) => row.quantity / 100,
          },
          {
            key: 'amount',
            title: t('subsidies.column.amount'),
            number: true,
            cell: (row) => exactYuan(row.amount),
          },
          { key: 'tail', title: t('subsidies.column.accountTail'), cell: (row) => row.accountTail },
          {
            key: 'state',
            title: t('subsidies.column.state'),
            width: 11,
            cell: (row) =>
              [t(`subsidies.award_state.${row.state}`), row.reason].filter(Boolean).join(' · '),
          },
          {
            key: 'people',
            title: t('subsidies.column.people'),
            width: 10,
            cell: (row) => [row.registeredBy, row.checkedBy].filter(Boolean).join(' → '),
          },
          {
            key: 'deeds',
            title: t('subsidies.column.deeds'),
            cell: (row) =>
              page.mayWrite &&
              ['applied', 'refused', 'failed'].includes(row.state) && (
                <button
                  type="button"
                  className="text-button"
                  onClick={() => setDoing({ what: 'amend', award: row })}
                >
                  {t('subsidies.amend')}
                </button>
              ),
          },
        ]}
      />
      {doing && (doing.what === 'add' || doing.what === 'amend') && (
        <Drawer
          open
          title={t(doing.what === 'add' ? 'subsidies.add' : 'subsidies.amend')}
          onClose={() => setDoing(undefined)}
        >
          <AwardForm
            {...{ project: page.project, town: page.town, onDone: end }}
            {...(doing.what === 'amend' ? { award: doing.award } : {})}
            onCancel={() => setDoing(undefined)}
          />
        </Drawer>
      )}
      {doing && doing.what !== 'add' && doing.what !== 'amend' && (
        <Drawer open title={t('subsidies.part.awards')} onClose={() => setDoing(undefined)}>
          <DecisionForm
            {...{ project: page.project, awards: picked, what: doing.what, onDone: end }}
            onCancel={() => setDoing(undefined)}
          />
        </Drawer>
      )}
    </Section>
  );
}

function Batches({ page }: { page: SubsidyPage }) {
  const t = useT();
  return (
    <Section title={t('subsidies.part.batches')}>
      <DataTable<BatchRow>
        caption={t('subsidies.part.batches')}
        rows={page.batches}
        rowKey={(row) => row.id}
        full
        empty={{ why: t('subsidies.batches.none'), todo: t('subsidies.batches.none.todo') }}
        columns={[
          {
            key: 'number',
            title: t('subsidies.column.number'),
            cell: (row) => (
              <PageLink to={`/subsidies/batches/${row.id}`}>
                {t('subsidies.batch', { number: row.number })}
              </PageLink>
            ),
          },
          {
            key: 'made',
            title: t('subsidies.column.made'),
            width: 9,
            cell: (row) => [row.madeOn, row.madeBy].filter(Boolean).join(' '),
          },
          {
            key: 'counts',
            title: t('subsidies.column.amount'),
            width: 10,
            cell: (row) =>
              t('subsidies.batch.counts', { count: row.count, amount: exactYuan(row.amount) }),
          },
          {
            key: 'paid',
            title: t('subsidies.column.paid'),
            width: 10,
            cell: (row) => <Paid row={row} />,
          },
          {
            key: 'state',
            title: t('subsidies.column.state'),
            width: 10,
            cell: (row) => t(`subsidies.batch_state.${row.state}`),
          },
          {
            key: 'receipt',
            title: t('subsidies.column.receipt'),
            width: 10,
            cell: (row) => [row.receipt, row.paidOn].filter(Boolean).join(' · '),
          },
        ]}
      />
    </Section>
  );
}

function Paid({ row }: { row: BatchRow }) {
  const t = useT();
  if (row.paidCount === null || row.paidAmount === null) return null;
  const failed = row.count - row.paidCount;
  return (
    <>
      {t('subsidies.batch.counts', { count: row.paidCount, amount: exactYuan(row.paidAmount) })}
      {failed > 0 && (
        <span className="project-late row-hint">
          {t('subsidies.batch.failed', { count: failed })}
        </span>
      )}
    </>
  );
}

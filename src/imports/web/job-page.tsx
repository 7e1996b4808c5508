// One import: what is wrong with it, or what it will write, and what became of it.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { clockAt } from '../../kit/period.ts';
import { pathWith, send } from '../../platform/web/api.ts';
import { useAsk } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { Value } from '../../platform/web/money.tsx';
import { Answer, Failed, PageTitle, Section } from '../../platform/web/page.tsx';
import type { JobPage as Job, PreviewThing } from '../contract.ts';
import { mostShown, type Verb } from '../rules.ts';
import { Problems } from './problems.tsx';
import './imports.css';

export default function JobPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const asked = useAsk<Job>(`/api/imports/jobs/${id}`);
  return <Answer of={asked}>{(job) => <OneJob job={job} />}</Answer>;
}

function OneJob({ job }: { job: Job }) {
  const t = useT();
  const lang = useLang();
  const { busy, problem, act } = useVerb(job);
  const faulty = job.state === 'validated';
  return (
    <>
      <PageTitle
        question={t(`imports.question.${job.state}`, { name: job.name, faulty: job.faulty })}
        time={`${job.kindName} · ${job.officeName} · ${job.by} · ${clockAt(Date.parse(job.changedAt)).slice(0, 16)}`}
        actions={
          <>
            {faulty && (
              <a
                className="main-button button-link"
                href={pathWith(`/api/imports/jobs/${job.id}/reasons.xlsx`, { lang })}
                download={`${t('imports.reasons.name', { name: job.name.replace(/\.xlsx$/i, '') })}.xlsx`}
              >
                {t('imports.reasons')}
              </a>
            )}
            {job.verbs.map((verb) => (
              <button
                key={verb}
                type="button"
                className={verb === 'commit' || verb === 'read' ? 'main-button' : 'plain-button'}
                disabled={busy}
                onClick={() => void act(verb)}
              >
                {t(`imports.verb.${verb}`)}
              </button>
            ))}
          </>
        }
      />
      {busy && (
        <p role="status" className="section-note">
          {t('imports.busy.working')}
        </p>
      )}
      {problem !== undefined && <Failed problem={problem} />}
      <dl className="import-sums">
        <Sum name={t('imports.column.lines')} value={job.lines} />
        <Sum name={t('imports.column.faulty')} value={job.faulty} />
        <Sum name={job.newName ?? t('imports.column.created')} value={job.created} />
        {job.newName === null && <Sum name={t('imports.column.changed')} value={job.changed} />}
        <div>
          <dt>{t('imports.column.amount')}</dt>
          <dd>
            <Value of={{ value: job.amount, as: 'fen' }} />
          </dd>
        </div>
      </dl>
      {faulty && <Problems job={job.id} />}
      {job.preview.length > 0 && !faulty && <Preview job={job} />}
      {job.state === 'committed' && (job.undoNote ?? job.verbs.includes('undo')) && (
        <p className="section-note">{job.undoNote ?? t('imports.undo.note')}</p>
      )}
    </>
  );
}

const Sum = ({ name, value }: { name: string; value: number }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value.toLocaleString('en')}</dd>
  </div>
);

function Preview({ job }: { job: Job }) {
  const t = useT();
  const done = job.state === 'committed' || job.state === 'undone';
  return (
    <Section
      title={t(done ? 'imports.preview.done' : 'imports.preview')}
      note={t('imports.preview.note', { most: mostShown })}
    >
      <DataTable<PreviewThing>
        caption={t('imports.preview')}
        rows={job.preview}
        rowKey={(row) => String(row.n)}
        columns={[
          { key: 'line', title: t('imports.column.line'), number: true, cell: (row) => row.n },
          { key: 'thing', title: t('imports.column.thing'), width: 24, cell: (row) => row.name },
          {
            key: 'what',
            title: t('imports.column.what'),
            cell: (row) => (row.changes ? t('imports.changes') : (job.newName ?? t('imports.new'))),
          },
          {
            key: 'lines',
            title: t('imports.column.lines'),
            number: true,
            cell: (row) => row.lines,
          },
          {
            key: 'amount',
            title: t('imports.column.amount'),
            number: true,
            cell: (row) => row.amount && <Value of={{ value: row.amount, as: 'fen' }} />,
          },
          {
            key: 'before',
            title: t('imports.column.amount_before'),
            number: true,
            cell: (row) =>
              row.amountBefore && <Value of={{ value: row.amountBefore, as: 'fen' }} />,
          },
        ]}
      />
    </Section>
  );
}

/** Does a verb; everything that is shown is asked anew after it. */
function useVerb({ id }: Job) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  async function act(verb: Verb) {
    setBusy(true);
    setProblem(undefined);
    try {
      if (verb === 'read') {
        await send('POST', '/api/imports/readings', { job: id });
        await send('POST', `/api/imports/jobs/${id}/check`);
      } else await send('POST', `/api/imports/jobs/${id}/${verb}`);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
      void queries.invalidateQueries();
    }
  }
  return { busy, problem, act };
}

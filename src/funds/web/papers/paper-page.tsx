// One paper: what it says, what to look at, its lines and tasks, who did what; and what may be done with it now.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { clockAt } from '../../../kit/period.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { Answer, PageTitle, Section } from '../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import { PageLink, useGo } from '../../../platform/web/use-address.tsx';
import type { PaperPage as Paper } from '../../contract-papers.ts';
import { DeedForm, type PaperDeed } from './deed-form.tsx';
import { Hints } from './hints.tsx';
import { ReverseForm } from './reverse-form.tsx';
import { taskColumns } from './task-columns.ts';
import './papers.css';

export default function PaperPage() {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<Paper>(`/api/funds/papers/${id}`);
  const [doing, setDoing] = useState<PaperDeed>();
  const [reversing, setReversing] = useState(false);
  const queries = useQueryClient();
  const go = useGo();
  const paper = asked.data;
  return (
    <>
      <PageTitle
        question={paper?.number ?? t('funds.page.papers')}
        {...(paper ? { time: t(`funds.paper_state.${paper.state}`) } : {})}
        actions={
          paper && <Verbs paper={paper} begin={setDoing} reverse={() => setReversing(true)} />
        }
      />
      <Answer of={asked}>{(given) => <Shown paper={given} />}</Answer>
      {paper && (
        <Drawer
          open={reversing}
          title={t('funds.form.reverse')}
          onClose={() => setReversing(false)}
        >
          <ReverseForm
            paper={paper}
            onDone={(reversal) => {
              setReversing(false);
              void queries.invalidateQueries();
              go(`/funds/papers/${reversal}`);
            }}
            onCancel={() => setReversing(false)}
          />
        </Drawer>
      )}
      {paper && doing && (
        <Drawer open title={t(`funds.paper_verb.${doing}`)} onClose={() => setDoing(undefined)}>
          <DeedForm
            paper={paper}
            deed={doing}
            onDone={() => {
              setDoing(undefined);
              void queries.invalidateQueries();
            }}
            onCancel={() => setDoing(undefined)}
          />
        </Drawer>
      )}
    </>
  );
}

/** The deed that leads on is the main one; the others stand before it. */
function Verbs(props: { paper: Paper; begin: (deed: PaperDeed) => void; reverse: () => void }) {
  const { paper, begin, reverse } = props;
  const t = useT();
  const { home } = useSession();
  const may = useMay('funds.register');
  if (paper.state === 'posted' && paper.kind === 'booking' && may && home.key === paper.office)
    return (
      <button type="button" className="plain-button" onClick={reverse}>
        {t('funds.form.reverse')}
      </button>
    );
  return (
    <>
      {paper.verbs
        .filter((verb) => verb !== 'register' && !(verb === 'amend' && paper.kind === 'reversal'))
        .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
        .map((verb) =>
          verb === 'amend' || verb === 'register' ? (
            <PageLink key={verb} to={`/funds/papers/${paper.id}/amend`} className="plain-button">
              {t('funds.paper_verb.amend')}
            </PageLink>
          ) : (
            <button
              key={verb}
              type="button"
              className={verb === 'submit' || verb === 'check' ? 'main-button' : 'plain-button'}
              onClick={() => begin(verb)}
            >
              {t(`funds.paper_verb.${verb}`)}
            </button>
          ),
        )}
    </>
  );
}
const order = ['discard', 'withdraw', 'return', 'amend', 'submit', 'check'];

function Shown({ paper }: { paper: Paper }) {
  const t = useT();
  const facts: [string, string][] = [
    ['title', paper.title],
    ...(paper.purpose === null ? [] : [['purpose', paper.purpose] satisfies [string, string]]),
    ['measure', t(`funds.measure.${paper.measure}`)],
    ['payer', `${t(`funds.payer.${paper.payer}`)} · ${paper.payerName}`],
    ['source', t(`funds.source.${paper.source}`)],
    ['programme', t(`funds.programme.${paper.programme}`)],
    ['year', String(paper.year)],
    ['dated', paper.dated],
    ['functionCode', paper.functionCode ?? t('funds.paper.without')],
    ['budgetCode', paper.budgetCode ?? t('funds.paper.without')],
    ['office', paper.officeName],
  ];
  return (
    <>
      <Hints paper={paper} />
      <dl className="paper-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`funds.column.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('funds.column.amount')}</dt>
          <dd>
            <Value of={{ value: paper.amount, as: 'fen' }} />
          </dd>
        </div>
      </dl>
      {paper.pledge && (
        <p>
          {t('funds.page.pledge')}{' '}
          <PageLink to={`/funds/donations/${paper.pledge}`}>{paper.donor}</PageLink>
        </p>
      )}
      {paper.reverses && (
        <p>
          {t('funds.paper.reversed_document')}{' '}
          <PageLink to={`/funds/papers/${paper.reverses}`}>
            {paper.number.replace('冲红 ', '')}
          </PageLink>
        </p>
      )}
      {paper.explanation && (
        <p className="paper-explained">{t('funds.paper.explained', { text: paper.explanation })}</p>
      )}
      <Section title={t('funds.paper.lines')} note={<LinesNote paper={paper} />}>
        <DataTable
          caption={t('funds.paper.lines')}
          rows={paper.lines}
          rowKey={(row) => row.id}
          empty={{ why: t('funds.paper.no_lines'), todo: t('funds.paper.no_lines.todo') }}
          columns={[
            { key: 'county', title: t('funds.column.county'), cell: (row) => row.countyName },
            { key: 'place', title: t('funds.column.place'), cell: (row) => row.placeName },
            {
              key: 'amount',
              title: t('funds.column.amount'),
              number: true,
              cell: (row) => <Value of={{ value: row.amount, as: 'fen' }} />,
            },
          ]}
        />
      </Section>
      {paper.tasks.length > 0 && (
        <Section title={t('funds.paper.tasks')}>
          <DataTable
            caption={t('funds.paper.tasks')}
            rows={paper.tasks}
            rowKey={(row) => row.id}
            empty={{}}
            columns={taskColumns(t)}
          />
        </Section>
      )}
      <Section title={t('funds.paper.history')}>
        <ol className="paper-history">
          {paper.events.map((event) => (
            <li key={`${event.at} ${event.verb}`}>
              <span className="paper-when">{clockAt(Date.parse(event.at)).slice(0, 16)}</span>{' '}
              {event.by} {t(`funds.paper_verb.${event.verb}`)}
              {event.reason && t('funds.paper.because', { text: event.reason })}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function LinesNote({ paper }: { paper: Paper }) {
  const t = useT();
  const gap = BigInt(paper.amount) - BigInt(paper.linesAmount);
  return (
    <>
      {t('funds.form.lines.count', { count: paper.lines.length })}{' '}
      <Value of={{ value: paper.linesAmount, as: 'fen' }} />
      {gap !== 0n && (
        <span className="paper-gap">
          {' '}
          {t(gap > 0n ? 'funds.form.lines.short' : 'funds.form.lines.over')}{' '}
          <Value of={{ value: String(gap > 0n ? gap : -gap), as: 'fen' }} />
        </span>
      )}
    </>
  );
}

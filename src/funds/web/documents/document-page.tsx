// One document: who issued how much of what, and its lines place by place.
import { useParams } from '@tanstack/react-router';
import { formatMoney } from '../../../kit/money.ts';
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useLang, useT } from '../../../platform/web/i18n.tsx';
import { PageTitle, Section } from '../../../platform/web/page.tsx';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { DocumentLine, DocumentPage as Page } from '../../contract-reading.ts';
import { amountColumn, lineColumns, noteColumn } from '../line-columns.tsx';
import { taskColumns } from '../papers/task-columns.ts';
import '../../../teams/web/teams.css';
import '../funds.css';

export default function DocumentPage() {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = usePages<DocumentLine>(`/api/funds/documents/${id}`);
  const known = asked.first as Page | undefined; // each page of its lines comes with its head
  return (
    <>
      <PageTitle
        question={known?.number ?? t('funds.page.documents')}
        {...(known ? { time: t('funds.document.issued_on', { day: known.issuedOn }) } : {})}
      />
      {known && <Head document={known} />}
      {known && known.tasks.length > 0 && <Tasks tasks={known.tasks} />}
      <Section title={t('funds.document.lines')} note={t('funds.document.lines.note')}>
        <DataTable<DocumentLine>
          caption={t('funds.document.lines')}
          rows={asked.rows}
          rowKey={(row) => row.id}
          more={asked.more}
          pending={asked.pending}
          problem={asked.problem}
          onRetry={asked.retry}
          empty={{ why: t('funds.document.lines.none') }}
          columns={[...lineColumns(t, 'place'), amountColumn(t), noteColumn(t)]}
        />
      </Section>
    </>
  );
}

/** A binding task without a project stands in red: the money is bound to it. */
function Tasks({ tasks }: { tasks: Page['tasks'] }) {
  const t = useT();
  return (
    <Section title={t('funds.paper.tasks')} note={t('funds.document.tasks.note')}>
      <DataTable<Page['tasks'][number]>
        caption={t('funds.paper.tasks')}
        rows={tasks}
        rowKey={(row) => row.name}
        full
        needsAction={(row) => row.binding && row.count === 0}
        empty={{}}
        columns={[
          ...taskColumns<Page['tasks'][number]>(t),
          {
            key: 'projects',
            title: t('funds.column.task_projects'),
            width: 18,
            cell: (row) => <Answers of={row} />,
          },
        ]}
      />
    </Section>
  );
}

function Answers({ of }: { of: Page['tasks'][number] }) {
  const t = useT();
  if (of.count === 0)
    return of.binding ? <span className="owed">{t('funds.document.tasks.none')}</span> : null;
  return (
    <>
      {of.projects.map(({ id, number, name }) => (
        <div key={id}>
          <PageLink to={`/projects/${id}`}>
            {number} {name}
          </PageLink>
        </div>
      ))}
      {of.count > of.projects.length &&
        t('funds.document.tasks.more', { count: of.count - of.projects.length })}
    </>
  );
}

function Head({ document }: { document: Page }) {
  const t = useT();
  const lang = useLang();
  const { title, payer, payerName, programme, measure, year, functionCode, budgetCode } = document;
  const money = (fen: string) => formatMoney(fen, lang, 'wan');
  const facts: [string, string][] = [
    ['payer', `${payerName} · ${t(`funds.payer.${payer}`)}`],
    ['programme', t(`funds.programme.${programme}`)],
    ['measure', t(`funds.measure.${measure}`)],
    ['year', String(year)],
    ['whole', money(document.amount)],
    ['in_scope', money(document.here)],
    ['function_code', functionCode ?? ''],
    ['budget_code', budgetCode ?? ''],
  ];
  return (
    <>
      <p className="page-lead">{title}</p>
      <dl className="person-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(`funds.column.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

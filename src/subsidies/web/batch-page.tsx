// One batch: the list as it was checked, the file the bank pays by, what the bank said of each household.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { exactYuan } from '../../kit/money.ts';
import { useAsk } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { Drawer } from '../../platform/web/drawer.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section } from '../../platform/web/page.tsx';
import { useMay } from '../../platform/web/session.ts';
import { PageLink } from '../../platform/web/use-address.tsx';
import type { BatchPage as Batch } from '../contract.ts';
import { AnswerForm } from './answer-form.tsx';
import { BatchDeedForm } from './batch-deed-form.tsx';

type Verb = Batch['deeds'][number]['verb'];

export default function BatchPage() {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<Batch>(`/api/subsidies/batches/${id}`);
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Verb>();
  const exports = useMay('indicators.export');
  const batch = asked.data;
  const end = () => {
    setDoing(undefined);
    void queries.invalidateQueries();
  };
  return (
    <>
      <PageTitle
        question={
          batch
            ? `${batch.projectName} · ${t('subsidies.batch', { number: batch.number })}`
            : t('subsidies.page.title')
        }
        {...(batch
          ? {
              time: `${batch.townName} · ${batch.projectNumber} · ${t(`subsidies.batch_state.${batch.state}`)}`,
            }
          : {})}
        actions={
          batch && (
            <>
              <PageLink to={`/projects/${batch.project}/subsidies`} className="plain-button">
                {t('subsidies.batch.back')}
              </PageLink>
              {exports && batch.sha256 !== null && (
                <a
                  className="plain-button button-link"
                  href={`/api/subsidies/batches/${batch.id}/file.csv`}
                  download={`${batch.projectNumber}-${batch.number}.csv`}
                >
                  {t('subsidies.batch.file')}
                </a>
              )}
              {batch.deeds.map(({ verb }) => (
                <button
                  key={verb}
                  type="button"
                  className={verb === 'discard' ? 'plain-button' : 'main-button'}
                  onClick={() => setDoing(verb)}
                >
                  {t(`subsidies.verb.${verb}`)}
                </button>
              ))}
            </>
          )
        }
      />
      <Answer of={asked}>{(given) => <Lines batch={given} />}</Answer>
      {batch && doing && (
        <Drawer open title={t(`subsidies.verb.${doing}`)} onClose={() => setDoing(undefined)}>
          {doing === 'answer' ? (
            <AnswerForm batch={batch} onDone={end} />
          ) : (
            <BatchDeedForm
              {...{ batch, verb: doing, onDone: end }}
              onCancel={() => setDoing(undefined)}
            />
          )}
        </Drawer>
      )}
    </>
  );
}

function Lines({ batch }: { batch: Batch }) {
  const t = useT();
  const failed = batch.paidCount === null ? 0 : batch.count - batch.paidCount;
  return (
    <Section
      title={t('subsidies.batch.counts', { count: batch.count, amount: exactYuan(batch.amount) })}
      note={
        batch.paidAmount !== null &&
        t('subsidies.batch.only_paid', { amount: exactYuan(batch.paidAmount) })
      }
    >
      {batch.receipt !== null &&
        batch.requestAmount !== null &&
        BigInt(batch.requestAmount) > BigInt(batch.amount) && (
          <p>
            {t('subsidies.batch.more', {
              ...{ receipt: batch.receipt, amount: exactYuan(batch.requestAmount) },
            })}
          </p>
        )}
      {failed > 0 && <p>{t('subsidies.batch.failed', { count: failed })}</p>}
      <DataTable<Batch['lines'][number]>
        caption={t('subsidies.part.awards')}
        rows={batch.lines}
        rowKey={(row) => String(row.position)}
        full
        needsAction={(row) => row.result === 'failed' && row.again === null}
        empty={{ why: t('subsidies.none') }}
        columns={[
          { key: 'position', title: t('subsidies.column.position'), cell: (row) => row.position },
          { key: 'head', title: t('subsidies.column.head'), cell: (row) => row.head },
          { key: 'village', title: t('subsidies.column.village'), cell: (row) => row.village },
          { key: 'item', title: t('subsidies.column.item'), width: 10, cell: (row) => row.item },
          { key: 'tail', title: t('subsidies.column.accountTail'), cell: (row) => row.accountTail },
          {
            key: 'amount',
            title: t('subsidies.column.amount'),
            number: true,
            cell: (row) => exactYuan(row.amount),
          },
          {
            key: 'result',
            title: t('subsidies.column.result'),
            width: 16,
            cell: (row) =>
              [
                row.result && t(`subsidies.result.${row.result}`),
                row.reason,
                row.again !== null && t('subsidies.batch.again', { number: row.again }),
              ]
                .filter(Boolean)
                .join(' · '),
          },
        ]}
      />
      {batch.sha256 !== null && (
        <p className="field-help">
          {t('subsidies.batch.hash')} {batch.sha256}
        </p>
      )}
    </Section>
  );
}

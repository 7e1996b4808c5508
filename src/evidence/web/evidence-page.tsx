// One button that takes the evidence package of the place chosen, and the register of those that were taken.
import { useEffect, useState } from 'react';
import { clockAt } from '../../kit/period.ts';
import { pathWith } from '../../platform/web/api.ts';
import { useAsk } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section } from '../../platform/web/page.tsx';
import { usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { PackageRow, Packages } from '../contract.ts';

const when = (instant: string) => clockAt(Date.parse(instant)).slice(0, 16);
const named = (notices: PackageRow['notices']) =>
  notices.map(({ number, organ }) => `${organ} ${number}`).join('；');

/** It stands in the register when its last byte is sent: asked for until then, which the browser tells nobody. */
function useAwaited(last: string | undefined, ask: () => Promise<unknown>) {
  const [before, setBefore] = useState<{ last: string | undefined }>();
  const waiting = before !== undefined && before.last === last;
  useEffect(() => {
    if (!waiting) return;
    const asking = setInterval(() => void ask(), 3_000);
    const enough = setTimeout(() => setBefore(undefined), 600_000);
    return () => {
      clearInterval(asking);
      clearTimeout(enough);
    };
  }, [waiting, ask]);
  return { waiting, begin: () => setBefore({ last }) };
}

export default function EvidencePage() {
  const t = useT();
  const lang = useLang();
  const { place } = usePlacePeriod();
  const asked = useAsk<Packages>(pathWith('/api/evidence/packages', { place }));
  const awaits = useAwaited(asked.data?.rows[0]?.id, asked.refetch);
  return (
    <>
      <PageTitle
        question={t('evidence.page.question')}
        actions={
          asked.data?.mayTake && (
            <a
              className="main-button"
              href={pathWith('/api/evidence/package.zip', { place, lang })}
              download={`evidence-${place}.zip`}
              onClick={awaits.begin}
            >
              {t('evidence.take')}
            </a>
          )
        }
      />
      <p>{t('evidence.note')}</p>
      <Answer of={asked}>
        {({ rows, mayTake, notices }) => (
          <>
            {notices.length > 0 && <p>{t('evidence.under', { notices: named(notices) })}</p>}
            {!mayTake && <p role="status">{t('evidence.may_not')}</p>}
            {awaits.waiting && <p role="status">{t('evidence.awaited')}</p>}
            <Section title={t('evidence.register')} note={t('evidence.register.note')}>
              <DataTable<PackageRow>
                caption={t('evidence.register')}
                rows={rows}
                rowKey={(row) => row.id}
                empty={{ why: t('evidence.none') }}
                columns={[
                  {
                    key: 'taken',
                    title: t('evidence.column.taken'),
                    cell: (row) => when(row.takenAt),
                  },
                  {
                    key: 'place',
                    title: t('evidence.column.place'),
                    cell: (row) => row.placeName,
                  },
                  {
                    key: 'by',
                    title: t('evidence.column.by'),
                    cell: (row) => `${row.seatName} ${row.takenBy}`,
                  },
                  {
                    key: 'notices',
                    title: t('evidence.column.notices'),
                    cell: (row) => named(row.notices),
                  },
                  {
                    key: 'cutOff',
                    title: t('evidence.column.cut_off'),
                    cell: (row) => when(row.cutOff),
                  },
                  {
                    key: 'rows',
                    title: t('evidence.column.rows'),
                    number: true,
                    cell: (row) => row.files.reduce((sum, file) => sum + file.rows, 0),
                  },
                  {
                    key: 'sha256',
                    title: t('evidence.column.sha256'),
                    width: 34,
                    cell: (row) => <code>{row.sha256}</code>,
                  },
                ]}
              />
            </Section>
          </>
        )}
      </Answer>
    </>
  );
}

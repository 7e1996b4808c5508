// One public copy: what it says, its files, where it hangs, and what may be done.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { Drawer } from '../../platform/web/drawer.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section } from '../../platform/web/page.tsx';
import { formats } from '../codes.ts';
import type { CopyPage as Copy, Publication } from '../contract.ts';
import { mayStep } from '../rules.ts';
import { Blocks } from './blocks.tsx';
import { RecordForm, TakeDownForm } from './publication-forms.tsx';
import './disclosure.css';

export default function CopyPage() {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const queries = useQueryClient();
  const asked = useAsk<Copy>(`/api/disclosure/copies/${id}`);
  const [recording, setRecording] = useState(false);
  const [ending, setEnding] = useState<Publication>();
  const copy = asked.data;
  const again = () => {
    setRecording(false);
    setEnding(undefined);
    void queries.invalidateQueries();
  };
  return (
    <>
      <PageTitle
        question={copy?.title ?? t('disclosure.page.copies')}
        {...(copy ? { time: t(`disclosure.state.${copy.state}`) } : {})}
        actions={
          copy?.mayRecord && (
            <button type="button" className="main-button" onClick={() => setRecording(true)}>
              {t('disclosure.record')}
            </button>
          )
        }
      />
      <Answer of={asked}>
        {(given) => (
          <>
            <Publications of={given} end={setEnding} />
            <Section title={t('disclosure.files')} note={t('disclosure.files.note')}>
              <p className="disclosure-files">
                {formats.map((format) => (
                  <a
                    key={format}
                    href={`/api/disclosure/copies/${given.id}/files/copy.${format}`}
                    download
                  >
                    {t(`disclosure.open.file.${format}`)}
                  </a>
                ))}
                {given.openPage && <a href={given.openPage}>{t('disclosure.open_page')}</a>}
              </p>
              <Blocks of={given} />
              <p>
                {t('disclosure.copy.sum', { sum: given.sha256 })}{' '}
                {given.madeBy && t('disclosure.made_by', { by: given.madeBy, on: given.madeOn })}
              </p>
            </Section>
          </>
        )}
      </Answer>
      {copy && recording && (
        <Drawer open title={t('disclosure.record')} onClose={() => setRecording(false)}>
          <RecordForm of={copy} onDone={again} onCancel={() => setRecording(false)} />
        </Drawer>
      )}
      {ending && (
        <Drawer open title={t('disclosure.take_down')} onClose={() => setEnding(undefined)}>
          <TakeDownForm of={ending} onDone={again} onCancel={() => setEnding(undefined)} />
        </Drawer>
      )}
    </>
  );
}

function Publications({ of, end }: { of: Copy; end: (one: Publication) => void }) {
  const t = useT();
  return (
    <Section title={t('disclosure.publications')}>
      <DataTable<Publication>
        caption={t('disclosure.publications')}
        rows={of.publications}
        rowKey={(row) => row.id}
        empty={{
          why: t('disclosure.publications.none'),
          todo: t('disclosure.publications.none.todo'),
        }}
        columns={[
          {
            key: 'channel',
            title: t('disclosure.column.channel'),
            cell: (row) => t(`disclosure.channel.${row.channel}`),
          },
          {
            key: 'where',
            title: t('disclosure.column.where'),
            width: 26,
            cell: (row) =>
              row.channel === 'government_site' && row.shownAt ? (
                <a href={row.shownAt} rel="noreferrer" target="_blank">
                  {row.shownAt}
                </a>
              ) : (
                (row.shownAt ?? t('disclosure.own_pages'))
              ),
          },
          { key: 'from', title: t('disclosure.field.from'), cell: (row) => row.fromDay },
          {
            key: 'until',
            title: t('disclosure.field.until'),
            cell: (row) => row.untilDay ?? t('disclosure.no_end'),
          },
          {
            key: 'state',
            title: t('disclosure.field.state'),
            width: 14,
            cell: (row) => (
              <span className={row.state === 'due' ? 'disclosure-due' : undefined}>
                {row.state === 'due' && row.channel === 'own_pages'
                  ? t('disclosure.state.due_own')
                  : t(`disclosure.state.${row.state}`)}
                {row.takenDownOn && ` ${row.takenDownOn} ${row.takenDownBecause ?? ''}`}
              </span>
            ),
          },
          {
            key: 'do',
            title: t('disclosure.column.do'),
            cell: (row) =>
              of.mayRecord &&
              mayStep('take_down', row.state) && (
                <button type="button" className="text-button" onClick={() => end(row)}>
                  {t('disclosure.take_down')}
                </button>
              ),
          },
        ]}
      />
    </Section>
  );
}

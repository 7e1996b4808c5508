// Notices with their objections, papers on file, assets: what a town adds to a project.
import { useState } from 'react';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import type { Notice, ProjectPage } from '../../contract.ts';
import { AssetForm } from '../forms/asset-form.tsx';
import {
  AnswerForm,
  DocumentForm,
  NoticeForm,
  noticesOf,
  ObjectionForm,
} from '../forms/paper-forms.tsx';

type Doing =
  | { what: 'notice' | 'document' | 'asset' }
  | { what: 'objection'; notice: string }
  | { what: 'answer'; objection: string; said: string };

export function PapersPart({ project }: { project: ProjectPage }) {
  const t = useT();
  const may = useMay('projects.write');
  const { today, home } = useSession();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const over = ['terminated', 'discarded', 'handed_over'].includes(project.state);
  const add = (what: 'notice' | 'document' | 'asset', shown: boolean) =>
    shown && (
      <button type="button" className="plain-button" onClick={() => setDoing({ what })}>
        {t(`projects.${what}.add`)}
      </button>
    );
  const accepted = ['accepted', 'settled'].includes(project.state);
  const above = may && home.level !== 'town';
  return (
    <>
      <Section
        title={t('projects.part.notices')}
        tools={add('notice', project.mayWrite && noticesOf(project.state).length > 0)}
      >
        <DataTable<Notice>
          caption={t('projects.part.notices')}
          rows={project.notices}
          rowKey={(row) => row.id}
          full
          empty={{ why: t('projects.notice.none') }}
          columns={[
            {
              key: 'stage',
              title: t('projects.column.stage'),
              cell: (row) => t(`projects.notice_stage.${row.stage}`),
            },
            {
              key: 'days',
              title: t('projects.column.notice_days'),
              cell: (row) => `${row.postedOn} – ${row.endsOn}`,
            },
            {
              key: 'place',
              title: t('projects.column.placePosted'),
              width: 12,
              cell: (row) => row.placePosted,
            },
            {
              key: 'over',
              title: t('projects.column.state'),
              cell: (row) => t(`projects.notice.${row.endsOn < today ? 'over' : 'runs'}`),
            },
            {
              key: 'objections',
              title: t('projects.column.objections'),
              width: 30,
              cell: (row) => (
                <>
                  {row.objections.map((one) => (
                    <span key={one.id} className="row-hint">
                      {one.receivedOn} {one.said}{' '}
                      {one.answer ? (
                        <span className="project-when">
                          {t('projects.objection.answered', {
                            day: one.answeredOn ?? '',
                            text: one.answer,
                          })}
                        </span>
                      ) : may ? (
                        <button
                          type="button"
                          className="text-button"
                          onClick={() =>
                            setDoing({ what: 'answer', objection: one.id, said: one.said })
                          }
                        >
                          {t('projects.objection.answer')}
                        </button>
                      ) : (
                        <span className="project-late">{t('projects.objection.waits')}</span>
                      )}
                    </span>
                  ))}
                  {may && !over && (
                    <button
                      type="button"
                      className="text-button"
                      onClick={() => setDoing({ what: 'objection', notice: row.id })}
                    >
                      {t('projects.objection.add')}
                    </button>
                  )}
                </>
              ),
            },
          ]}
        />
      </Section>
      <Section
        title={t('projects.part.documents')}
        note={t('projects.part.documents.note')}
        tools={
          <>
            {add('document', (project.mayWrite || above) && !over)}
            {add('asset', project.mayWrite && accepted)}
          </>
        }
      >
        <DataTable<ProjectPage['documents'][number]>
          caption={t('projects.part.documents')}
          rows={project.documents}
          rowKey={(row) => row.id}
          full
          empty={{ why: t('projects.document.none') }}
          columns={[
            {
              key: 'kind',
              title: t('projects.column.kind'),
              cell: (row) => t(`projects.document_kind.${row.kind}`),
            },
            {
              key: 'title',
              title: t('projects.column.title'),
              width: 24,
              cell: (row) => row.title,
            },
            { key: 'number', title: t('projects.column.paper_number'), cell: (row) => row.number },
            { key: 'dated', title: t('projects.column.dated'), cell: (row) => row.dated },
            { key: 'by', title: t('projects.column.by'), cell: (row) => row.by },
          ]}
        />
      </Section>
      {doing && (
        <Drawer open title={t(titles[doing.what])} onClose={close}>
          {doing.what === 'notice' && (
            <NoticeForm project={project.id} state={project.state} onEnd={close} />
          )}
          {doing.what === 'document' && <DocumentForm project={project.id} onEnd={close} />}
          {doing.what === 'asset' && <AssetForm project={project} onEnd={close} />}
          {doing.what === 'objection' && <ObjectionForm notice={doing.notice} onEnd={close} />}
          {doing.what === 'answer' && (
            <AnswerForm objection={doing.objection} said={doing.said} onEnd={close} />
          )}
        </Drawer>
      )}
    </>
  );
}

const titles = {
  notice: 'projects.notice.add',
  document: 'projects.document.add',
  asset: 'projects.asset.add',
  objection: 'projects.objection.add',
  answer: 'projects.objection.answer',
} as const;

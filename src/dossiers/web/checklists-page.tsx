// What the county's office asks for with each kind of request, in its order; the office changes it from a day on.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAsk } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { Drawer } from '../../platform/web/drawer.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section } from '../../platform/web/page.tsx';
import { usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { Checklist, Checklists } from '../contract.ts';
import { servesOf } from '../rules.ts';
import { ChecklistForm } from './checklist-form.tsx';
import './dossiers.css';

export default function ChecklistsPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const asked = useAsk<Checklists>('/api/dossiers/checklists', { place });
  const queries = useQueryClient();
  const [changing, setChanging] = useState<Checklist>();
  const given = asked.data;
  return (
    <>
      <PageTitle
        question={t('dossiers.page.checklists.question')}
        {...(given ? { time: t('dossiers.checklists.office', { office: given.officeName }) } : {})}
      />
      <Answer of={asked}>
        {({ rows, maySet }) =>
          rows.map((list) => (
            <Section
              key={list.requestKind}
              title={t(`projects.request_kind.${list.requestKind}`)}
              note={
                list.basis === null
                  ? t('dossiers.checklists.standard')
                  : t('dossiers.checklists.since', {
                      basis: list.basis,
                      day: list.validFrom ?? '',
                    })
              }
              tools={
                maySet && (
                  <button
                    type="button"
                    className="plain-button"
                    aria-label={t('dossiers.checklists.change.of', {
                      kind: t(`projects.request_kind.${list.requestKind}`),
                    })}
                    onClick={() => setChanging(list)}
                  >
                    {t('dossiers.checklists.change')}
                  </button>
                )
              }
            >
              <DataTable
                caption={t(`projects.request_kind.${list.requestKind}`)}
                rows={list.items.map((item, at) => ({ ...item, at: at + 1 }))}
                rowKey={(row) => row.kind}
                empty={{}}
                columns={[
                  {
                    key: 'order',
                    title: t('dossiers.column.order'),
                    number: true,
                    cell: (row) => row.at,
                  },
                  {
                    key: 'paper',
                    title: t('dossiers.column.paper'),
                    cell: (row) => t(`projects.document_kind.${row.kind}`),
                  },
                  {
                    key: 'need',
                    title: t('dossiers.column.need'),
                    cell: (row) => t(row.required ? 'dossiers.required' : 'dossiers.optional'),
                  },
                  {
                    key: 'serves',
                    title: t('dossiers.column.serves'),
                    cell: (row) => t(`dossiers.serves.${servesOf(row.kind)}`),
                  },
                ]}
              />
            </Section>
          ))
        }
      </Answer>
      {given && changing && (
        <Drawer
          open
          title={t('dossiers.checklists.change.of', {
            kind: t(`projects.request_kind.${changing.requestKind}`),
          })}
          onClose={() => setChanging(undefined)}
        >
          <ChecklistForm
            office={given.office}
            list={changing}
            onDone={() => {
              setChanging(undefined);
              void queries.invalidateQueries();
            }}
            onCancel={() => setChanging(undefined)}
          />
        </Drawer>
      )}
    </>
  );
}

// Requests for payment: what was asked for, what is looked at, what the treasury's receipt says.
import { useState } from 'react';
import { Wan } from '../../../funds/web/wan.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { ImportLink } from '../../../platform/web/import-link.tsx';
import { Section } from '../../../platform/web/page.tsx';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { ProjectPage } from '../../contract.ts';
import type { RequestRow } from '../../contract-money.ts';
import { MoneyDeedForm } from '../forms/money-deed-form.tsx';
import { RequestForm } from '../forms/request-form.tsx';
import { Deeds } from './deeds.tsx';

type Doing =
  | { what: 'add' }
  | { what: 'amend'; request: RequestRow }
  | { what: 'deed'; request: RequestRow; verb: string; needs: string[] };

export function RequestsPart({ project }: { project: ProjectPage }) {
  const t = useT();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const signed = project.contracts.some(
    ({ kind, state }) => kind === 'main' && state === 'in_force',
  );
  const waits = project.requests.some(({ deeds }) => deeds.some(({ verb }) => verb === 'receipt'));
  return (
    <Section
      title={t('projects.part.requests')}
      note={t('projects.part.requests.note')}
      tools={
        signed && (
          <>
            <PageLink to={`/projects/${project.id}/subsidies`} className="plain-button">
              {t('projects.request.subsidies')}
            </PageLink>
            {waits && (
              <ImportLink kind="projects.receipt">{t('projects.sheet.receipts')}</ImportLink>
            )}
            {project.mayWrite && (
              <button
                type="button"
                className="plain-button"
                onClick={() => setDoing({ what: 'add' })}
              >
                {t('projects.request.add')}
              </button>
            )}
          </>
        )
      }
    >
      <DataTable<RequestRow>
        caption={t('projects.part.requests')}
        rows={project.requests}
        rowKey={(row) => row.id}
        full
        empty={{ why: t('projects.request.none'), todo: t('projects.request.none.todo') }}
        columns={[
          { key: 'asked', title: t('projects.column.askedOn'), cell: (row) => row.askedOn },
          {
            key: 'kind',
            title: t('projects.column.kind'),
            width: 7,
            cell: (row) => t(`projects.request_kind.${row.kind}`),
          },
          {
            key: 'amount',
            title: t('projects.column.amount'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) => <Wan fen={row.amount} />,
          },
          {
            key: 'payee',
            title: t('projects.column.payee'),
            width: 12,
            cell: (row) => (
              <>
                {row.payee}
                {row.accountTail && <span className="project-when"> …{row.accountTail}</span>}
                {row.hints.map(({ code, about }) => (
                  <span key={code} className="project-late row-hint">
                    {t(`projects.hint.${code}`, { about })}
                  </span>
                ))}
              </>
            ),
          },
          {
            key: 'invoice',
            title: t('projects.column.invoice'),
            width: 9,
            cell: (row) => row.invoice,
          },
          {
            key: 'state',
            title: t('projects.column.state'),
            width: 8,
            cell: (row) => (
              <>
                {t(`projects.request_state.${row.state}`)}
                {row.state !== 'discarded' && (
                  <PageLink to={`/dossiers/${row.id}`} className="row-hint">
                    {t(
                      row.deeds.some(({ missing }) => missing.includes('dossier'))
                        ? 'projects.request.dossier_first'
                        : 'projects.request.dossier',
                    )}
                  </PageLink>
                )}
              </>
            ),
          },
          {
            key: 'receipt',
            title: t('projects.column.receipt'),
            width: 12,
            cell: (row) => [row.receipt, row.paidOn].filter(Boolean).join(' · '),
          },
          {
            key: 'people',
            title: t('projects.column.people'),
            width: 10,
            cell: (row) => [row.registeredBy, row.checkedBy].filter(Boolean).join(' → '),
          },
          {
            key: 'deeds',
            title: t('projects.column.deeds'),
            width: 10,
            cell: (row) => (
              <Deeds
                deeds={row.deeds}
                begin={(verb, needs) =>
                  setDoing(
                    verb === 'amend'
                      ? { what: 'amend', request: row }
                      : { what: 'deed', request: row, verb, needs },
                  )
                }
              />
            ),
          },
        ]}
      />
      {(doing?.what === 'add' || doing?.what === 'amend') && (
        <Drawer
          open
          title={t(doing.what === 'add' ? 'projects.request.add' : 'projects.request.amend')}
          onClose={close}
        >
          <RequestForm
            project={project}
            {...(doing.what === 'amend' ? { request: doing.request } : {})}
            onDone={close}
            onCancel={close}
          />
        </Drawer>
      )}
      {doing?.what === 'deed' && (
        <Drawer open title={t(`projects.money_verb.${doing.verb}`)} onClose={close}>
          <MoneyDeedForm
            of="requests"
            id={doing.request.id}
            seen={doing.request.changedAt}
            verb={doing.verb}
            needs={doing.needs}
            about={`${t(`projects.request_kind.${doing.request.kind}`)} · ${doing.request.payee}`}
            amount={doing.request.amount}
            hints={doing.verb === 'submit' || doing.verb === 'check' ? doing.request.hints : []}
            onDone={close}
            onCancel={close}
          />
        </Drawer>
      )}
    </Section>
  );
}

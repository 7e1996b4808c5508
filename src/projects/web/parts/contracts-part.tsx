// Contracts with what changed them, and what may be done to each.
import { useState } from 'react';
import { Wan } from '../../../funds/web/wan.tsx';
import { exactYuan } from '../../../kit/money.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { ProjectPage } from '../../contract.ts';
import type { ContractRow } from '../../contract-money.ts';
import { ContractForm } from '../forms/contract-form.tsx';
import { MoneyDeedForm } from '../forms/money-deed-form.tsx';
import { Deeds } from './deeds.tsx';

type Doing =
  | { what: 'add' }
  | { what: 'amend'; contract: ContractRow }
  | { what: 'deed'; contract: ContractRow; verb: string; needs: string[] };

const written = ['planned', 'preparing', 'contracted', 'building', 'completed', 'accepted'];

export function ContractsPart({ project }: { project: ProjectPage }) {
  const t = useT();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  return (
    <Section
      title={t('projects.part.contracts')}
      tools={
        project.mayWrite &&
        written.includes(project.state) && (
          <button type="button" className="plain-button" onClick={() => setDoing({ what: 'add' })}>
            {t('projects.contract.add')}
          </button>
        )
      }
    >
      <DataTable<ContractRow>
        caption={t('projects.part.contracts')}
        rows={project.contracts}
        rowKey={(row) => row.id}
        full
        empty={{ why: t('projects.contract.none'), todo: t('projects.contract.none.todo') }}
        columns={[
          {
            key: 'number',
            title: t('projects.column.contract_number'),
            width: 12,
            cell: (row) => row.number,
          },
          {
            key: 'kind',
            title: t('projects.column.kind'),
            cell: (row) => t(`projects.contract_kind.${row.kind}`),
          },
          {
            key: 'contractor',
            title: t('projects.column.contractor'),
            width: 12,
            cell: (row) => (
              <>
                {row.contractor}
                {row.contractorFounded && (
                  <span className="project-when row-hint">
                    {t('projects.contract.founded', { day: row.contractorFounded })}
                  </span>
                )}
              </>
            ),
          },
          { key: 'signed', title: t('projects.column.signedOn'), cell: (row) => row.signedOn },
          {
            key: 'amount',
            title: t('projects.column.amount'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) => <Wan fen={row.amount} />,
          },
          {
            key: 'retention',
            title: t('projects.column.retention'),
            width: 9,
            cell: (row) =>
              row.retention === 0
                ? null
                : `${row.retention / 10}%${row.retainedTo ? ` · ${row.retainedTo}` : ''}`,
          },
          {
            key: 'state',
            title: t('projects.column.state'),
            width: 10,
            cell: (row) => (
              <>
                {t(`projects.contract_state.${row.state}`)}
                {row.endedAmount !== null && (
                  <span className="project-when row-hint">
                    {t('projects.contract.ended', {
                      day: row.endedOn ?? '',
                      amount: exactYuan(row.endedAmount),
                    })}
                  </span>
                )}
              </>
            ),
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
            width: 12,
            cell: (row) => (
              <Deeds
                deeds={row.deeds}
                begin={(verb, needs) =>
                  setDoing(
                    verb === 'amend'
                      ? { what: 'amend', contract: row }
                      : { what: 'deed', contract: row, verb, needs },
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
          title={t(doing.what === 'add' ? 'projects.contract.add' : 'projects.contract.amend')}
          onClose={close}
        >
          <ContractForm
            project={project}
            {...(doing.what === 'amend' ? { contract: doing.contract } : {})}
            onDone={close}
            onCancel={close}
          />
        </Drawer>
      )}
      {doing?.what === 'deed' && (
        <Drawer open title={t(`projects.money_verb.${doing.verb}`)} onClose={close}>
          <MoneyDeedForm
            of="contracts"
            id={doing.contract.id}
            seen={doing.contract.changedAt}
            verb={doing.verb}
            needs={doing.needs}
            about={`${doing.contract.number} ${doing.contract.contractor}`}
            amount={doing.contract.amount}
            hints={[]}
            onDone={close}
            onCancel={close}
          />
        </Drawer>
      )}
    </Section>
  );
}

// Adjustments of the budget: what was, what is asked for, who proposed and who decided.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { exactYuan } from '../../../kit/money.ts';
import { send } from '../../../platform/web/api.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { AdjustmentRow, ProjectPage } from '../../contract.ts';
import { Deeds } from './deeds.tsx';

interface Doing {
  adjustment: AdjustmentRow;
  verb: string;
  needs: string[];
}

export function AdjustmentsPart({ project }: { project: ProjectPage }) {
  const t = useT();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  if (project.adjustments.length === 0) return null;
  return (
    <Section title={t('projects.part.adjustments')} note={t('projects.part.adjustments.note')}>
      <DataTable<AdjustmentRow>
        caption={t('projects.part.adjustments')}
        rows={project.adjustments}
        rowKey={(row) => row.id}
        full
        empty={{ why: '' }}
        columns={[
          {
            key: 'proposed',
            title: t('projects.adjustment.proposed'),
            width: 8,
            cell: (row) => [row.proposedOn, row.proposedBy].filter(Boolean).join(' '),
          },
          {
            key: 'lines',
            title: t('projects.adjustment.changes'),
            width: 18,
            cell: (row) => <Changes row={row} />,
          },
          {
            key: 'reason',
            title: t('projects.adjustment.reason'),
            width: 14,
            cell: (row) => row.reason,
          },
          {
            key: 'state',
            title: t('projects.column.state'),
            cell: (row) => t(`projects.adjustment_state.${row.state}`),
          },
          {
            key: 'decided',
            title: t('projects.adjustment.decided'),
            width: 10,
            cell: (row) => [row.decidedOn, row.decidedBy, row.answer].filter(Boolean).join(' '),
          },
          {
            key: 'deeds',
            title: t('projects.column.deeds'),
            width: 8,
            cell: (row) => (
              <Deeds
                deeds={row.deeds}
                begin={(verb, needs) => setDoing({ adjustment: row, verb, needs })}
              />
            ),
          },
        ]}
      />
      {doing && (
        <Drawer open title={t(`projects.money_verb.${doing.verb}`)} onClose={close}>
          <DeedForm doing={doing} onEnd={close} />
        </Drawer>
      )}
    </Section>
  );
}

function Changes({ row }: { row: AdjustmentRow }) {
  const t = useT();
  return row.lines.map(({ payer, payerName, year, before, after }) => (
    <div key={`${payer} ${payerName} ${year}`}>
      {t('projects.adjustment.line', {
        source: `${t(`funds.payer.${payer}`)} ${year}`,
        ...{ before: exactYuan(before), after: exactYuan(after) },
      })}
    </div>
  ));
}

function DeedForm({ doing, onEnd }: { doing: Doing; onEnd: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const { adjustment, verb, needs } = doing;
  const asks = needs.includes('reason');
  const form = useForm(
    `projects.adjustment.${verb}:${adjustment.id}`,
    { reason: '' },
    (values) => ({
      reason: asks && !values.reason.trim() ? t('projects.form.needed') : undefined,
    }),
  );
  return (
    <Form
      form={form}
      verb={t(`projects.money_verb.${verb}`)}
      send={async (values, id) => {
        try {
          return await send(
            'POST',
            `/api/projects/adjustments/${adjustment.id}/steps/${verb}`,
            { seen: adjustment.changedAt, ...(asks ? { reason: values.reason.trim() } : {}) },
            id,
          );
        } catch (problem) {
          await queries.invalidateQueries();
          throw problem;
        }
      }}
      onDone={() => {
        onEnd();
        void queries.invalidateQueries();
      }}
      onCancel={onEnd}
    >
      <Changes row={adjustment} />
      <p>{adjustment.reason}</p>
      {asks && (
        <TextField
          form={form}
          name="reason"
          label={t('projects.form.reason')}
          lines={4}
          maxLength={500}
          required
        />
      )}
    </Form>
  );
}

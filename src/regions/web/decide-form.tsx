// Deciding one uncertain change: what it means, and the reason.
import { send } from '../../platform/web/api.ts';
import { TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import type { ChangeRow, Decide } from '../contract.ts';
import { Named, WhatChanged } from './change-cells.tsx';

export type Deciding = { row: ChangeRow; verdict: Decide['verdict'] };

/** The word of the deed: to accept that a place was merged is another thing than that it goes on. */
export function deedOf({ row, verdict }: Deciding): string {
  return row.change === 'merged' ? `${verdict}_merged` : verdict;
}

export function DecideForm(props: {
  edition: string;
  deciding: Deciding;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { edition, deciding, onDone, onCancel } = props;
  const { row, verdict } = deciding;
  const t = useT();
  const deed = `regions.decide.${deedOf(deciding)}`;
  const form = useForm(
    `regions.decide:${edition}:${row.id}:${verdict}`,
    { reason: '' },
    ({ reason }) => ({
      reason: reason.trim() ? undefined : t('regions.decide.reason.needed'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t(deed)}
      send={({ reason }, id) => {
        const body: Decide = { edition, change: row.id, verdict, reason: reason.trim() };
        return send<{ id: string }>('POST', '/api/regions/decisions', body, id);
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>
        <Named name={row.oldName} code={row.oldCode} /> →{' '}
        <Named name={row.newName} code={row.newCode} />
      </p>
      <p className="section-note">
        <WhatChanged row={row} /> · {t(`regions.evidence.${row.evidence}`, row.params)}
      </p>
      <p>{t(`${deed}.effect`, { old: row.oldName ?? '', new: row.newName ?? '' })}</p>
      <TextField
        form={form}
        name="reason"
        label={t('regions.decide.reason')}
        help={t('regions.decide.reason.help')}
        lines={3}
        required
      />
    </Form>
  );
}

// A deed on a run beside its page: finishing, confirming, returning, reopening, discarding.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import type { RunPage, RunWritten } from '../../contract-runs.ts';
import { Statement } from './statement.tsx';

export type RunDeed = 'finish' | 'confirm' | 'return' | 'reopen' | 'discard';

export function DeedForm(props: {
  run: RunPage;
  deed: RunDeed;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { run, deed } = props;
  const t = useT();
  const queries = useQueryClient();
  const reasons = deed !== 'finish' && deed !== 'confirm';
  const form = useForm(`reconciliation.${deed}:${run.id}`, { reason: '' }, ({ reason }) => ({
    reason: reasons && !reason.trim() ? t('reconciliation.form.needed') : undefined,
  }));
  return (
    <Form
      form={form}
      verb={t(`reconciliation.run_verb.${deed}`)}
      send={async ({ reason }, id) => {
        const seen = run.changedAt;
        const body = reasons ? { reason: reason.trim(), seen } : { seen };
        try {
          return await send<RunWritten>(
            'POST',
            `/api/reconciliation/runs/${run.id}/${deed}`,
            body,
            id,
          );
        } catch (problem) {
          // What refused it may stand on the page by now: another state, books that moved.
          await queries.invalidateQueries({ queryKey: [`/api/reconciliation/runs/${run.id}`] });
          throw problem;
        }
      }}
      onDone={props.onDone}
      onCancel={props.onCancel}
    >
      {reasons ? (
        <TextField
          form={form}
          name="reason"
          label={t('reconciliation.form.reason')}
          lines={3}
          required
        />
      ) : (
        <>
          <p className="deed-about">{t(`reconciliation.form.${deed}.about`)}</p>
          <Statement run={run} />
        </>
      )}
    </Form>
  );
}

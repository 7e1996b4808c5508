// A deed on a finding beside its page: what is to be said, and to whom it goes by when.
import { useQueryClient } from '@tanstack/react-query';
import { addDays } from '../../kit/period.ts';
import { send } from '../../platform/web/api.ts';
import { DayField, SelectField, TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { useSession } from '../../platform/web/session.ts';
import type { FindingPage, FindingWritten } from '../contract.ts';
import { foundText } from './found-text.ts';

export function DeedForm(props: {
  finding: FindingPage;
  step: FindingPage['steps'][number];
  onDone: () => void;
  onCancel: () => void;
}) {
  const { finding, step, onDone, onCancel } = props;
  const t = useT();
  const lang = useLang();
  const queries = useQueryClient();
  const { today } = useSession();
  const needs = (what: (typeof step.needs)[number]) => step.needs.includes(what);
  const form = useForm(
    `supervision.${step.verb}:${finding.id}`,
    {
      said: '',
      owner: finding.owner ?? ownerFor(finding),
      replyBy: addDays(today, 7),
    },
    ({ said, owner, replyBy }) => ({
      said: needs('said') && !said.trim() ? t('supervision.form.needed') : undefined,
      owner: needs('owner') && !owner ? t('supervision.form.needed') : undefined,
      replyBy: needs('reply_by') && !replyBy ? t('supervision.form.needed') : undefined,
    }),
  );
  return (
    <Form
      form={form}
      verb={t(`supervision.verb.${step.verb}`)}
      send={async ({ said, owner, replyBy }, id) => {
        const path = `/api/supervision/findings/${finding.id}`;
        const seen = finding.changedAt;
        try {
          return await send<FindingWritten>(
            'POST',
            `${path}/${step.verb}`,
            step.verb === 'assign'
              ? { owner, replyBy, seen }
              : {
                  ...{ said: said.trim(), seen },
                  ...(step.verb === 'return'
                    ? { replyBy: needs('reply_by') ? replyBy : null }
                    : {}),
                },
            id,
          );
        } catch (problem) {
          // What refused it may stand on the page by now: another state.
          await queries.invalidateQueries({ queryKey: [path] });
          throw problem;
        }
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className="deed-about">{foundText(t, lang, finding)}</p>
      {needs('owner') && (
        <SelectField
          form={form}
          name="owner"
          label={t('supervision.column.owner')}
          none={t('supervision.form.choose')}
          choices={finding.owners.map(({ key, name }) => ({ value: key, label: name }))}
          required
        />
      )}
      {needs('said') && (
        <TextField
          form={form}
          name="said"
          label={t(`supervision.form.said.${step.verb}`)}
          lines={4}
          maxLength={1000}
          required
        />
      )}
      {needs('reply_by') && (
        <DayField
          form={form}
          name="replyBy"
          label={t('supervision.column.replyBy')}
          min={today}
          required
        />
      )}
    </Form>
  );
}

const ownerFor = ({ owners, place }: FindingPage): string =>
  owners.find(({ key }) => key === place)?.key ?? owners.at(-1)?.key ?? '';

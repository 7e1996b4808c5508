// Entering a problem that came from outside: audit, inspection, assessment, media, petition.
import { useQueryClient } from '@tanstack/react-query';
import { parseYuan } from '../../kit/money.ts';
import { addDays } from '../../kit/period.ts';
import { levelOfKey } from '../../kit/region-key.ts';
import { send } from '../../platform/web/api.ts';
import { useAsk } from '../../platform/web/ask.ts';
import { DayField, SelectField, TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { PageTitle } from '../../platform/web/page.tsx';
import { useSession } from '../../platform/web/session.ts';
import { useGo, usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { Step } from '../../regions/contract.ts';
import { outside } from '../codes.ts';
import type { FindingWritten } from '../contract.ts';
import './supervision.css';

export default function NewProblemPage() {
  const t = useT();
  const go = useGo();
  const queries = useQueryClient();
  const { today } = useSession();
  const { place } = usePlacePeriod();
  const path = useAsk<{ rows: Step[] }>(`/api/regions/places/${place}/path`, { on: today });
  const above = path.data?.rows ?? [];
  const owners = above.filter(({ key }) => ['county', 'town'].includes(levelOfKey(key)));
  const form = useForm(
    `supervision.new:${place}`,
    {
      ...{ source: '', paper: '', title: '', said: '', amount: '0', foundOn: today },
      ...{ owner: '', replyBy: addDays(today, 30) },
    },
    (values) => ({
      source: values.source ? undefined : t('supervision.form.needed'),
      paper: values.paper.trim() ? undefined : t('supervision.form.needed'),
      title: values.title.trim() ? undefined : t('supervision.form.needed'),
      owner: values.owner ? undefined : t('supervision.form.needed'),
      amount:
        (parseYuan(values.amount) ?? -1n) < 0n ? t('supervision.form.amount_form') : undefined,
    }),
  );
  return (
    <>
      <PageTitle question={t('supervision.page.new.question')} />
      <p className="page-lead">{t('supervision.page.new.note')}</p>
      <Form
        form={form}
        verb={t('supervision.form.enter')}
        send={(values, id) =>
          send<FindingWritten>(
            'POST',
            '/api/supervision/findings',
            {
              ...{ place, source: values.source, paper: values.paper.trim() },
              ...{ title: values.title.trim(), said: values.said.trim() || null },
              ...{ amount: String(parseYuan(values.amount) ?? 0n), foundOn: values.foundOn },
              ...{ project: null, owner: values.owner, replyBy: values.replyBy },
            },
            id,
          )
        }
        onDone={({ id }) => {
          void queries.invalidateQueries();
          go(`/supervision/findings/${id}`);
        }}
        onCancel={() => go('/supervision')}
      >
        <p className="finding-about">
          {t('supervision.column.place')}
          {t('supervision.because', { text: above.map(({ name }) => name).join(' ') })}
          <br />
          {t('supervision.form.place.help')}
        </p>
        <SelectField
          form={form}
          name="source"
          label={t('supervision.column.source')}
          none={t('supervision.form.choose')}
          choices={outside.map((one) => ({ value: one, label: t(`supervision.source.${one}`) }))}
          required
        />
        <TextField
          form={form}
          name="paper"
          label={t('supervision.column.paper')}
          help={t('supervision.form.paper.help')}
          maxLength={80}
          required
        />
        <DayField
          form={form}
          name="foundOn"
          label={t('supervision.column.foundOn')}
          max={today}
          required
        />
        <TextField
          form={form}
          name="title"
          label={t('supervision.form.title')}
          maxLength={200}
          required
        />
        <TextField
          form={form}
          name="said"
          label={t('supervision.form.detail')}
          lines={4}
          maxLength={1000}
        />
        <TextField
          form={form}
          name="amount"
          label={t('supervision.form.amount')}
          help={t('supervision.form.amount.help')}
          inputMode="decimal"
          required
        />
        <SelectField
          form={form}
          name="owner"
          label={t('supervision.column.owner')}
          none={t('supervision.form.choose')}
          choices={owners.map(({ key, name }) => ({ value: key, label: name }))}
          required
        />
        <DayField
          form={form}
          name="replyBy"
          label={t('supervision.column.replyBy')}
          min={today}
          required
        />
      </Form>
    </>
  );
}

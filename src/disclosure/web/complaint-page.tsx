// One complaint: what was said, the case it became, and the reply whoever sent it may read.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { HiddenValue } from '../../access/web/personal/hidden-value.tsx';
import { send } from '../../platform/web/api.ts';
import { useAsk } from '../../platform/web/ask.ts';
import { TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section } from '../../platform/web/page.tsx';
import { PageLink } from '../../platform/web/use-address.tsx';
import type { ComplaintPage as Complaint } from '../contract.ts';
import './disclosure.css';

export default function ComplaintPage() {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<Complaint>(`/api/disclosure/complaints/${id}`);
  const complaint = asked.data;
  return (
    <>
      <PageTitle
        question={complaint?.subject ?? t('disclosure.page.complaints')}
        {...(complaint ? { time: t(`disclosure.complaint_state.${complaint.state}`) } : {})}
      />
      <Answer of={asked}>
        {(given) => (
          <>
            <Facts of={given} />
            <Section title={t('disclosure.complaint.said')}>
              <p className="disclosure-said">{given.said}</p>
            </Section>
            <Section title={t('disclosure.open.reply')} note={t('disclosure.complaint.reply.note')}>
              {given.reply !== null && <p className="disclosure-said">{given.reply}</p>}
              {given.reply === null && given.above && <ReplyForm id={given.id} />}
              {given.reply === null && !given.above && (
                <p role="status">{t('disclosure.complaint.reply.above')}</p>
              )}
            </Section>
          </>
        )}
      </Answer>
    </>
  );
}

function Facts({ of }: { of: Complaint }) {
  const t = useT();
  const field = 'disclosure.complaint.contact';
  return (
    <dl className="disclosure-facts">
      <div>
        <dt>{t('disclosure.open.receipt')}</dt>
        <dd>{of.receipt}</dd>
      </div>
      <div>
        <dt>{t('disclosure.open.received_on')}</dt>
        <dd>{of.receivedOn}</dd>
      </div>
      <div>
        <dt>{t('disclosure.column.place')}</dt>
        <dd>{of.placeName}</dd>
      </div>
      <div>
        <dt>{t(field)}</dt>
        <dd>
          {of.contact === null ? (
            t(of.above ? 'disclosure.copy.not_given' : 'disclosure.complaint.above_only')
          ) : (
            <HiddenValue field={field} row={of.id} mask={of.contact} name={of.receipt} />
          )}
        </dd>
      </div>
      {of.copy && (
        <div>
          <dt>{t('disclosure.complaint.about')}</dt>
          <dd>
            <PageLink to={`/disclosure/copies/${of.copy.id}`}>{of.copy.title}</PageLink>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('disclosure.complaint.case')}</dt>
        <dd>
          <PageLink to={`/supervision/findings/${of.id}`}>
            {t('disclosure.complaint.case.open')}
          </PageLink>
        </dd>
      </div>
    </dl>
  );
}

function ReplyForm({ id }: { id: string }) {
  const t = useT();
  const queries = useQueryClient();
  const form = useForm(`disclosure.reply:${id}`, { reply: '' }, ({ reply }) => ({
    reply: reply.trim() ? undefined : t('disclosure.form.reply_needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('disclosure.reply')}
      send={({ reply }, write) =>
        send('POST', `/api/disclosure/complaints/${id}/reply`, { reply: reply.trim() }, write)
      }
      onDone={() => void queries.invalidateQueries()}
    >
      <TextField form={form} name="reply" label={t('disclosure.open.reply')} lines={4} required />
    </Form>
  );
}

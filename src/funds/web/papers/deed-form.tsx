// A deed on a paper beside its page: handing in with an explanation, checking, returning, withdrawing, discarding.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import type { PaperPage, PaperWritten } from '../../contract-papers.ts';
import { Hints } from './hints.tsx';

export type PaperDeed = 'submit' | 'withdraw' | 'return' | 'check' | 'discard';

export function DeedForm(props: {
  paper: PaperPage;
  deed: PaperDeed;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { paper, deed, onDone, onCancel } = props;
  const t = useT();
  const queries = useQueryClient();
  const explains = deed === 'submit' && paper.hints.length > 0;
  const reasons = deed === 'withdraw' || deed === 'return' || deed === 'discard';
  const form = useForm(`funds.paper.${deed}:${paper.id}`, { text: '' }, ({ text }) => ({
    text: (explains || reasons) && !text.trim() ? t('funds.form.needed') : undefined,
  }));
  const bodyOf = (text: string) => {
    const seen = paper.changedAt;
    if (deed === 'submit') return { explanation: explains ? text.trim() : null, seen };
    return deed === 'check' ? { seen } : { reason: text.trim() };
  };
  return (
    <Form
      form={form}
      verb={t(`funds.paper_verb.${deed}`)}
      send={async ({ text }, id) => {
        try {
          const path = `/api/funds/papers/${paper.id}/${deed}`;
          return await send<PaperWritten>('POST', path, bodyOf(text), id);
        } catch (problem) {
          // What refused it may stand on the page by now: a hint, another state.
          await queries.invalidateQueries({ queryKey: [`/api/funds/papers/${paper.id}`] });
          throw problem;
        }
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <div className="deed-about">
        <p>
          {paper.number} {paper.title}
        </p>
        <p>
          {t('funds.form.lines.count', { count: paper.lines.length })}{' '}
          <Value of={{ value: paper.linesAmount, as: 'fen' }} />
        </p>
        {deed === 'check' && <p>{t('funds.form.check.about')}</p>}
      </div>
      {(deed === 'submit' || deed === 'check') && <Hints paper={paper} />}
      {deed === 'check' && paper.explanation && (
        <p className="paper-explained">{t('funds.paper.explained', { text: paper.explanation })}</p>
      )}
      {(explains || reasons) && (
        <TextField
          form={form}
          name="text"
          label={t(explains ? 'funds.form.explanation' : 'funds.form.reason')}
          lines={3}
          required
        />
      )}
    </Form>
  );
}

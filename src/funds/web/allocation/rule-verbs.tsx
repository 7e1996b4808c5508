// The buttons of a rule or a plan, and the deed that asks for a reason or nothing.
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { send } from '../../../platform/web/api.ts';
import { TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { RuleEvent } from '../../contract-allocation.ts';
import { ruleTransitionOf } from '../../rules-approval.ts';

type Verb = RuleEvent['verb'];
export type RuleDeed = Exclude<Verb, 'draft' | 'amend'>;

const order: readonly Verb[] = [
  ...(['discard', 'withdraw', 'return', 'amend', 'submit', 'charge', 'approve'] as const),
];

/** The deed that leads on is the main one; the others stand before it. */
export function RuleVerbs(props: {
  verbs: readonly Verb[];
  /** Address of the page of the rule or plan. */
  at: string;
  begin: (deed: RuleDeed) => void;
}) {
  const t = useT();
  return props.verbs
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((verb) =>
      verb === 'amend' || verb === 'draft' ? (
        <PageLink key={verb} to={`${props.at}/amend`} className="plain-button">
          {t('funds.rule_verb.amend')}
        </PageLink>
      ) : (
        <button
          key={verb}
          type="button"
          className={
            ['submit', 'approve', 'charge'].includes(verb) ? 'main-button' : 'plain-button'
          }
          onClick={() => props.begin(verb)}
        >
          {t(`funds.rule_verb.${verb}`)}
        </button>
      ),
    );
}

export function RuleDeedForm(props: {
  /** Endpoint of the rule or plan. */
  at: string;
  seen: string;
  deed: RuleDeed;
  about: ReactNode;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { at, seen, deed, about, onDone, onCancel } = props;
  const t = useT();
  const queries = useQueryClient();
  const reasons = ruleTransitionOf(deed).needs === 'reason';
  const form = useForm(`${at}.${deed}`, { text: '' }, ({ text }) => ({
    text: reasons && !text.trim() ? t('funds.form.needed') : undefined,
  }));
  return (
    <Form
      form={form}
      verb={t(`funds.rule_verb.${deed}`)}
      send={async ({ text }, id) => {
        try {
          const body = reasons ? { reason: text.trim() } : { seen };
          return await send<unknown>('POST', `${at}/${deed}`, body, id);
        } catch (problem) {
          await queries.invalidateQueries({ queryKey: [at] });
          throw problem;
        }
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <div className="deed-about">{about}</div>
      {reasons && (
        <TextField form={form} name="text" label={t('funds.form.reason')} lines={3} required />
      )}
    </Form>
  );
}

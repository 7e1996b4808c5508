// What a system administrator can do with an account, one form a deed. Who confirms a deed reads first what it does.
import { send } from '../../../../platform/web/api.ts';
import { SelectField, TextField } from '../../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../../platform/web/form.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import { type AccountPage, disabledWhys, type Invited } from '../../../contract-accounts.ts';
import { displayNameFits } from '../../../rules/sheet-rows.ts';
import { ChangeAccountForm } from '../forms/change-account.tsx';
import { AskWithoutFactor } from './lost-factor.tsx';

export type Deed =
  | 'change'
  | 'rename'
  | 'remove_factor'
  | 'invite'
  | 'invite_again'
  | 'reset'
  | 'end_sessions'
  | 'disable'
  | 'enable';

/** In the order people need them; what would be refused anyway is not offered. */
export function deedsFor(account: AccountPage): Deed[] {
  if (account.state === 'disabled') return ['enable', 'rename'];
  const waits = account.requests.some(({ state }) => state === 'waiting');
  const password: Deed = account.hasPassword
    ? 'reset'
    : account.invitation
      ? 'invite_again'
      : 'invite';
  return [
    password,
    'change',
    'rename',
    ...(account.hasSecondFactor && !waits ? (['remove_factor'] as const) : []),
    ...(account.sessions.count > 0 ? (['end_sessions'] as const) : []),
    'disable',
  ];
}

interface DeedProps {
  account: AccountPage;
  onDone: (links?: Invited) => void;
  onCancel: () => void;
}

export function DeedForm({ deed, ...props }: DeedProps & { deed: Deed }) {
  const id = props.account.id;
  const at = `/api/access/accounts/${id}`;
  if (deed === 'change') return <ChangeAccountForm {...props} />;
  if (deed === 'rename') return <RenameForm {...props} />;
  if (deed === 'disable') return <DisableForm {...props} />;
  if (deed === 'remove_factor')
    return <AskWithoutFactor id={id} onDone={() => props.onDone()} onCancel={props.onCancel} />;
  if (deed === 'invite' || deed === 'invite_again')
    return (
      <SureForm {...props} deed={deed} path="/api/access/invitations" body={{ accounts: [id] }} />
    );
  if (deed === 'reset') return <SureForm {...props} deed={deed} path={`${at}/reset-password`} />;
  if (deed === 'end_sessions')
    return <SureForm {...props} deed={deed} path={`${at}/end-sessions`} />;
  return <SureForm {...props} deed={deed} path={`${at}/enable`} />;
}

/** A deed that needs no more than a second thought. */
function SureForm(props: DeedProps & { deed: Deed; path: string; body?: unknown }) {
  const { deed, account, path, body, onDone, onCancel } = props;
  const t = useT();
  const form = useForm(`access.do.${deed}:${account.id}`, {}, () => ({}));
  const note = deed === 'invite_again' ? 'invite' : deed;
  return (
    <Form
      form={form}
      verb={t(`access.do.${deed}`)}
      // A link is told once, so each try has an id of its own.
      send={(_, id) => send<Partial<Invited>>('POST', path, body, isLink(deed) ? undefined : id)}
      onDone={({ rows }) => onDone(rows ? { rows } : undefined)}
      onCancel={onCancel}
    >
      <p className="admin-lead">{t(`access.do.${note}.note`)}</p>
    </Form>
  );
}

const isLink = (deed: Deed) => deed === 'invite' || deed === 'invite_again' || deed === 'reset';

function RenameForm({ account, onDone, onCancel }: DeedProps) {
  const t = useT();
  const form = useForm(
    `access.rename:${account.id}`,
    { displayName: account.displayName },
    ({ displayName }) => ({
      displayName: displayNameFits(displayName.trim()) ? undefined : t('access.form.needed'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('access.do.rename')}
      send={({ displayName }, id) =>
        send(
          'POST',
          `/api/access/accounts/${account.id}/rename`,
          { displayName: displayName.trim() },
          id,
        )
      }
      onDone={() => onDone()}
      onCancel={onCancel}
    >
      <TextField
        form={form}
        name="displayName"
        label={t('access.admin.display_name')}
        maxLength={64}
        required
      />
    </Form>
  );
}

function DisableForm({ account, onDone, onCancel }: DeedProps) {
  const t = useT();
  const form = useForm(`access.disable:${account.id}`, { why: '' }, ({ why }) => ({
    why: why ? undefined : t('access.form.needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('access.do.disable')}
      send={({ why }, id) =>
        send('POST', `/api/access/accounts/${account.id}/disable`, { why }, id)
      }
      onDone={() => onDone()}
      onCancel={onCancel}
    >
      <p className="admin-lead">{t('access.do.disable.note')}</p>
      <SelectField
        form={form}
        name="why"
        label={t('access.do.disable.why')}
        required
        choices={disabledWhys.map((value) => ({
          value,
          label: t(`access.disabled_why.${value}`),
        }))}
      />
    </Form>
  );
}

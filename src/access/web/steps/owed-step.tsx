// What must be done after signing in before anything else: a code, a new password, an authenticator. Nothing else is shown.
import { useQueryClient } from '@tanstack/react-query';
import { useT } from '../../../platform/web/i18n.tsx';
import type { Session } from '../../../platform/web/session.ts';
import { LoginFrame } from '../login-frame.tsx';
import { sessionKey } from '../sign-in.ts';
import { ChangePassword } from './change-password.tsx';
import { GiveCode } from './give-code.tsx';
import { SetUpFactor } from './set-up-factor.tsx';

export interface OwedStepProps {
  session: Session;
  step: NonNullable<Session['owes']>;
  /** Keeps this step on the screen until it is done, whatever the server says meanwhile. */
  onHold: () => void;
  onDone: () => void;
  onSignOut: () => void;
}

export function OwedStep({ session, step, onHold, onDone, onSignOut }: OwedStepProps) {
  const t = useT();
  const queries = useQueryClient();
  return (
    <LoginFrame
      title={t(`access.step.${step}`)}
      note={t(`access.step.${step}.why`, { name: session.account.name })}
      demo={session.demo}
    >
      {step === 'second_factor' && (
        <GiveCode
          onDone={(now) => {
            queries.setQueryData(sessionKey, now);
            onDone();
          }}
        />
      )}
      {step === 'password' && <ChangePassword onDone={onDone} />}
      {step === 'enrolment' && (
        <SetUpFactor
          verb={t('access.step.factor.begin')}
          goOn={t('access.step.codes.go_on')}
          onShown={onHold}
          onDone={onDone}
        />
      )}
      <p className="step-leave">
        <button type="button" className="text-button" onClick={onSignOut}>
          {t('access.step.leave')}
        </button>
      </p>
    </LoginFrame>
  );
}

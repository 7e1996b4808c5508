// The own second factor: set up, replace, remove; its recovery codes.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import type { RecoveryCodes as Codes, OwnAccount } from '../../contract-sign-in.ts';
import { RecoveryCodes } from '../steps/recovery-codes.tsx';
import { SetUpFactor } from '../steps/set-up-factor.tsx';
import { useDoing } from '../steps/use-doing.tsx';
import { minuteOf } from './minute.ts';

export function FactorSection({ factor }: { factor: OwnAccount['secondFactor'] }) {
  const t = useT();
  const queries = useQueryClient();
  const doing = useDoing();
  const [open, setOpen] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const url = '/api/access/own/second-factor';
  const verb = t(factor.since ? 'access.own.factor.replace' : 'access.own.factor.set_up');
  const close = () => {
    setOpen(false);
    setCodes(undefined);
    void queries.invalidateQueries();
  };
  return (
    <>
      <p>
        {factor.since
          ? t('access.own.factor.since', { at: minuteOf(factor.since), count: factor.recoveryLeft })
          : t('access.own.factor.none')}
      </p>
      {factor.required && <p className="section-note">{t('access.own.factor.required')}</p>}
      <p className="own-tools">
        <button type="button" className="plain-button" onClick={() => setOpen(true)}>
          {verb}
        </button>
        {factor.since && (
          <button
            type="button"
            className="plain-button"
            disabled={doing.busy}
            onClick={() =>
              void doing.run(async () =>
                setCodes((await send<Codes>('POST', `${url}/recovery-codes`)).codes),
              )
            }
          >
            {t('access.own.factor.new_codes')}
          </button>
        )}
        {factor.since && !factor.required && (
          <button
            type="button"
            className="plain-button"
            disabled={doing.busy}
            onClick={() =>
              void doing.run(async () => {
                await send('POST', `${url}/remove`);
                close();
              })
            }
          >
            {t('access.own.factor.remove')}
          </button>
        )}
      </p>
      {doing.problem}
      <Drawer open={open} width={520} title={verb} onClose={close}>
        <SetUpFactor
          verb={t('access.step.factor.begin')}
          goOn={t('access.step.codes.kept')}
          onDone={close}
        />
      </Drawer>
      <Drawer
        open={codes !== undefined}
        width={520}
        title={t('access.own.factor.new_codes')}
        onClose={close}
      >
        <RecoveryCodes codes={codes ?? []} verb={t('access.step.codes.kept')} onDone={close} />
      </Drawer>
    </>
  );
}

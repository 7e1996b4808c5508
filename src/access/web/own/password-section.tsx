// Changing the own password, in a drawer; what it must be is said while it is typed.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import type { OwnAccount } from '../../contract-sign-in.ts';
import { ChangePassword } from '../steps/change-password.tsx';

export function PasswordSection({ own }: { own: OwnAccount }) {
  const t = useT();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  if (!own.hasPassword) return <p>{t('access.own.password.none')}</p>;
  const { rotateDays } = own.policy;
  return (
    <>
      <p>
        {rotateDays === null
          ? t('access.own.password.lasts')
          : t('access.own.password.rotates', { days: rotateDays })}
      </p>
      <p className="own-tools">
        <button type="button" className="plain-button" onClick={() => setOpen(true)}>
          {t('access.step.password.do')}
        </button>
        <span role="status">{done ? t('access.own.password.done') : ''}</span>
      </p>
      <Drawer
        open={open}
        width={460}
        title={t('access.step.password.do')}
        onClose={() => setOpen(false)}
      >
        <ChangePassword
          onDone={() => {
            setOpen(false);
            setDone(true);
            void queries.invalidateQueries();
          }}
        />
      </Drawer>
    </>
  );
}

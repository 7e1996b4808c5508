// What the bank answered: a file, taken in whole, or everything that is wrong with it.
import { useId, useState } from 'react';

import { send } from '../../platform/web/api.ts';
import { UploadNote } from '../../platform/web/fields.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Problem } from '../../platform/web/page.tsx';
import { newId } from '../../platform/web/uuid.ts';
import type { AnswerTaken, BatchPage } from '../contract.ts';

export function AnswerForm({ batch, onDone }: { batch: BatchPage; onDone: () => void }) {
  const t = useT();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [faults, setFaults] = useState<AnswerTaken['faults']>([]);
  async function take(file: File) {
    setBusy(true);
    setProblem(undefined);
    setFaults([]);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const answer = await send<AnswerTaken>(
        'POST',
        `/api/subsidies/batches/${batch.id}/answers`,
        { seen: batch.changedAt, file: inBase64(bytes) },
        newId(),
      );
      if (answer.taken) onDone();
      else setFaults(answer.faults);
    } catch (refused) {
      setProblem(refused);
    }
    setBusy(false);
  }
  return (
    <div className="field">
      <input
        id={id}
        className="out-of-sight"
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        disabled={busy}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = ''; // so that the same file, corrected, can be chosen again
          if (file) void take(file);
        }}
      />
      <label htmlFor={id} className="plain-button">
        {t('subsidies.form.file')}
      </label>
      <p id={`${id}-note`} className="field-help">
        {t('subsidies.form.file.help')}
      </p>
      <UploadNote />
      {problem !== undefined && <Problem problem={problem} />}
      {faults.length > 0 && (
        <div role="alert">
          <p className="field-error">{t('subsidies.faults', { count: faults.length })}</p>
          <ul>
            {faults.map(({ line, code, said }) => (
              <li key={`${line} ${code}`}>
                {t('subsidies.fault_at', { line, what: t(`subsidies.fault.${code}`), said })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function inBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

// One sheet that can be taken in: its template, and the way from a filled-in file to its preview.
import { useId, useState } from 'react';
import { grouped } from '../../platform/web/amount.ts';
import { pathWith, send, sendFile } from '../../platform/web/api.ts';
import { UploadNote } from '../../platform/web/fields.tsx';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { Failed } from '../../platform/web/page.tsx';
import { useGo } from '../../platform/web/use-address.tsx';
import { newId } from '../../platform/web/uuid.ts';
import type { Kinds } from '../contract.ts';
import { mostFileBytes } from '../rules.ts';

type Step = 'uploading' | 'reading' | 'checking';

export function KindCard({ kind }: { kind: Kinds['rows'][number] }) {
  const t = useT();
  const lang = useLang();
  const go = useGo();
  const id = useId();
  const [step, setStep] = useState<Step>();
  const [problem, setProblem] = useState<unknown>();
  const [tooLarge, setTooLarge] = useState(false);

  async function take(file: File) {
    setProblem(undefined);
    setTooLarge(file.size > mostFileBytes);
    if (file.size > mostFileBytes) return;
    try {
      setStep('uploading');
      const query = { kind: kind.code, name: file.name.slice(-120) };
      const job = await sendFile<{ id: string }>('/api/imports/jobs', query, file, newId());
      setStep('reading');
      await send('POST', '/api/imports/readings', { job: job.id });
      setStep('checking');
      await send('POST', `/api/imports/jobs/${job.id}/check`);
      go(`/imports/${job.id}`);
    } catch (error) {
      setProblem(error);
      setStep(undefined);
    }
  }

  return (
    <article className="import-kind">
      <h3>{kind.name}</h3>
      <p>{kind.about}</p>
      <p className="field-help">
        {t('imports.kind.most', {
          lines: grouped(String(kind.mostLines)),
          things: grouped(String(kind.mostThings)),
        })}
      </p>
      <div className="import-kind-deeds">
        <a
          className="plain-button button-link"
          href={pathWith(`/api/imports/kinds/${kind.code}/template.xlsx`, { lang })}
          download={`${t('imports.template.name', { name: kind.name })}.xlsx`}
        >
          {t('imports.template')}
        </a>
        <input
          id={id}
          className="out-of-sight"
          type="file"
          accept=".xlsx"
          disabled={step !== undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = ''; // so that the same file, corrected, can be chosen again
            if (file) void take(file);
          }}
        />
        {/* The browser's own button speaks the browser's language, not the page's. */}
        <label htmlFor={id} className="main-button import-choose">
          {t(step ? `imports.busy.${step}` : 'imports.upload')}
        </label>
      </div>
      <p id={`${id}-note`} className={tooLarge ? 'field-error' : 'field-help'} role="status">
        {tooLarge
          ? t('imports.large', { most: mostFileBytes / 1_048_576 })
          : step
            ? t(`imports.busy.${step}`)
            : ''}
      </p>
      <UploadNote of="workbook" />
      {problem !== undefined && <Failed problem={problem} />}
    </article>
  );
}

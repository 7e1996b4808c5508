// Recovery codes, shown this once: to be copied or kept as a file before going on.
import { useState } from 'react';
import { useT } from '../../../platform/web/i18n.tsx';
import './steps.css';

export function RecoveryCodes(props: {
  codes: readonly string[];
  /** What the button says that leaves them behind. */
  verb: string;
  onDone: () => void;
}) {
  const { codes, verb, onDone } = props;
  const t = useT();
  const [copied, setCopied] = useState(false);
  const text = `${codes.join('\n')}\n`;
  return (
    <div className="step-codes">
      <p>{t('access.step.codes.note')}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="step-tools">
        <button
          type="button"
          className="plain-button"
          onClick={() => void navigator.clipboard?.writeText(text).then(() => setCopied(true))}
        >
          {t('access.step.codes.copy')}
        </button>
        <a
          className="plain-button"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="zhuzhen-recovery-codes.txt"
        >
          {t('access.step.codes.file')}
        </a>
        <span role="status">{copied ? t('access.step.codes.copied') : ''}</span>
      </p>
      <div className="form-foot">
        <button type="button" className="main-button" onClick={onDone}>
          {verb}
        </button>
      </div>
    </div>
  );
}

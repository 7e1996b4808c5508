// Accounts from a spreadsheet: template, file, preview of every line, and then all at once.
import { useId, useState } from 'react';
import { csvLine } from '../../../../kit/text.ts';
import { send } from '../../../../platform/web/api.ts';
import { UploadNote } from '../../../../platform/web/fields.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import { Problem, Section } from '../../../../platform/web/page.tsx';
import { newId } from '../../../../platform/web/uuid.ts';
import {
  type Invited,
  mostBytes,
  type SheetMade,
  type SheetRead,
} from '../../../contract-accounts.ts';
import { columns, mostRows } from '../../../rules/sheet-rows.ts';
import { FileLink } from '../file-link.tsx';
import { SheetPreview } from './sheet-preview.tsx';

interface Chosen {
  name: string;
  file: string;
  read: SheetRead;
  /** Made anew with each file: making its accounts twice makes them once. */
  id: string;
}

export function SheetForm({ onDone }: { onDone: (links: Invited) => void }) {
  const t = useT();
  const id = useId();
  const [chosen, setChosen] = useState<Chosen>();
  const [problem, setProblem] = useState<unknown>();
  /** Bytes of a file that is not sent. */
  const [tooBig, setTooBig] = useState(0);
  const [busy, setBusy] = useState(false);

  async function run(work: () => Promise<void>) {
    setBusy(true);
    setProblem(undefined);
    await work().catch(setProblem);
    setBusy(false);
  }
  const look = (file: File) => {
    setChosen(undefined);
    setTooBig(file.size > mostBytes ? file.size : 0);
    if (file.size > mostBytes) return setProblem(undefined);
    void run(async () => {
      const text = inBase64(new Uint8Array(await file.arrayBuffer()));
      const read = await send<SheetRead>('POST', '/api/access/account-sheets/preview', {
        file: text,
      });
      setChosen({ name: file.name, file: text, read, id: newId() });
    });
  };
  const make = (one: Chosen) =>
    run(async () => {
      const made = await send<SheetMade>(
        'POST',
        '/api/access/account-sheets',
        { file: one.file },
        one.id,
      );
      onDone(await send<Invited>('POST', '/api/access/invitations', made));
    });

  const template = csvLine(columns.map((one) => t(`access.sheet.${one}`)));
  const ready = chosen && chosen.read.faulty === 0;
  return (
    <div className="sheet">
      <p className="admin-lead">{t('access.sheet.note', { most: mostRows })}</p>
      <ul className="admin-notes">
        <li>{t('access.sheet.help.role')}</li>
        <li>{t('access.sheet.help.place')}</li>
        <li>{t('access.sheet.help.unit')}</li>
      </ul>
      <div className="admin-deeds">
        <FileLink name={t('access.sheet.template_name')} text={template}>
          {t('access.sheet.template')}
        </FileLink>
      </div>
      <div className="field">
        <input
          id={id}
          className="out-of-sight"
          type="file"
          accept=".csv,text/csv"
          disabled={busy}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = ''; // so that the same file, corrected, can be chosen again
            if (file) look(file);
          }}
        />
        {/* The browser's own button speaks the browser's language, not the page's. */}
        <label htmlFor={id} className="plain-button admin-choose">
          {t('access.sheet.choose')}
        </label>
        <p id={`${id}-note`} className="field-help">
          {chosen ? chosen.name : t('access.sheet.choose.help', { most: inKb(mostBytes) })}
        </p>
        <UploadNote />
      </div>
      {tooBig > 0 && (
        <p className="field-error" role="alert">
          {t('access.sheet.too_big', { size: inKb(tooBig), most: inKb(mostBytes) })}
        </p>
      )}
      {problem !== undefined && <Problem problem={problem} />}
      {chosen && (
        <Section title={t('access.sheet.rows')} note={<Verdict read={chosen.read} />}>
          <SheetPreview rows={chosen.read.rows} />
        </Section>
      )}
      {ready && (
        <div className="form-foot">
          <button
            type="button"
            className="main-button"
            disabled={busy}
            onClick={() => void make(chosen)}
          >
            {t('access.sheet.make', { count: chosen.read.rows.length })}
          </button>
        </div>
      )}
    </div>
  );
}

function Verdict({ read: { rows, faulty } }: { read: SheetRead }) {
  const t = useT();
  const text =
    faulty === 0
      ? t('access.sheet.right', { count: rows.length })
      : t('access.sheet.wrong', { count: rows.length, wrong: faulty });
  return <span role="status">{text}</span>;
}

const inKb = (bytes: number) => Math.ceil(bytes / 1_024);

/** In pieces, because a call takes only so many arguments. */
function inBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

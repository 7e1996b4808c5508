// Taking an export in: which source, which file, what its columns say, what comes of it; then all at once.
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { UploadNote } from '../../../platform/web/fields.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, PageTitle, Problem, Section } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { useFilter, useGo } from '../../../platform/web/use-address.tsx';
import { newId } from '../../../platform/web/uuid.ts';
import {
  type Heads,
  headBytes,
  type Made,
  mostBytes,
  type Preview,
  type SourceRow,
} from '../../contract.ts';
import type { Mapping } from '../../rules/mapping.ts';
import { MappingForm } from './mapping-form.tsx';
import { PreviewOf } from './preview.tsx';
import { SourceForm } from './source-form.tsx';
import '../reconciliation.css';

interface Chosen {
  name: string;
  file: string;
  heads: Heads;
}
interface Looked {
  mapping: Mapping;
  preview: Preview;
  /** Made anew with each look: taking it in twice takes it in once. */
  id: string;
}

export default function TakeInPage() {
  const t = useT();
  const { home } = useSession();
  const asked = useAsk<{ rows: SourceRow[] }>('/api/reconciliation/sources', { place: home.key });
  const [source, setSource] = useFilter('source');
  return (
    <>
      <PageTitle question={t('reconciliation.page.take_in.question')} />
      <p className="page-lead">{t('reconciliation.page.take_in.note')}</p>
      <Answer of={asked}>
        {({ rows }) => {
          const own = rows.filter(({ office }) => office === home.key);
          const chosen = own.find(({ id }) => id === source);
          return (
            <div className="take-in-steps">
              <Section title={t('reconciliation.form.step_source')}>
                {own.length > 0 && (
                  <div className="filters">
                    <ChoiceFilter
                      label={t('reconciliation.column.source')}
                      value={source}
                      onChange={setSource}
                      all={t('reconciliation.form.new_source')}
                      choices={own.map(({ id, name, kind }) => ({
                        value: id,
                        label: `${name} · ${t(`reconciliation.source_kind.${kind}`)}`,
                      }))}
                    />
                  </div>
                )}
                {!chosen && (
                  <SourceForm
                    onDone={(id) => {
                      void asked.refetch();
                      setSource(id);
                    }}
                  />
                )}
              </Section>
              {chosen && <FileSteps key={chosen.id} source={chosen} />}
            </div>
          );
        }}
      </Answer>
    </>
  );
}

function FileSteps({ source }: { source: SourceRow }) {
  const t = useT();
  const id = useId();
  const go = useGo();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>();
  const [looked, setLooked] = useState<Looked>();
  const [problem, setProblem] = useState<unknown>();
  const [tooBig, setTooBig] = useState(false);
  const [busy, setBusy] = useState(false);

  async function run(work: () => Promise<void>) {
    setBusy(true);
    setProblem(undefined);
    await work().catch(setProblem);
    setBusy(false);
  }
  const look = (file: string, mapping: Mapping) =>
    run(async () => {
      setLooked(undefined);
      const body = { source: source.id, mapping, file };
      const preview = await send<Preview>('POST', '/api/reconciliation/imports/preview', body);
      setLooked({ mapping, preview, id: newId() });
    });
  const choose = (file: File) => {
    setChosen(undefined);
    setLooked(undefined);
    setTooBig(file.size > mostBytes);
    if (file.size > mostBytes) return setProblem(undefined);
    void run(async () => {
      const top = { source: source.id, file: await inBase64(await topOf(file)) };
      const heads = await send<Heads>('POST', '/api/reconciliation/heads', top);
      const whole = await inBase64(file);
      setChosen({ name: file.name.slice(0, 80), file: whole, heads });
      if (heads.known) await look(whole, heads.mapping);
    });
  };
  const take = ({ name, file }: Chosen, { mapping, id: once }: Looked) =>
    run(async () => {
      const body = { source: source.id, mapping, name, file };
      await send<Made>('POST', '/api/reconciliation/imports', body, once);
      void queries.invalidateQueries();
      go('/reconciliation/imports');
    });

  return (
    <>
      <Section title={t('reconciliation.form.step_file')}>
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
              if (file) choose(file);
            }}
          />
          {/* The browser's own button speaks the browser's language, not the page's. */}
          <label htmlFor={id} className="plain-button file-choose">
            {t('reconciliation.form.choose_file')}
          </label>
          <p id={`${id}-note`} className="field-help">
            {chosen?.name ?? t('reconciliation.form.file.help', { most: mostBytes >> 20 })}
          </p>
          <UploadNote />
        </div>
        {tooBig && (
          <p className="field-error" role="alert">
            {t('reconciliation.form.too_big', { most: mostBytes >> 20 })}
          </p>
        )}
        {busy && <p role="status">{t('reconciliation.form.reading')}</p>}
        {problem !== undefined && <Problem problem={problem} />}
      </Section>
      {chosen && (
        <MappingForm
          key={chosen.heads.heads.join('|')}
          heads={chosen.heads}
          kind={source.kind}
          busy={busy}
          onLook={(mapping) => void look(chosen.file, mapping)}
        />
      )}
      {chosen && looked && (
        <PreviewOf preview={looked.preview} busy={busy} onTake={() => void take(chosen, looked)} />
      )}
    </>
  );
}

/** The first lines: up to the last line end of so many bytes, which both encodings write alike. */
async function topOf(file: File): Promise<Blob> {
  if (file.size <= headBytes) return file;
  const bytes = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const end = bytes.lastIndexOf(0x0a);
  return file.slice(0, end < 0 ? headBytes : end + 1);
}

function inBase64(blob: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}

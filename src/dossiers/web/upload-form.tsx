// One scan: the file, and what stands in the list of contents about it.
import { useId, useState } from 'react';
import { sendFile } from '../../platform/web/api.ts';
import { ChoiceField, DayField, TextField, UploadNote } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { useSession } from '../../platform/web/session.ts';
import { fileClasses } from '../codes.ts';
import type { DossierPage, Scan } from '../contract.ts';
import { type DocumentKind, mostFileBytes } from '../rules.ts';
import { sizeText } from './paper-names.ts';

export interface UploadOf {
  kind: DocumentKind;
  /** The scan it takes the place of. */
  replaces?: Scan;
  /** The registered paper it is a scan of. */
  paper?: DossierPage['items'][number]['registered'][number] | undefined;
}

export function UploadForm(props: {
  dossier: DossierPage;
  of: UploadOf;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { dossier, of, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const [file, setFile] = useState<File>();
  const tooLarge = (one: File) =>
    one.size > mostFileBytes
      ? t('dossiers.form.file.large', { size: sizeText(one.size) })
      : undefined;
  const known = of.replaces ?? of.paper;
  const form = useForm(
    `dossiers.upload:${dossier.id}:${of.kind}:${known?.id ?? ''}`,
    {
      ...{ title: known?.title ?? '', dated: known?.dated ?? '' },
      number: known?.number ?? (of.kind === 'invoice' ? (dossier.invoice ?? '') : ''),
      ...{ class: of.replaces?.class ?? '', file: '' },
    },
    (values) => ({
      file: !file ? t('dossiers.form.file.needed') : tooLarge(file),
      title: values.title.trim() ? undefined : t('dossiers.form.needed'),
      dated: !values.dated
        ? t('dossiers.form.needed')
        : values.dated > today
          ? t('dossiers.form.future')
          : undefined,
      class: values.class ? undefined : t('dossiers.form.needed'),
    }),
    ['file'],
  );
  return (
    <Form
      form={form}
      verb={t(of.replaces ? 'dossiers.replace' : 'dossiers.upload')}
      send={({ title, number, dated, class: shows }, id) => {
        if (!file) throw new Error('the form asks for a file before it sends');
        const query = {
          ...{ project: dossier.project, request: dossier.id, kind: of.kind, dated },
          ...{ title: title.trim(), name: file.name.slice(-120), class: shows },
          number: number.trim() || undefined,
          document: of.paper?.id,
          replaces: of.replaces?.id,
        };
        return sendFile('/api/dossiers/files', query, file, id);
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <FileField
        file={file}
        error={form.errorOf('file')}
        choose={(one) => {
          setFile(one);
          form.set({ file: `${one.name} ${one.size} ${one.lastModified}` });
          form.touch('file');
        }}
      />
      <TextField
        form={form}
        name="title"
        label={t('dossiers.form.title')}
        help={t('dossiers.form.title.help')}
        maxLength={120}
        required
      />
      <TextField form={form} name="number" label={t('dossiers.form.number')} maxLength={80} />
      <DayField form={form} name="dated" label={t('dossiers.form.dated')} max={today} required />
      <ChoiceField
        form={form}
        name="class"
        label={t('dossiers.form.class')}
        help={t('dossiers.form.class.help')}
        choices={fileClasses.map((one) => ({ value: one, label: t(`dossiers.file_class.${one}`) }))}
        required
      />
    </Form>
  );
}

function FileField(props: {
  file: File | undefined;
  error: string | undefined;
  choose: (file: File) => void;
}) {
  const { file, error, choose } = props;
  const t = useT();
  const id = useId();
  return (
    <div className="field">
      <input
        id={id}
        className="out-of-sight"
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        aria-describedby={`${id}-note`}
        aria-invalid={error ? true : undefined}
        onChange={(event) => {
          const one = event.target.files?.[0];
          event.target.value = ''; // so that the same file, scanned again, can be chosen again
          if (one) choose(one);
        }}
      />
      {/* The browser's own button speaks the browser's language, not the page's. */}
      <label htmlFor={id} className="plain-button dossier-choose">
        {t('dossiers.form.file')}
      </label>
      <p id={`${id}-note`} className={error ? 'field-error' : 'field-help'}>
        {error ??
          (file
            ? t('dossiers.form.file.chosen', { name: file.name, size: sizeText(file.size) })
            : t('dossiers.form.file.help', { most: mostFileBytes / 1_048_576 }))}
      </p>
      <UploadNote of="scans" />
    </div>
  );
}

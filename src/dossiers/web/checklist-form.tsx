// Setting a checklist: kinds of papers in an order, each required or not, from a day on and by a document.
import { useState } from 'react';
import { send } from '../../platform/web/api.ts';
import { DayField, TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { useSession } from '../../platform/web/session.ts';
import { documentKinds } from '../../projects/codes.ts';
import type { Checklist } from '../contract.ts';
import type { DocumentKind } from '../rules.ts';

export function ChecklistForm(props: {
  office: string;
  list: Checklist;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { office, list, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const [items, setItems] = useState(list.items);
  const form = useForm(
    `dossiers.checklist:${office}:${list.requestKind}`,
    { validFrom: today, basis: list.basis ?? '' },
    ({ validFrom, basis }) => ({
      validFrom: validFrom ? undefined : t('dossiers.form.needed'),
      basis: basis.trim() ? undefined : t('dossiers.form.needed'),
    }),
  );
  const others = documentKinds.filter((kind) => !items.some((item) => item.kind === kind));
  const move = (at: number, to: number) => {
    const [item] = items.slice(at, at + 1);
    if (item) setItems(items.toSpliced(at, 1).toSpliced(to, 0, item));
  };
  return (
    <Form
      form={form}
      verb={t('dossiers.checklists.save')}
      send={({ validFrom, basis }) =>
        send('POST', '/api/dossiers/checklists', {
          ...{ place: office, requestKind: list.requestKind, validFrom, basis: basis.trim() },
          items,
        })
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <ol className="checklist-form">
        {items.map((item, at) => {
          const kind = t(`projects.document_kind.${item.kind}`);
          return (
            <li key={item.kind}>
              <div className="checklist-line">
                <span className="checklist-kind">{kind}</span>
                <select
                  className="select-input"
                  aria-label={t('dossiers.checklists.need', { kind })}
                  value={item.required ? 'must' : 'may'}
                  onChange={(event) =>
                    setItems(items.with(at, { ...item, required: event.target.value === 'must' }))
                  }
                >
                  <option value="must">{t('dossiers.required')}</option>
                  <option value="may">{t('dossiers.optional')}</option>
                </select>
                <button
                  type="button"
                  className="plain-button"
                  disabled={at === 0}
                  aria-label={t('dossiers.checklists.up', { kind })}
                  onClick={() => move(at, at - 1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  className="plain-button"
                  disabled={at === items.length - 1}
                  aria-label={t('dossiers.checklists.down', { kind })}
                  onClick={() => move(at, at + 1)}
                >
                  ↓
                </button>
                <button
                  type="button"
                  className="plain-button"
                  disabled={items.length === 1}
                  aria-label={t('dossiers.checklists.drop', { kind })}
                  onClick={() => setItems(items.toSpliced(at, 1))}
                >
                  ✕
                </button>
              </div>
            </li>
          );
        })}
      </ol>
      {others.length > 0 && (
        <div className="field">
          <select
            className="select-input"
            aria-label={t('dossiers.checklists.add')}
            value=""
            onChange={(event) => {
              const kind = others.find((one) => one === event.target.value);
              if (kind) setItems([...items, { kind: kind as DocumentKind, required: true }]);
            }}
          >
            <option value="">{t('dossiers.checklists.add')}</option>
            {others.map((kind) => (
              <option key={kind} value={kind}>
                {t(`projects.document_kind.${kind}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      <DayField
        form={form}
        name="validFrom"
        label={t('dossiers.checklists.from')}
        min={today}
        required
      />
      <TextField
        form={form}
        name="basis"
        label={t('dossiers.checklists.basis')}
        help={t('dossiers.checklists.basis.help')}
        maxLength={80}
        required
      />
    </Form>
  );
}

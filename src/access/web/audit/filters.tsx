// The filters above the list: closed choices, accounts and people found by name, days.
import { useDeferredValue, useId, useState } from 'react';
import { useAsk } from '../../../platform/web/ask.ts';
import { DateField } from '../../../platform/web/date-field.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { type Choices, outcomes, type Vocabulary } from '../../audit/contract.ts';
import { kinds } from '../../audit/rules.ts';
import type { useAuditFilter } from './use-audit-filter.ts';

type AuditFilter = ReturnType<typeof useAuditFilter>;

export function Filters({ filter }: { filter: AuditFilter }) {
  const t = useT();
  const { now, set } = filter;
  const { actions = [], objects = [] } =
    useAsk<Vocabulary>('/api/access/audit/vocabulary').data ?? {};
  const offered = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="audit-filters">
      <Found
        label={t('access.audit.column.actor')}
        placeholder={t('access.page.audit.find_actor')}
        path="/api/access/audit/actors"
        chosen={now.actor && (now.actor_name ?? now.actor)}
        onChange={(one) => set({ actor: one?.id ?? '', actor_name: one?.name ?? '' })}
      />
      <Found
        label={t('access.audit.column.person')}
        placeholder={t('access.page.audit.find_person')}
        path="/api/access/audit/people"
        chosen={now.person && (now.person_name ?? now.person)}
        onChange={(one) => set({ person: one?.id ?? '', person_name: one?.name ?? '' })}
      />
      <OneOf
        label={t('access.audit.column.kind')}
        value={now.kind}
        choices={kinds.map((kind) => ({ value: kind, label: t(`access.audit_kind.${kind}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <OneOf
        label={t('access.audit.column.did')}
        value={now.action}
        choices={offered(actions)}
        onChange={(action) => set({ action })}
      />
      {now.object_name ? (
        <p className="audit-chosen">
          {t('access.page.audit.one_object', { name: now.object_name })}
          <button
            type="button"
            className="text-button"
            onClick={() => set({ object: '', object_name: '' })}
          >
            {t('access.page.audit.all')}
          </button>
        </p>
      ) : (
        <OneOf
          label={t('access.audit.column.object')}
          value={now.object}
          choices={offered(objects)}
          onChange={(object) => set({ object })}
        />
      )}
      <OneOf
        label={t('access.audit.column.outcome')}
        value={now.outcome}
        choices={outcomes.map((one) => ({ value: one, label: t(`access.audit.outcome.${one}`) }))}
        onChange={(outcome) => set({ outcome })}
      />
      <DateField
        label={t('access.page.audit.since')}
        value={now.since ?? ''}
        max={now.until}
        onChange={(since) => set({ since })}
      />
      <DateField
        label={t('access.page.audit.until')}
        value={now.until ?? ''}
        min={now.since}
        onChange={(until) => set({ until })}
      />
      {filter.narrowed && (
        <button type="button" className="text-button" onClick={() => filter.only({})}>
          {t('access.page.audit.clear')}
        </button>
      )}
    </div>
  );
}

function OneOf(props: {
  label: string;
  value: string | undefined;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  const t = useT();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="select-input"
        value={props.value ?? ''}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="">{t('access.page.audit.all')}</option>
        {props.choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Somebody typed by name and chosen from what is found. */
function Found(props: {
  label: string;
  placeholder: string;
  path: string;
  chosen: string | undefined;
  onChange: (one: { id: string; name: string } | null) => void;
}) {
  const { label, placeholder, path, chosen, onChange } = props;
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const found = useAsk<Choices>(q ? path : undefined, { q }, { keep: true });
  if (chosen)
    return (
      <div className="field">
        <span className="audit-label">{label}</span>
        <p className="audit-chosen">
          {chosen}
          <button type="button" className="text-button" onClick={() => onChange(null)}>
            {t('access.page.audit.all')}
          </button>
        </p>
      </div>
    );
  return (
    <div className="field audit-found">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="text-input"
        autoComplete="off"
        maxLength={64}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {q && found.data && (
        <ul className="audit-found-list">
          {found.data.rows.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  setText('');
                  onChange(one);
                }}
              >
                {one.name}
              </button>{' '}
              <small>{one.more}</small>
            </li>
          ))}
          {found.data.rows.length === 0 && <li>{t('access.page.audit.nobody')}</li>}
        </ul>
      )}
    </div>
  );
}

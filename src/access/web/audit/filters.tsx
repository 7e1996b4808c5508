// The filters above the list: closed choices, accounts and people found by name, days.
import { useAsk } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { ChosenField } from '../../../platform/web/chosen-field.tsx';
import { DateField } from '../../../platform/web/date-field.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { type Choices, outcomes, type Vocabulary } from '../../audit/contract.ts';
import { kinds } from '../../audit/rules.ts';
import type { useAuditFilter } from './use-audit-filter.ts';

type AuditFilter = ReturnType<typeof useAuditFilter>;

const foundOf = ({ rows }: Choices) => rows.map(({ id, name, more }) => ({ id, name, note: more }));

export function Filters({ filter }: { filter: AuditFilter }) {
  const t = useT();
  const { now, set } = filter;
  const { actions = [], objects = [] } =
    useAsk<Vocabulary>('/api/access/audit/vocabulary').data ?? {};
  const offered = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="audit-filters">
      <ChosenField<Choices>
        label={t('access.audit.column.actor')}
        placeholder={t('access.page.audit.find_actor')}
        path="/api/access/audit/actors"
        chosen={now.actor ? (now.actor_name ?? now.actor) : ''}
        onChoose={({ id, name }) => set({ actor: id, actor_name: name })}
        onRemove={() => set({ actor: '', actor_name: '' })}
        remove={t('platform.web.filter.all')}
        found={foundOf}
      />
      <ChosenField<Choices>
        label={t('access.audit.column.person')}
        placeholder={t('access.page.audit.find_person')}
        path="/api/access/audit/people"
        chosen={now.person ? (now.person_name ?? now.person) : ''}
        onChoose={({ id, name }) => set({ person: id, person_name: name })}
        onRemove={() => set({ person: '', person_name: '' })}
        remove={t('platform.web.filter.all')}
        found={foundOf}
      />
      <ChoiceFilter
        label={t('access.audit.column.kind')}
        value={now.kind}
        choices={kinds.map((kind) => ({ value: kind, label: t(`access.audit_kind.${kind}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <ChoiceFilter
        label={t('access.audit.column.did')}
        value={now.action}
        choices={offered(actions)}
        onChange={(action) => set({ action })}
      />
      {now.object_name ? (
        <p className="chosen-value">
          {t('access.page.audit.one_object', { name: now.object_name })}
          <button
            type="button"
            className="text-button"
            onClick={() => set({ object: '', object_name: '' })}
          >
            {t('platform.web.filter.all')}
          </button>
        </p>
      ) : (
        <ChoiceFilter
          label={t('access.audit.column.object')}
          value={now.object}
          choices={offered(objects)}
          onChange={(object) => set({ object })}
        />
      )}
      <ChoiceFilter
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

// One row: what was before and after, in words, how safe it is, and where to look next.
import { clockAt } from '../../../kit/period.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, Section } from '../../../platform/web/page.tsx';
import type { AuditDetail } from '../../audit/contract.ts';
import type { useAuditFilter } from './use-audit-filter.ts';

type Only = ReturnType<typeof useAuditFilter>['only'];

export function OneRow(props: { id: string | undefined; only: Only; onClose: () => void }) {
  const t = useT();
  const { id, only, onClose } = props;
  const asked = useAsk<AuditDetail>(id && `/api/access/audit/rows/${id}`);
  return (
    <Drawer open={id !== undefined} title={t('access.page.audit.one')} onClose={onClose}>
      <Answer of={asked}>
        {(row) => (
          <>
            <Facts row={row} />
            <Next
              row={row}
              only={(change) => {
                onClose();
                only(change);
              }}
            />
            <Fields row={row} />
          </>
        )}
      </Answer>
    </Drawer>
  );
}

function Facts({ row }: { row: AuditDetail }) {
  const t = useT();
  const column = (name: string) => t(`access.audit.column.${name}`);
  const facts: [string, string | null | undefined][] = [
    [column('did'), row.did],
    [column('at'), clockAt(Date.parse(row.at))],
    [column('actor'), row.actor?.name ?? t('access.audit.strangers')],
    [column('role'), row.role],
    [column('object'), row.object?.name],
    [column('person'), row.person?.name],
    [column('place'), row.place?.name],
    [column('kind'), t(`access.audit_kind.${row.kind}`)],
    [column('outcome'), t(`access.audit.outcome.${row.outcome}`)],
    [t('access.page.audit.row.why'), row.why],
    [t('access.page.audit.row.scope'), row.ranges.join('、')],
    [column('address'), row.address],
    [column('request'), row.request],
    [column('number'), `${row.county} ${row.day} ${row.n}`],
    [t('access.page.audit.row.state'), t(`access.page.audit.state.${row.sealed}`)],
  ];
  return (
    <dl className="audit-facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Next({ row, only }: { row: AuditDetail; only: Only }) {
  const t = useT();
  const { object, person, actor } = row;
  return (
    <p className="audit-next">
      {object && (
        <button
          type="button"
          className="plain-button"
          onClick={() => only({ object: object.id, object_name: object.name })}
        >
          {t('access.page.audit.same_object')}
        </button>
      )}
      {person && (
        <button
          type="button"
          className="plain-button"
          onClick={() => only({ person: person.id, person_name: person.name })}
        >
          {t('access.page.audit.same_person')}
        </button>
      )}
      {actor && (
        <button
          type="button"
          className="plain-button"
          onClick={() => only({ actor: actor.id, actor_name: actor.name })}
        >
          {t('access.page.audit.same_actor')}
        </button>
      )}
    </p>
  );
}

function Fields({ row }: { row: AuditDetail }) {
  const t = useT();
  return (
    <Section title={t('access.page.audit.fields')}>
      <DataTable
        caption={t('access.page.audit.fields')}
        rows={row.fields}
        rowKey={(field) => field.name}
        full
        empty={{ why: t('access.page.audit.fields.none') }}
        columns={[
          { key: 'name', title: t('access.page.audit.field'), cell: (field) => field.name },
          {
            key: 'before',
            title: t('access.audit.column.before'),
            cell: (field) => field.before,
            width: 24,
          },
          {
            key: 'after',
            title: t('access.audit.column.after'),
            cell: (field) => field.after,
            width: 24,
          },
        ]}
      />
    </Section>
  );
}

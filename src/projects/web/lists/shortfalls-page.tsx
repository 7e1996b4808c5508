// What a town lacks: found when it was looked over, filled by a project, closed by its acceptance.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { levelOfKey } from '../../../kit/region-key.ts';
import { send } from '../../../platform/web/api.ts';
import { usePages } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import { PageLink, useFilter, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { shortfallKinds } from '../../codes.ts';
import type { ShortfallRow } from '../../contract.ts';
import './lists.css';

export default function ShortfallsPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const { home, today } = useSession();
  const may = useMay('projects.write') && levelOfKey(home.key) === 'town';
  const [kind, setKind] = useFilter('kind');
  const asked = usePages<ShortfallRow>('/api/projects/shortfalls', { place, kind });
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <>
      <PageTitle
        question={t('projects.page.shortfalls.question')}
        time={t('projects.list.as_of', { day: today })}
        actions={
          may && (
            <button type="button" className="main-button" onClick={() => setAdding(true)}>
              {t('projects.shortfall.add')}
            </button>
          )
        }
      />
      <div className="filters">
        <ChoiceFilter
          label={t('projects.list.kind')}
          value={kind}
          onChange={setKind}
          choices={kindsOf(t)}
        />
      </div>
      <DataTable<ShortfallRow>
        caption={t('projects.page.shortfalls')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        needsAction={({ project, closedOn }) => project === null && closedOn === null}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{
          why: t('projects.shortfall.none'),
          todo: t(
            may && place === home.key
              ? 'projects.shortfall.none.town'
              : 'projects.shortfall.none.todo',
          ),
        }}
        columns={[
          {
            key: 'name',
            title: t('projects.shortfall.name'),
            width: 22,
            cell: (row) => row.name,
          },
          {
            key: 'kind',
            title: t('projects.list.kind'),
            cell: (row) => t(`projects.shortfall_kind.${row.kind}`),
            sortBy: (row) => shortfallKinds.indexOf(row.kind),
          },
          { key: 'town', title: t('projects.list.town'), cell: (row) => row.townName },
          {
            key: 'found',
            title: t('projects.shortfall.found_on'),
            cell: (row) => row.foundOn,
            sortBy: (row) => row.foundOn,
          },
          {
            key: 'status',
            title: t('projects.shortfall.status'),
            cell: (row) => <Status row={row} />,
            sortBy: (row) => (row.closedOn ? 2 : row.project ? 1 : 0),
          },
          {
            key: 'project',
            title: t('projects.shortfall.filled_by'),
            width: 16,
            cell: (row) =>
              row.project && <PageLink to={`/projects/${row.project}`}>{row.projectName}</PageLink>,
          },
        ]}
      />
      <Drawer open={adding} title={t('projects.shortfall.add')} onClose={close}>
        <AddShortfallForm
          onDone={() => {
            close();
            void queries.invalidateQueries();
          }}
          onCancel={close}
        />
      </Drawer>
    </>
  );
}

const kindsOf = (t: ReturnType<typeof useT>) =>
  shortfallKinds.map((one) => ({ value: one, label: t(`projects.shortfall_kind.${one}`) }));

function Status({ row }: { row: ShortfallRow }) {
  const t = useT();
  if (row.closedOn) return t('projects.shortfall.closed', { day: row.closedOn });
  if (row.project) return t('projects.shortfall.taken');
  return <span className="late">{t('projects.shortfall.open')}</span>;
}

function AddShortfallForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const t = useT();
  const { home, today } = useSession();
  const initial = { kind: '', name: '', foundOn: today };
  const form = useForm(`projects.shortfall:${home.key}`, initial, ({ kind, name, foundOn }) => ({
    kind: kind ? undefined : t('projects.list.needed'),
    name: name.trim() ? undefined : t('projects.list.needed'),
    foundOn: foundOn ? undefined : t('projects.list.needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('projects.shortfall.add')}
      send={({ name, ...said }, id) =>
        send('POST', '/api/projects/shortfalls', { town: home.key, name: name.trim(), ...said }, id)
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <SelectField
        form={form}
        name="kind"
        label={t('projects.list.kind')}
        choices={kindsOf(t)}
        required
      />
      <TextField
        form={form}
        name="name"
        label={t('projects.shortfall.name')}
        help={t('projects.shortfall.name.help')}
        maxLength={80}
        required
      />
      <DayField
        form={form}
        name="foundOn"
        label={t('projects.shortfall.found_on')}
        max={today}
        required
      />
    </Form>
  );
}

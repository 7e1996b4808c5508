// Accounts that wait for a grant: looked at one by one, confirmed one by one or several at once, refused with a reason.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePages } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { type T, useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import type { Column } from '../../../platform/web/table-column.ts';
import { useFilter, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { type GrantRow, grantStates } from '../../contract-accounts.ts';
import { minuteOf } from '../own/minute.ts';
import { ConfirmForm } from './forms/confirm-grants.tsx';
import { GrantSheet } from './grant-sheet.tsx';
import { ByWhom, HomeName } from './home-name.tsx';
import './admin.css';

export default function GrantsPage() {
  const t = useT();
  const may = useMay('access.grant');
  const queries = useQueryClient();
  const { place } = usePlacePeriod();
  const [state, setState] = useFilter('state', 'waiting');
  const [open, setOpen] = useState<GrantRow>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [confirming, setConfirming] = useState(false);
  const asked = usePages<GrantRow>('/api/access/grants', { place, state });
  const picked = asked.rows.filter((row) => choosable(row) && chosen.has(row.id));
  const done = () => {
    setOpen(undefined);
    setConfirming(false);
    setChosen(new Set());
    void queries.invalidateQueries();
  };
  const choose = (id: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <>
      <PageTitle
        question={t('access.grants.question')}
        actions={
          picked.length > 0 && (
            <button type="button" className="main-button" onClick={() => setConfirming(true)}>
              {t('access.grants.confirm_chosen', { count: picked.length })}
            </button>
          )
        }
      />
      <div className="filters">
        <ChoiceFilter
          label={t('access.admin.state')}
          value={state}
          onChange={setState}
          choices={grantStates.map((value) => ({ value, label: t(`access.grant_state.${value}`) }))}
          all={null}
        />
      </div>
      <DataTable<GrantRow>
        caption={t('access.page.grants')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        onOpen={setOpen}
        openKey={open?.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={
          state === 'waiting'
            ? { why: t('access.grants.none'), todo: t('access.grants.none.todo') }
            : { why: t('access.grants.none_such') }
        }
        columns={[
          ...columnsOf(t, state),
          ...(may && state === 'waiting' ? [chooseColumn(t, chosen, choose)] : []),
        ]}
      />
      <Drawer
        open={open !== undefined}
        title={open?.displayName ?? ''}
        onClose={() => setOpen(undefined)}
      >
        {open && <GrantSheet grant={open} onDone={done} />}
      </Drawer>
      <Drawer
        open={confirming}
        title={t('access.grants.confirm_chosen', { count: picked.length })}
        onClose={() => setConfirming(false)}
      >
        <ConfirmForm grants={picked} onDone={done} />
      </Drawer>
    </>
  );
}

function columnsOf(t: T, state: string): Column<GrantRow>[] {
  const role = (row: GrantRow) => t(`access.role.${row.role}`);
  return [
    { key: 'displayName', title: t('access.admin.display_name'), cell: (row) => row.displayName },
    { key: 'name', title: t('access.admin.name'), cell: (row) => row.name },
    {
      key: 'kind',
      title: t('access.grants.kind'),
      cell: (row) => t(`access.grant_kind.${row.kind}`),
    },
    {
      key: 'role',
      title: t('access.grants.rights'),
      cell: (row) =>
        row.roleBefore && row.roleBefore !== row.role
          ? t('access.admin.from_to', { from: t(`access.role.${row.roleBefore}`), to: role(row) })
          : role(row),
    },
    { key: 'home', title: t('access.admin.home'), cell: (row) => <HomeName {...row} /> },
    {
      key: 'asked',
      title: t('access.grants.asked'),
      cell: (row) => <ByWhom who={row.askedBy} when={minuteOf(row.askedAt)} />,
      width: 11,
    },
    ...(state === 'waiting'
      ? []
      : [
          {
            key: 'decided',
            title: t('access.grants.decided'),
            cell: (row: GrantRow) =>
              row.decidedAt ? <ByWhom who={row.decidedBy} when={minuteOf(row.decidedAt)} /> : '',
            width: 11,
          },
        ]),
    ...(state === 'refused'
      ? [
          {
            key: 'reason',
            title: t('access.grants.reason'),
            cell: (row: GrantRow) => row.reason,
            width: 20,
          },
        ]
      : []),
  ];
}

/** Taking away a second factor is read and confirmed by itself. */
const choosable = ({ mine, kind }: GrantRow) => mine && kind !== 'factor';

const chooseColumn = (
  t: T,
  chosen: ReadonlySet<string>,
  choose: (id: string, on: boolean) => void,
): Column<GrantRow> => ({
  key: 'choose',
  title: t('access.grants.choose'),
  cell: (row) =>
    choosable(row) && (
      <input
        type="checkbox"
        aria-label={t('access.grants.choose_one', { name: row.displayName })}
        checked={chosen.has(row.id)}
        onChange={(event) => choose(row.id, event.target.checked)}
      />
    ),
});

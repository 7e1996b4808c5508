// Use plans county by county: which state, what was received, arranged and held in reserve.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { programmes } from '../../funds/codes.ts';
import { Filters, useFilters } from '../../funds/web/filters.tsx';
import { Wan } from '../../funds/web/wan.tsx';
import { levelOfKey } from '../../kit/region-key.ts';
import { send } from '../../platform/web/api.ts';
import { useAsk, usePages } from '../../platform/web/ask.ts';
import { ChoiceFilter } from '../../platform/web/choice-filter.tsx';
import { DataTable } from '../../platform/web/data-table.tsx';
import { Drawer } from '../../platform/web/drawer.tsx';
import { SelectField, TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { ImportLink } from '../../platform/web/import-link.tsx';
import { PageTitle, Section } from '../../platform/web/page.tsx';
import { useMay, useSession } from '../../platform/web/session.ts';
import type { Column } from '../../platform/web/table-column.ts';
import { PageLink, useFilter, useGo, usePlacePeriod } from '../../platform/web/use-address.tsx';
import { useNone } from '../../platform/web/use-none.ts';
import type { ChildRow } from '../../regions/contract.ts';
import { states } from '../codes.ts';
import type { DraftPlan, MissingRow, PlanRow, PlanWritten } from '../contract.ts';

const amounts = ['received', 'arranged', 'reserved'] as const;
const leftOf = (row: PlanRow) => BigInt(row.received) - BigInt(row.arranged) - BigInt(row.reserved);

/** The office right above the towns makes their plan: the county, or a city that has no counties. */
function useMayPlan(): boolean {
  const { home, today } = useSession();
  const register = useMay('funds.register');
  const level = levelOfKey(home.key);
  const below = useAsk<{ rows: ChildRow[] }>(
    register && level === 'city' ? `/api/regions/places/${home.key}/children` : undefined,
    { on: today, limit: '1' },
  );
  return register && (level === 'county' || below.data?.rows[0]?.level === 'town');
}

export default function PlansPage() {
  const t = useT();
  const go = useGo();
  const queries = useQueryClient();
  const { place } = usePlacePeriod();
  const may = useMayPlan();
  const none = useNone('plans.none', may);
  const filters = useFilters(['programme', 'year']);
  const [state, setState] = useFilter('state');
  const [drafting, setDrafting] = useState(false);
  const asked = usePages<PlanRow>('/api/plans/plans', {
    ...{ place, ...filters.asked },
    ...(state ? { state } : {}),
  });
  return (
    <>
      <PageTitle
        question={t('plans.page.plans.question')}
        actions={
          may && (
            <>
              <ImportLink kind="plans.plan">{t('plans.sheet.fill')}</ImportLink>
              <button type="button" className="main-button" onClick={() => setDrafting(true)}>
                {t('plans.form.draft')}
              </button>
            </>
          )
        }
      />
      <p className="page-lead">{t('plans.page.plans.note')}</p>
      <Filters of={filters}>
        <ChoiceFilter
          label={t('plans.column.state')}
          value={state}
          onChange={setState}
          choices={states.map((one) => ({ value: one, label: t(`plans.state.${one}`) }))}
        />
      </Filters>
      <DataTable<PlanRow>
        caption={t('plans.page.plans')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={none}
        columns={[
          { key: 'county', title: t('plans.column.county'), cell: (row) => row.placeName },
          {
            key: 'title',
            title: t('plans.column.plan'),
            width: 16,
            cell: (row) => <PageLink to={`/plans/${row.id}`}>{row.title}</PageLink>,
          },
          { key: 'year', title: t('plans.column.year'), cell: (row) => row.year },
          {
            key: 'version',
            title: t('plans.column.edition'),
            cell: (row) => t('plans.column.version', { version: row.version }),
          },
          {
            key: 'state',
            title: t('plans.column.state'),
            cell: (row) => (
              <>
                {t(`plans.state.${row.state}`)}
                {row.inForce && t('plans.in_force')}
              </>
            ),
          },
          ...amounts.map(
            (name): Column<PlanRow> => ({
              key: name,
              title: t(`plans.sum.${name}`),
              unit: t('platform.web.unit.wan'),
              number: true,
              cell: (row) => <Wan fen={row[name]} />,
            }),
          ),
          {
            key: 'left',
            title: t('plans.sum.left'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) => <Wan fen={leftOf(row)} owed />,
          },
        ]}
      />
      <Missing place={place} asked={filters.asked} />
      <Drawer open={drafting} title={t('plans.form.draft')} onClose={() => setDrafting(false)}>
        <DraftForm
          onDone={(id) => {
            setDrafting(false);
            void queries.invalidateQueries();
            go(`/plans/${id}`);
          }}
          onCancel={() => setDrafting(false)}
        />
      </Drawer>
    </>
  );
}

/** Counties whose money lies in no plan; nothing where there is none. */
function Missing(props: { place: string; asked: Record<string, string> }) {
  const t = useT();
  const asked = usePages<MissingRow>('/api/plans/missing', { place: props.place, ...props.asked });
  if (asked.rows.length === 0) return null;
  return (
    <Section title={t('plans.missing')}>
      <DataTable<MissingRow>
        caption={t('plans.missing')}
        rows={asked.rows}
        rowKey={(row) => `${row.place} ${row.programme} ${row.year}`}
        more={asked.more}
        columns={[
          { key: 'county', title: t('plans.column.county'), cell: (row) => row.placeName },
          {
            key: 'programme',
            title: t('plans.column.programme'),
            cell: (row) => t(`funds.programme.${row.programme}`),
          },
          { key: 'year', title: t('plans.column.year'), cell: (row) => row.year },
          {
            key: 'received',
            title: t('plans.sum.received'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) => <Wan fen={row.received} />,
          },
        ]}
      />
    </Section>
  );
}

function DraftForm({ onDone, onCancel }: { onDone: (id: string) => void; onCancel: () => void }) {
  const t = useT();
  const { home, today } = useSession();
  const year = today.slice(0, 4);
  const form = useForm(
    `plans.plan.new:${home.key}`,
    {
      ...{ programme: 'special_fund', year, basis: '' },
      title: t('plans.form.title.usual', { place: home.name, year }),
    },
    (values) => ({
      title: values.title.trim() ? undefined : t('plans.form.needed'),
      programme: values.programme ? undefined : t('plans.form.needed'),
      year: /^20(2[1-9]|[3-9]\d)$/.test(values.year) ? undefined : t('plans.form.year_form'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('plans.form.draft')}
      send={(values, id) =>
        send<PlanWritten>(
          'POST',
          '/api/plans/plans',
          {
            title: values.title.trim(),
            basis: values.basis.trim() || null,
            programme: values.programme as DraftPlan['programme'],
            year: Number(values.year),
          } satisfies DraftPlan,
          id,
        )
      }
      onDone={({ id }) => onDone(id)}
      onCancel={onCancel}
    >
      <p className="deed-about">{t('plans.form.draft.about')}</p>
      <SelectField
        form={form}
        name="programme"
        label={t('plans.column.programme')}
        choices={programmes.map((one) => ({ value: one, label: t(`funds.programme.${one}`) }))}
        required
      />
      <TextField
        form={form}
        name="year"
        label={t('plans.column.year')}
        maxLength={4}
        inputMode="numeric"
        required
      />
      <TextField form={form} name="title" label={t('plans.column.plan')} maxLength={150} required />
      <TextField
        form={form}
        name="basis"
        label={t('plans.column.basis')}
        help={t('plans.form.basis.help')}
        lines={2}
      />
    </Form>
  );
}

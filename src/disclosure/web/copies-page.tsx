// The register of public copies: where each hangs, and which is due to be taken down.
import { usePages } from '../../platform/web/ask.ts';
import { ChoiceFilter } from '../../platform/web/choice-filter.tsx';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { PageTitle } from '../../platform/web/page.tsx';
import { PageLink, useFilter, usePlacePeriod } from '../../platform/web/use-address.tsx';
import { copyStates, kinds } from '../codes.ts';
import type { CopyRow } from '../contract.ts';
import './disclosure.css';

export default function CopiesPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const [state, setState] = useFilter('state');
  const [kind, setKind] = useFilter('kind');
  const asked = usePages<CopyRow>('/api/disclosure/copies', { place, state, kind });
  return (
    <>
      <PageTitle question={t('disclosure.page.copies.question')} />
      <div className="filters">
        <ChoiceFilter
          label={t('disclosure.field.state')}
          value={state}
          onChange={setState}
          choices={copyStates.map((one) => ({ value: one, label: t(`disclosure.state.${one}`) }))}
        />
        <ChoiceFilter
          label={t('disclosure.field.kind')}
          value={kind}
          onChange={setKind}
          choices={kinds.map((one) => ({ value: one, label: t(`disclosure.kind.${one}`) }))}
        />
      </div>
      <DataTable<CopyRow>
        caption={t('disclosure.page.copies')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('disclosure.copies.none'), todo: t('disclosure.copies.none.todo') }}
        columns={[
          {
            key: 'title',
            title: t('disclosure.field.title'),
            width: 30,
            cell: (row) => <PageLink to={`/disclosure/copies/${row.id}`}>{row.title}</PageLink>,
          },
          {
            key: 'state',
            title: t('disclosure.field.state'),
            width: 10,
            cell: (row) => (
              <span className={row.state === 'due' ? 'disclosure-due' : undefined}>
                {t(`disclosure.state.${row.state}`)}
              </span>
            ),
          },
          {
            key: 'kind',
            title: t('disclosure.field.kind'),
            cell: (row) => t(`disclosure.kind.${row.kind}`),
          },
          {
            key: 'where',
            title: t('disclosure.column.where'),
            width: 16,
            cell: (row) =>
              row.publications
                .filter((one) => one.takenDownOn === null)
                .map((one) => t(`disclosure.channel.${one.channel}`))
                .join(t('disclosure.copy.and')),
          },
          {
            key: 'until',
            title: t('disclosure.field.until'),
            cell: (row) =>
              row.publications
                .flatMap((one) => (one.takenDownOn === null && one.untilDay ? [one.untilDay] : []))
                .sort()[0] ?? '',
          },
          { key: 'made', title: t('disclosure.column.made'), cell: (row) => row.madeOn },
          { key: 'place', title: t('disclosure.column.place'), cell: (row) => row.placeName },
        ]}
      />
    </>
  );
}

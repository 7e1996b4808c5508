// Which places are in the chosen one, and what it was and is itself.
import { useAsk, usePages } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { Answer, PageTitle } from '../../platform/web/page.tsx';
import type { Column } from '../../platform/web/table-column.ts';
import { usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { ChildRow, Place } from '../contract.ts';
import { PlaceHistory } from './place-history.tsx';
import './places.css';

export default function PlacesPage() {
  const t = useT();
  const { place, to } = usePlacePeriod();
  const asked = useAsk<Place>(`/api/regions/places/${place}`, { on: to });
  return (
    <>
      <PageTitle
        question={t(
          asked.data && holdsNothing(asked.data, to)
            ? 'regions.page.place.question'
            : 'regions.page.places.question',
          { place: asked.data?.name ?? '' },
        )}
        time={t('regions.page.on', { on: to })}
      />
      <Answer of={asked}>
        {(shown) => (
          <>
            <Facts place={shown} />
            {!holdsNothing(shown, to) && <Below place={shown} />}
            <PlaceHistory place={shown} />
          </>
        )}
      </Answer>
    </>
  );
}

/** A village, or a place that no longer exists on the day. */
function holdsNothing({ level, until }: Place, on: string): boolean {
  return level === 'village' || (until !== null && until <= on);
}

function Facts({ place }: { place: Place }) {
  const t = useT();
  const lang = useLang();
  const published = place.codes.some(({ code }) => code === place.code);
  return (
    <>
      <dl className="place-facts">
        <div>
          <dt>{t('regions.key_facts.kind')}</dt>
          <dd>{t(`regions.kind.${place.kind}`)}</dd>
        </div>
        <div>
          <dt>{t('regions.column.code')}</dt>
          <dd className="digits">{published ? place.code : t('regions.page.no_code')}</dd>
        </div>
        {place.key !== place.code && (
          <div>
            <dt>{t('regions.key_facts.key')}</dt>
            <dd className="digits">{place.key}</dd>
          </div>
        )}
        {place.until && (
          <div>
            <dt>{t('regions.column.until')}</dt>
            <dd>{t('regions.page.ended', { until: place.until })}</dd>
          </div>
        )}
      </dl>
      {place.programme && <p className="place-note">{place.programme[lang]}</p>}
    </>
  );
}

function Below({ place }: { place: Place }) {
  const t = useT();
  const { to, set } = usePlacePeriod();
  const below = usePages<ChildRow>(`/api/regions/places/${place.key}/children`, { on: to });
  const columns: Column<ChildRow>[] = [
    { key: 'name', title: t('regions.column.name'), cell: (row) => row.name },
    {
      key: 'code',
      title: t('regions.column.code'),
      cell: (row) => <span className="digits">{row.code}</span>,
    },
    { key: 'kind', title: t('regions.column.kind'), cell: (row) => t(`regions.kind.${row.kind}`) },
    ...(below.rows.some(({ tiers }) => tiers.length > 0)
      ? [
          {
            key: 'tier',
            title: t('regions.column.tier'),
            cell: (row: ChildRow) =>
              row.tiers.map((tier) => t(`regions.tier_name.${tier}`)).join('、'),
          },
        ]
      : []),
    ...(below.rows.some(({ flags }) => flags.length > 0)
      ? [
          {
            key: 'flags',
            title: t('regions.column.flags'),
            cell: (row: ChildRow) =>
              row.flags.map((flag) => t(`regions.flag_name.${flag}`)).join('、'),
            width: 24,
          },
        ]
      : []),
    ...(place.level === 'town'
      ? []
      : [
          {
            key: 'children',
            title: t('regions.column.children'),
            number: true,
            cell: (row: ChildRow) => row.children,
            sortBy: (row: ChildRow) => row.children,
          },
        ]),
  ];
  return (
    <DataTable
      caption={t('regions.page.places.question', { place: place.name })}
      columns={columns}
      rows={below.rows}
      rowKey={(row) => row.key}
      onOpen={(row) => set({ place: row.key })}
      more={below.more}
      pending={below.pending}
      problem={below.problem}
      onRetry={below.retry}
      empty={{ why: t('regions.page.no_children') }}
    />
  );
}

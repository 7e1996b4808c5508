// The places below in code order: the chosen figure with its course and share, and figures beside it.
import type { BelowSeries, Children, Definition } from '../../../indicators/contract.ts';
import { addsUp } from '../../../indicators/web/format.ts';
import { monthly, yearAtLeast } from '../../../indicators/web/months.ts';
import { useFigureWords } from '../../../indicators/web/use-figure-words.ts';
import { useChildren, useChildrenSeries } from '../../../indicators/web/use-figures.ts';
import { percent } from '../../../platform/web/amount.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, Empty } from '../../../platform/web/page.tsx';
import { Sparkline } from '../../../platform/web/sparkline.tsx';
import type { Column } from '../../../platform/web/table-column.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import { columns as standing } from '../../contract.ts';
import type { CockpitProps } from '../cockpit-props.ts';
import { useFigureColumn } from './figure-column.tsx';
import { type PlaceRow, placeRows, valueIn } from './place-rows.ts';

export function PlacesTable(props: CockpitProps & { chosen: Definition }) {
  const { place, at, chosen } = props;
  const t = useT();
  const lowest = place.level === 'village';
  const codes = [chosen.code, ...standing.filter((code) => code !== chosen.code)];
  const below = useChildren(codes, at, { when: !lowest });
  const course = useChildrenSeries(chosen.code, yearAtLeast(at), { when: !lowest });
  return (
    <div className="cockpit-places">
      <h3>{t('cockpit.places.title')}</h3>
      {lowest ? (
        <Empty why={t('cockpit.places.lowest')} todo={t('cockpit.places.lowest.todo')} />
      ) : (
        <Answer of={below} shape="table" rows={12}>
          {(children) =>
            children.rows.length === 0 ? (
              <Empty why={t('cockpit.places.none')} todo={t('cockpit.places.lowest.todo')} />
            ) : (
              <Places {...props} codes={codes} below={children} course={course.data} />
            )
          }
        </Answer>
      )}
    </div>
  );
}

interface PlacesProps extends CockpitProps {
  chosen: Definition;
  codes: readonly string[];
  below: Children;
  course: BelowSeries | undefined;
}

function Places({ place, at, known, chosen, codes, below, course }: PlacesProps) {
  const t = useT();
  const words = useFigureWords();
  const columnOf = useFigureColumn();
  const rows = placeRows(below, place.key, t('cockpit.places.own'));
  const total = valueIn(below.total, chosen.code);
  const told = (code: string) =>
    place.level !== 'town' ||
    code === chosen.code ||
    below.rows.some(({ values }) => Number(valueIn(values, code)?.value ?? 0) !== 0);
  const figures = codes.filter(told).flatMap((code) => {
    const definition = known.find(code);
    return definition
      ? [columnOf(definition, rows, { at, name: place.name, values: below.total })]
      : [];
  });
  const [first, ...others] = figures;

  const moving = new Map(
    (course?.rows ?? [])
      .filter(({ points }) => points.some(({ value }) => value !== null && value !== '0'))
      .map(({ key, points }) => [key, points]),
  );
  const courseColumn: Column<PlaceRow> = {
    key: 'course',
    title: t('cockpit.places.course'),
    cell: (row) => {
      const points = row.own ? undefined : moving.get(row.key);
      return points ? (
        <Sparkline
          name={`${row.name} ${words.name(chosen)}`}
          values={points.map((point) => monthly(chosen, point))}
          width={84}
          height={20}
        />
      ) : null;
    },
  };
  const columns: Column<PlaceRow>[] = [
    {
      key: 'place',
      title: t('cockpit.places.place'),
      cell: (row) =>
        row.own ? (
          row.name
        ) : (
          <PageLink to="/" search={{ place: row.key, indicator: chosen.code }}>
            {row.name}
          </PageLink>
        ),
    },
    ...(first ? [first] : []),
    ...(addsUp(chosen) && total && total.value !== '0'
      ? [
          {
            key: 'share',
            title: t('cockpit.places.share'),
            unit: '%',
            number: true,
            cell: (row: PlaceRow) =>
              percent(valueIn(row.values, chosen.code)?.value ?? '0', total.value ?? '0'),
            total: '100.0',
          },
        ]
      : []),
    ...(moving.size > 0 ? [courseColumn] : []),
    ...others,
  ];
  return (
    <>
      <p className="section-note">
        {t('cockpit.places.order')}
        {place.level === 'town' && t('cockpit.places.town')}
      </p>
      <DataTable
        caption={t('cockpit.places.caption', { place: place.name })}
        columns={columns}
        rows={rows}
        rowKey={(row) => (row.own ? 'own' : row.key)}
        totalName={t('cockpit.places.total')}
        full
      />
    </>
  );
}

// Tiers: how many places in each and how many have a team; and the same place by place.
import type { Children, Definition, Value } from '../../indicators/contract.ts';
import { FigureLink } from '../../indicators/web/figure-link.tsx';
import { orderOf } from '../../indicators/web/format.ts';
import { useFigureWords } from '../../indicators/web/use-figure-words.ts';
import { useChildren, useValues, type ValuesAnswer } from '../../indicators/web/use-figures.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, Empty, Section } from '../../platform/web/page.tsx';
import { PageLink } from '../../platform/web/use-address.tsx';
import { teamsByTier, tiers } from '../contract.ts';
import type { CockpitProps } from './cockpit-props.ts';
import { type PlaceRow, placeRows } from './places/place-rows.ts';

const codes = tiers.map(({ code }) => code);

export function Tiers(props: CockpitProps) {
  const { at, place } = props;
  const t = useT();
  const wide = place.level !== 'town' && place.level !== 'village';
  const counts = useValues([...codes, ...teamsByTier], at, { by: 'tier' });
  const below = useChildren(codes, at, { when: wide });
  return (
    <Section title={t('cockpit.question.tiers')} note={t('cockpit.tiers.document')}>
      {place.level === 'village' ? (
        <Empty why={t('cockpit.tiers.village')} />
      ) : (
        <Answer of={counts} shape="table" rows={4}>
          {(values) =>
            codes.every((code) => (values.find(code)?.value ?? '0') === '0') ? (
              <Empty why={t('cockpit.tiers.none')} todo={t('cockpit.tiers.none.todo')} />
            ) : (
              <>
                <div className="cockpit-closed">
                  <Counts {...props} values={values} />
                </div>
                {wide && (
                  <Answer of={below} shape="table">
                    {(children) => <ByPlace {...props} below={children} />}
                  </Answer>
                )}
              </>
            )
          }
        </Answer>
      )}
    </Section>
  );
}

function Counts({ at, known, values }: CockpitProps & { values: ValuesAnswer }) {
  const t = useT();
  const teams = known.of(teamsByTier).flatMap((code) => known.find(code) ?? []);
  const words = useFigureWords();
  const rows = tiers.flatMap(({ tier, code }) => {
    const definition = known.find(code);
    return definition ? [{ tier, definition, name: t(`regions.tier_name.${tier}`) }] : [];
  });
  const part = (code: string, tier: string): Value => ({
    code,
    value: values.find(code)?.parts.find(({ key }) => key === tier)?.value ?? '0',
    over: null,
    parts: [],
  });
  return (
    <DataTable
      caption={t('cockpit.tiers.caption')}
      rows={rows}
      rowKey={({ tier }) => tier}
      full
      columns={[
        { key: 'tier', title: t('cockpit.tiers.tier'), cell: ({ name }) => name },
        {
          key: 'count',
          title: t('cockpit.tiers.count'),
          number: true,
          cell: ({ definition, name }) => (
            <FigureLink
              definition={definition}
              value={values.find(definition.code)}
              at={at}
              of={name}
              bare
            />
          ),
        },
        ...teams.map((definition) => ({
          key: definition.code,
          title: words.name(definition),
          number: true,
          cell: ({ tier, name }: { tier: string; name: string }) => (
            <FigureLink
              definition={definition}
              value={part(definition.code, tier)}
              at={{ ...at, dimension: 'tier', value: tier }}
              of={name}
              bare
            />
          ),
        })),
      ]}
    />
  );
}

function ByPlace({ place, at, known, below }: CockpitProps & { below: Children }) {
  const t = useT();
  const words = useFigureWords();
  const rows = placeRows(below, place.key, t('cockpit.places.own'));
  const definitions = known.of(codes).flatMap((code) => known.find(code) ?? []);
  const valueIn = (values: readonly Value[], { code }: Definition) =>
    values.find((value) => value.code === code);
  return (
    <div className="cockpit-tiers">
      <h3>{t('cockpit.tiers.places')}</h3>
      <DataTable
        caption={t('cockpit.tiers.places')}
        rows={rows}
        rowKey={(row) => (row.own ? 'own' : row.key)}
        totalName={t('cockpit.places.total')}
        full
        columns={[
          {
            key: 'place',
            title: t('cockpit.places.place'),
            cell: (row) =>
              row.own ? (
                row.name
              ) : (
                <PageLink to="/" search={{ place: row.key }}>
                  {row.name}
                </PageLink>
              ),
          },
          ...definitions.map((definition) => ({
            key: definition.code,
            title: words.name(definition),
            number: true,
            cell: (row: PlaceRow) => (
              <FigureLink
                definition={definition}
                value={valueIn(row.values, definition)}
                at={{ ...at, place: row.key }}
                of={row.name}
                bare
              />
            ),
            sortBy: (row: PlaceRow) => orderOf(definition, valueIn(row.values, definition)),
            total: (
              <FigureLink
                definition={definition}
                value={valueIn(below.total, definition)}
                at={at}
                of={place.name}
                bare
              />
            ),
          })),
        ]}
      />
    </div>
  );
}

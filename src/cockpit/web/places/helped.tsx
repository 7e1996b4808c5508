// What a city that helps others finds first: how the places it helps stand. Its own area is another question.
import type { Values } from '../../../indicators/contract.ts';
import { useAskMany } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, Section } from '../../../platform/web/page.tsx';
import { placesElsewhere, useSession } from '../../../platform/web/session.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import { helped } from '../../contract.ts';
import type { CockpitProps } from '../cockpit-props.ts';
import { useFigureColumn } from './figure-column.tsx';

/** Nothing for everybody else, and elsewhere than at home. */
export function Helped({ place, at, known }: CockpitProps) {
  const t = useT();
  const session = useSession();
  const columnOf = useFigureColumn();
  const codes = known.of(helped);
  const theirs =
    session.role === 'assisting_city' && place.key === session.home.key
      ? placesElsewhere(session)
      : [];
  const asked = useAskMany<Values>(
    '/api/indicators/values',
    theirs.map(({ key }) => ({ codes: codes.join(','), ...at, place: key })),
  );
  if (theirs.length === 0) return null;
  return (
    <Section title={t('cockpit.helped.title')} note={t('cockpit.helped.note')}>
      <Answer of={asked} shape="table" rows={theirs.length}>
        {(answers) => {
          const rows = theirs.map(({ key, name }) => ({
            key,
            name,
            own: false,
            values: answers.find((one) => one.place === key)?.values ?? [],
          }));
          return (
            <DataTable
              caption={t('cockpit.helped.title')}
              rows={rows}
              rowKey={(row) => row.key}
              full
              columns={[
                {
                  key: 'place',
                  title: t('cockpit.places.place'),
                  cell: (row) => (
                    <PageLink to="/" search={{ place: row.key }}>
                      {row.name}
                    </PageLink>
                  ),
                },
                ...codes.flatMap((code) => {
                  const definition = known.find(code);
                  return definition ? [columnOf(definition, rows, { at, name: place.name })] : [];
                }),
              ]}
            />
          );
        }}
      </Answer>
    </Section>
  );
}

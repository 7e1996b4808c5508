// Who owes what of 6:3:1: figures, the payers, the towns, and a drawer down to document numbers.
import { useState } from 'react';
import { useAsk } from '../../../platform/web/ask.ts';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { StandingRow, StandingRows } from '../../contract-reading.ts';
import { ExportLink } from '../export-link.tsx';
import { Filters, useFilters } from '../filters.tsx';
import { PayerDrawer } from './payer-drawer.tsx';
import { Remittances, useHelpsOthers } from './remittances.tsx';
import { StandingFigures } from './standing-figures.tsx';
import { linesOf } from './standing-lines.ts';
import { StandingTable } from './standing-table.tsx';
import { TownsTable } from './towns-table.tsx';

export default function StandingPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const { today } = useSession();
  const filters = useFilters(['programme', 'year'], { programme: 'special_fund' });
  const { programme, year } = filters.asked;
  const asked = useAsk<StandingRows>('/api/funds/standing', {
    place,
    ...(programme ? { programme } : {}),
  });
  // Its own area is owed nothing: a page of zeros would say that it gives nothing, either.
  const givesOnly = useHelpsOthers() && asked.data?.rows.length === 0;
  return (
    <>
      <PageTitle
        question={t('funds.page.standing.question')}
        time={t('funds.page.as_of', { day: today })}
        actions={
          !givesOnly && (
            <ExportLink
              path="/api/funds/standing.csv"
              query={{ place, ...filters.asked }}
              name={`${t('funds.page.standing')}-${place}-${today}`}
            />
          )
        }
      />
      <Filters of={filters} />
      <Answer of={asked} shape="table">
        {({ rows }) =>
          givesOnly ? (
            <Remittances />
          ) : (
            <>
              <StandingFigures programme={programme} since={sinceOf(rows, today)} />
              <Payers
                rows={year ? rows.filter((row) => row.year === Number(year)) : rows}
                programme={programme}
                year={year}
              />
            </>
          )
        }
      </Answer>
      {!givesOnly && <TownsTable programme={programme} year={year} />}
    </>
  );
}

function Payers(props: {
  rows: readonly StandingRow[];
  programme: string | undefined;
  year: string | undefined;
}) {
  const t = useT();
  const [open, setOpen] = useState<string>();
  const lines = linesOf(props.rows);
  const opened = lines.find(({ key }) => key === open);
  return (
    <Section title={t('funds.standing.payers')} note={t('funds.standing.payers.note')}>
      <StandingTable lines={lines} rows={props.rows} open={open} onOpen={setOpen} />
      {opened && (
        <Drawer
          open
          title={opened.name || t(`funds.standing.side.${opened.side}`)}
          width={900}
          onClose={() => setOpen(undefined)}
        >
          <PayerDrawer line={opened} programme={props.programme} year={props.year} />
        </Drawer>
      )}
    </Section>
  );
}

/** The figures count from the first budget year on, so that they are those of the table. */
function sinceOf(rows: readonly StandingRow[], today: string): string {
  const first = Math.min(Number(today.slice(0, 4)), ...rows.map(({ year }) => year));
  return `${first}-01-01`;
}

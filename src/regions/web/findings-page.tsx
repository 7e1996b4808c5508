// Where registry and lists do not agree, with the arithmetic.
import { useAsk } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section } from '../../platform/web/page.tsx';
import { useGo, usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { Finding, Findings } from '../contract.ts';
import './places.css';

export default function FindingsPage() {
  const t = useT();
  const { to } = usePlacePeriod();
  const asked = useAsk<Findings>('/api/regions/findings', { on: to });
  return (
    <>
      <PageTitle
        question={t('regions.page.findings.question')}
        time={t('regions.page.on', { on: to })}
      />
      <Answer of={asked}>
        {({ rows }) => (
          <>
            {rows.map((finding) => (
              <FindingSection key={finding.code} finding={finding} />
            ))}
          </>
        )}
      </Answer>
    </>
  );
}

function FindingSection({ finding }: { finding: Finding }) {
  const t = useT();
  const go = useGo();
  const word = `regions.finding.${finding.code}`;
  return (
    <Section title={t(word, finding.params)}>
      <div className="finding">
        <p>{t(`${word}.text`, finding.params)}</p>
        {finding.lines.length > 0 && (
          <ol>
            {finding.lines.map(({ line, params }) => {
              const text = t(`regions.finding.line.${line}`, params);
              return <li key={text}>{text}</li>;
            })}
          </ol>
        )}
      </div>
      {finding.places.length > 0 && (
        <DataTable
          caption={t(word, finding.params)}
          rows={finding.places}
          rowKey={(row) => `${row.key} ${row.name}`}
          onOpen={(row) => go('/places', { place: row.key })}
          full
          columns={[
            { key: 'name', title: t('regions.column.name'), cell: (row) => row.name },
            { key: 'above', title: t('regions.column.above'), cell: (row) => row.above },
            {
              key: 'note',
              title: t('regions.column.note'),
              cell: (row) => row.note,
              width: 40,
            },
          ]}
        />
      )}
    </Section>
  );
}

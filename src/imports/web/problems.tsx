// Lines to correct, each with all its reasons.
import { usePages } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { Section } from '../../platform/web/page.tsx';
import type { ProblemRow } from '../contract.ts';

export function Problems({ job }: { job: string }) {
  const t = useT();
  const lang = useLang();
  const asked = usePages<ProblemRow>(`/api/imports/jobs/${job}/problems`, { lang });
  return (
    <Section title={t('imports.problems')} note={t('imports.problems.note')}>
      <DataTable<ProblemRow>
        caption={t('imports.problems')}
        rows={asked.rows}
        rowKey={(row) => String(row.n)}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        columns={[
          { key: 'line', title: t('imports.column.line'), number: true, cell: (row) => row.n },
          { key: 'about', title: t('imports.column.about'), width: 20, cell: (row) => row.about },
          {
            key: 'reasons',
            title: t('imports.column.reasons'),
            width: 50,
            cell: (row) => (
              <ul className="import-reasons">
                {row.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  );
}

// The interview's 31 figures: what was said, what the records give, and why sources disagree.
import { useAsk } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { PageTitle, Section } from '../../platform/web/page.tsx';
import { PageLink, usePlacePeriod } from '../../platform/web/use-address.tsx';
import './figures-page.css';
import type { Figure, Figures } from '../contract.ts';
import { figureText, toleranceRange } from '../figure-text.ts';

const noteOrder = ['N1', 'N2', 'N3', 'N3a', 'N4', 'N5', 'N6', 'N7'];

export default function FiguresPage() {
  const t = useT();
  const lang = useLang();
  const { place } = usePlacePeriod();
  const asked = useAsk<Figures>('/api/reports/figures', { place });
  const rows = asked.data?.rows ?? [];
  const compared = rows.some((r) => r.agrees !== null);
  const tolerance = (one: Figure) => {
    const range = toleranceRange(one.tolerance);
    return range ? t('reports.tolerance.range', range) : t('reports.tolerance.exact');
  };
  return (
    <>
      <PageTitle
        question={t('reports.page.question')}
        {...(asked.data
          ? {
              time: compared
                ? t('reports.page.right', { right: asked.data.right, of: rows.length })
                : t('reports.page.elsewhere'),
            }
          : {})}
      />
      <DataTable<Figure>
        caption={t('reports.page.figures')}
        full
        rows={rows}
        rowKey={(one) => one.id}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        needsAction={(one) => one.agrees === false}
        columns={[
          { key: 'id', title: t('reports.column.id'), cell: (one) => one.id },
          {
            key: 'section',
            title: t('reports.column.section'),
            cell: (one) => t(`reports.section.${one.section}`),
          },
          {
            key: 'statement',
            title: t('reports.column.statement'),
            cell: (one) => <Statement one={one} />,
            width: 20,
          },
          {
            key: 'stated',
            title: t('reports.column.stated'),
            number: true,
            cell: (one) =>
              `${t(`reports.qualifier.${one.qualifier}`)}${figureText(one.stated, one.unit, lang, t(`reports.unit.${one.unit}`))}`,
          },
          {
            key: 'computed',
            title: t('reports.column.computed'),
            number: true,
            cell: (one) => <Computed one={one} />,
          },
          ...(compared
            ? [
                {
                  key: 'agrees',
                  title: t('reports.column.agrees'),
                  cell: (one: Figure) => t(`reports.agrees.${one.agrees}`),
                },
              ]
            : []),
          {
            key: 'period',
            title: t('reports.column.period'),
            cell: (one) => t('reports.page.period', { from: one.from, to: one.to }),
            width: 11,
          },
          { key: 'tolerance', title: t('reports.column.tolerance'), cell: tolerance, width: 9 },
          {
            key: 'notes',
            title: t('reports.column.notes'),
            cell: (one) =>
              one.notes.map((n) => (
                <a key={n} href={`#${n}`}>
                  {n}{' '}
                </a>
              )),
          },
        ]}
      />
      <Section title={t('reports.page.notes')}>
        <dl className="notes">
          {noteOrder.map((n) => (
            <div key={n} id={n}>
              <dt>{n}</dt>
              <dd>{t(`reports.note.${n}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

/** What was said, and in a smaller line what the answering figure means. */
function Statement({ one }: { one: Figure }) {
  const lang = useLang();
  return (
    <>
      {one.statement[lang]}
      <small className="means">
        {one.name[lang]}：{one.means[lang]}
      </small>
    </>
  );
}

/** Opens the definition and the rows, for the days of this figure. */
function Computed({ one }: { one: Figure }) {
  const t = useT();
  const lang = useLang();
  if (one.computed === null) return <>—</>;
  return (
    <PageLink
      to="/reports/figures"
      search={{ figure: one.indicator, ffrom: one.from, fto: one.to }}
    >
      {figureText(one.computed, one.unit, lang, t(`reports.unit.${one.unit}`))}
    </PageLink>
  );
}

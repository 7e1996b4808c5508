// What a rule comes to in a budget year: by payer and town by town, beside what is due or another version.
import { useAsk, usePages } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { Column } from '../../../platform/web/table-column.ts';
import { useFilter, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { localPayers, rulePayers } from '../../codes-allocation.ts';
import type { AllocationPage, AllocationRow, Numbers } from '../../contract-allocation.ts';
import { PayerName } from '../payer-name.tsx';
import { Wan } from '../wan.tsx';

type Row = Numbers['rows'][number];
const less = (now: string, then: string) => (BigInt(now) - BigInt(then)).toString();

export function RuleNumbers({ rule }: { rule: AllocationPage }) {
  const t = useT();
  const { today } = useSession();
  const { place } = usePlacePeriod();
  const [year, setYear] = useFilter('year', String(firstYear(rule, today)));
  const [against, setAgainst] = useFilter('against', 'due');
  const versions = useAsk<{ rows: AllocationRow[] }>('/api/funds/allocations', {
    place,
    limit: '50',
  });
  const others = (versions.data?.rows ?? []).filter(
    (other) =>
      other.id !== rule.id &&
      other.state !== 'discarded' &&
      other.kind === rule.kind &&
      other.programme === rule.programme &&
      other.office === rule.office,
  );
  const asked = usePages<Row>(`/api/funds/allocations/${rule.id}/numbers`, {
    place,
    year,
    against,
    limit: '200',
  });
  const answer = asked.first as Numbers | undefined;
  const beside = others.find((other) => other.id === against)?.title;
  const names = {
    now: t('funds.rule.by_this'),
    other: beside ? t('funds.rule.by_other') : t('funds.rule.due_now'),
  };
  return (
    <Section title={t('funds.rule.numbers')} note={<Note answer={answer} beside={beside} />}>
      <div className="filters">
        <ChoiceFilter
          label={t('funds.column.year')}
          value={year}
          onChange={setYear}
          all={null}
          choices={yearsFor(rule, today).map((one) => ({ value: one, label: one }))}
        />
        <ChoiceFilter
          label={t('funds.rule.against')}
          value={against}
          onChange={setAgainst}
          all={null}
          choices={[
            { value: 'due', label: t('funds.rule.due_now') },
            ...others.map((other) => ({
              value: other.id,
              label: `${other.title} · ${t(`funds.rule_state.${other.state}`)}`,
            })),
          ]}
        />
      </div>
      {answer && answer.problems.length > 0 && (
        <ul className="paper-hints">
          {answer.problems.map(({ code, count, place: name }) => (
            <li key={code}>{t(`funds.refusal.rule_${code}`, { count, place: name })}</li>
          ))}
        </ul>
      )}
      {answer && answer.payers.length > 0 && (
        <PayersTable answer={answer} names={names} caption={t('funds.due.by_payer')} />
      )}
      <DataTable<Row>
        caption={t('funds.rule.towns')}
        rows={asked.rows}
        rowKey={(row) => row.place}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        totalName={t('funds.due.total')}
        empty={{
          why: t(rule.kind === 'division' ? 'funds.rule.no_local' : 'funds.rule.no_towns'),
          todo: t('funds.rule.no_towns.todo'),
        }}
        columns={townColumns(t, rule, names, answer)}
      />
    </Section>
  );
}

function Note({ answer, beside }: { answer: Numbers | undefined; beside: string | undefined }) {
  const t = useT();
  if (!answer) return null;
  return (
    <>
      {t(answer.kept ? 'funds.rule.kept' : 'funds.rule.tried', { count: answer.towns })}
      {beside && t('funds.rule.beside', { title: beside })}
    </>
  );
}

function townColumns(
  t: ReturnType<typeof useT>,
  rule: AllocationPage,
  names: { now: string; other: string },
  answer: Numbers | undefined,
): Column<Row>[] {
  const unit = t('platform.web.unit.wan');
  const payers = rule.kind === 'division' ? localPayers : rulePayers[rule.programme];
  const totalOf = (payer: string) =>
    (answer?.payers ?? [])
      .filter((row) => row.payer === payer)
      .reduce((sum, row) => sum + BigInt(row.amount), 0n);
  return [
    { key: 'place', title: t('funds.rule.town'), cell: (row) => row.placeName },
    { key: 'county', title: t('funds.column.county'), cell: (row) => row.countyName },
    ...payers.map((payer) => ({
      key: payer,
      title: t(`funds.payer.${payer}`),
      unit,
      number: true,
      cell: (row: Row) => (
        <Wan fen={row.parts.find((part) => part.payer === payer)?.amount ?? '0'} />
      ),
      total: <Wan fen={totalOf(payer)} />,
    })),
    {
      key: 'amount',
      title: names.now,
      unit,
      number: true,
      cell: (row) => <Wan fen={row.amount} />,
      total: <Wan fen={answer?.amount ?? '0'} />,
    },
    {
      key: 'standing',
      title: names.other,
      unit,
      number: true,
      cell: (row) => <Wan fen={row.standing} />,
      total: <Wan fen={answer?.standing ?? '0'} />,
    },
    {
      key: 'more',
      title: t('funds.due.column.more'),
      unit,
      number: true,
      cell: (row) => <Wan fen={less(row.amount, row.standing)} />,
      total: <Wan fen={less(answer?.amount ?? '0', answer?.standing ?? '0')} />,
    },
  ];
}

/** Sums by payer and paying place beside what stands. */
export function PayersTable(props: {
  answer: Numbers;
  names: { now: string; other: string };
  caption: string;
}) {
  const { answer, names, caption } = props;
  const t = useT();
  const unit = t('platform.web.unit.wan');
  return (
    <DataTable<Numbers['payers'][number]>
      caption={caption}
      rows={answer.payers}
      rowKey={(row) => `${row.payer} ${row.payerPlace}`}
      totalName={t('funds.due.total')}
      empty={{ why: t('funds.rule.no_towns'), todo: t('funds.rule.no_towns.todo') }}
      columns={[
        {
          key: 'place',
          title: t('funds.column.payerPlace'),
          cell: (row) => (
            <PayerName payer={row.payer} name={row.payerName || t('funds.rule.no_helper')} />
          ),
        },
        {
          key: 'payer',
          title: t('funds.column.payer'),
          cell: (row) => t(`funds.payer.${row.payer}`),
        },
        {
          key: 'towns',
          title: t('funds.due.column.towns'),
          number: true,
          cell: (row) => row.towns,
        },
        {
          key: 'now',
          title: names.now,
          unit,
          number: true,
          cell: (row) => <Wan fen={row.amount} />,
          total: <Wan fen={answer.amount} />,
        },
        {
          key: 'then',
          title: names.other,
          unit,
          number: true,
          cell: (row) => <Wan fen={row.standing} />,
          total: <Wan fen={answer.standing} />,
        },
        {
          key: 'more',
          title: t('funds.due.column.more'),
          unit,
          number: true,
          cell: (row) => <Wan fen={less(row.amount, row.standing)} />,
          total: <Wan fen={less(answer.amount, answer.standing)} />,
        },
      ]}
    />
  );
}

type Years = Pick<AllocationPage, 'yearFrom' | 'yearTo'>;

/** Years to choose from: the rule's, an open end until the year after this. */
export function yearsFor({ yearFrom, yearTo }: Years, today: string): string[] {
  const last = yearTo ?? Math.max(yearFrom, Number(today.slice(0, 4)) + 1);
  return Array.from({ length: last - yearFrom + 1 }, (_, at) => String(yearFrom + at));
}

/** The year shown first: this one, where the rule holds. */
export function firstYear({ yearFrom, yearTo }: Years, today: string): number {
  const now = Number(today.slice(0, 4));
  return Math.max(yearFrom, Math.min(now, yearTo ?? now));
}

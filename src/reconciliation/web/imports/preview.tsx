// What comes of a file before it is taken in: lines, sum, period, what is left out, and every fault with its line.
import { formatMoney } from '../../../kit/money.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useLang, useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { Preview } from '../../contract.ts';

export function PreviewOf(props: { preview: Preview; busy: boolean; onTake: () => void }) {
  const { preview, busy, onTake } = props;
  const t = useT();
  const lang = useLang();
  const left = (['leftOut', 'zeros', 'totals', 'repeats'] as const).filter(
    (one) => preview[one] > 0,
  );
  const right = preview.faulty === 0 && preview.lines > 0;
  return (
    <Section
      title={t('reconciliation.form.step_preview')}
      note={
        <span role="status">
          {preview.faulty > 0
            ? t('reconciliation.preview.faulty', { count: preview.faulty })
            : preview.lines === 0
              ? t('reconciliation.refusal.nothing_new')
              : t('reconciliation.preview.right', {
                  count: preview.lines,
                  amount: formatMoney(preview.amount, lang, 'yuan'),
                  ...{ from: preview.from, to: preview.to },
                })}
        </span>
      }
    >
      {left.length > 0 && (
        <ul>
          {left.map((one) => (
            <li key={one}>{t(`reconciliation.preview.${one}`, { count: preview[one] })}</li>
          ))}
        </ul>
      )}
      {preview.faulty > 0 ? (
        <DataTable
          caption={t('reconciliation.preview.faults')}
          rows={preview.faults}
          rowKey={({ line, what, text }) => `${line} ${what} ${text}`}
          empty={{}}
          columns={[
            {
              key: 'line',
              title: t('reconciliation.column.line'),
              number: true,
              cell: ({ line }) => line,
            },
            {
              key: 'what',
              title: t('reconciliation.column.fault'),
              width: 30,
              cell: ({ what }) => t(`reconciliation.fault.${what}`),
            },
            {
              key: 'text',
              title: t('reconciliation.column.cell'),
              width: 20,
              cell: ({ text }) => text,
            },
          ]}
        />
      ) : (
        <DataTable
          caption={t('reconciliation.preview.first')}
          rows={preview.sample}
          rowKey={({ row }) => String(row)}
          empty={{}}
          columns={[
            {
              key: 'row',
              title: t('reconciliation.column.line'),
              number: true,
              cell: ({ row }) => row,
            },
            {
              key: 'number',
              title: t('reconciliation.field.number'),
              width: 16,
              cell: ({ number }) => number,
            },
            { key: 'dated', title: t('reconciliation.field.dated'), cell: ({ dated }) => dated },
            {
              key: 'amount',
              title: t('funds.column.amount'),
              unit: t('platform.web.unit.yuan'),
              number: true,
              cell: ({ amount }) => <Value of={{ value: amount, as: 'fen' }} money="yuan" bare />,
            },
            {
              key: 'payee',
              title: t('reconciliation.field.payee'),
              width: 16,
              cell: ({ payee }) => payee,
            },
          ]}
        />
      )}
      {right && (
        <div className="form-foot">
          <button type="button" className="main-button" disabled={busy} onClick={onTake}>
            {t('reconciliation.form.take', { count: preview.lines })}
          </button>
        </div>
      )}
    </Section>
  );
}

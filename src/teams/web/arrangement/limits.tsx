// The sizes reminders compare with in a place, where each was set, and setting or ending one.
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { LimitRow, LimitRows } from '../../contract-arranging.ts';
import { DayDeed } from '../fields/day-deed.tsx';
import { useDeeds } from '../use-deeds.ts';
import { SetLimitForm } from './limit-form.tsx';

type Doing = { deed: 'set'; name: string } | { deed: 'end'; row: LimitRow };

export function Limits() {
  const t = useT();
  const may = useMay('teams.arrange');
  const { place, to } = usePlacePeriod();
  const asked = useAsk<LimitRows>('/api/teams/limits', { place, on: to });
  const { doing, begin, close, done } = useDeeds<Doing>();
  return (
    <Section
      title={t('teams.arrangement.limits')}
      note={t('teams.arrangement.limits.note')}
      tools={
        may && (
          <button
            type="button"
            className="plain-button"
            onClick={() => begin({ deed: 'set', name: '' })}
          >
            {t('teams.form.limit.set')}
          </button>
        )
      }
    >
      <DataTable<LimitRow>
        caption={t('teams.arrangement.limits')}
        rows={asked.data?.rows ?? []}
        rowKey={(row) => row.id}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        empty={{ why: t('teams.arrangement.limits.none') }}
        columns={[
          {
            key: 'name',
            title: t('teams.column.limit'),
            cell: (row) => t(`teams.limit_name.${row.name}`),
          },
          { key: 'value', title: t('teams.column.value'), number: true, cell: (row) => row.value },
          { key: 'place', title: t('teams.column.ruleOf'), cell: (row) => row.placeName },
          {
            key: 'validFrom',
            title: t('teams.column.validFrom'),
            cell: (row) => row.validFrom,
          },
          {
            key: 'document',
            title: t('teams.column.document'),
            cell: (row) => row.document,
            width: 26,
          },
          ...(may
            ? [
                {
                  key: 'deeds',
                  title: t('teams.column.deed'),
                  width: 6,
                  cell: (row: LimitRow) => (
                    <span className="deeds">
                      <button
                        type="button"
                        className="text-button"
                        onClick={() => begin({ deed: 'set', name: row.name })}
                      >
                        {t('teams.form.limit.change')}
                      </button>
                      {row.own && (
                        <button
                          type="button"
                          className="text-button"
                          onClick={() => begin({ deed: 'end', row })}
                        >
                          {t('teams.form.limit.end')}
                        </button>
                      )}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {doing?.deed === 'set' && (
        <Drawer open title={t('teams.form.limit.set')} onClose={close}>
          <SetLimitForm name={doing.name} onDone={done} onCancel={close} />
        </Drawer>
      )}
      {doing?.deed === 'end' && (
        <Drawer open title={t('teams.form.limit.end.verb')} onClose={close}>
          <DayDeed
            path={`/api/teams/limits/${doing.row.id}/end`}
            verb={t('teams.form.limit.end.verb')}
            about={`${doing.row.placeName} · ${t(`teams.limit_name.${doing.row.name}`)} · ${doing.row.value}`}
            day={{
              name: 'validTo',
              label: t('teams.form.validTo'),
              help: t('teams.form.validTo.help'),
              min: doing.row.validFrom,
              after: doing.row.validFrom,
            }}
            onDone={done}
            onCancel={close}
          />
        </Drawer>
      )}
    </Section>
  );
}

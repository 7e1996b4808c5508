// Whom the teams of a place must have, by which document, and who set it.
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { type T, useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { RequirementRow } from '../../contract-arranging.ts';
import { DayDeed } from '../fields/day-deed.tsx';
import { useDeeds } from '../use-deeds.ts';
import { AddRequirementForm } from './requirement-form.tsx';

export function Requirements() {
  const t = useT();
  const may = useMay('teams.arrange');
  const { place, to } = usePlacePeriod();
  const asked = usePages<RequirementRow>('/api/teams/requirements', { place, on: to });
  const { doing, begin, close, done } = useDeeds<'add' | RequirementRow>();
  return (
    <Section
      title={t('teams.team.needs')}
      note={t('teams.arrangement.requirements.note')}
      tools={
        may && (
          <button type="button" className="plain-button" onClick={() => begin('add')}>
            {t('teams.form.requirement.add')}
          </button>
        )
      }
    >
      <DataTable<RequirementRow>
        caption={t('teams.team.needs')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{
          why: t('teams.arrangement.requirements.none'),
          todo: t('teams.arrangement.requirements.none.todo'),
        }}
        columns={[
          { key: 'place', title: t('teams.column.ruleOf'), cell: (row) => row.placeName },
          {
            key: 'asked',
            title: t('teams.column.asked'),
            cell: (row) => askedOf(row, t),
            width: 16,
          },
          {
            key: 'role',
            title: t('teams.column.role'),
            cell: (row) => t(`teams.role.${row.role}`),
          },
          {
            key: 'atLeast',
            title: t('teams.column.atLeast'),
            number: true,
            cell: (row) => row.atLeast,
          },
          {
            key: 'validFrom',
            title: t('teams.column.validFrom'),
            cell: (row) =>
              row.validFrom > to
                ? t('teams.arrangement.coming', { day: row.validFrom })
                : row.validFrom,
          },
          {
            key: 'validTo',
            title: t('teams.column.validUntil'),
            cell: (row) => row.validTo ?? '',
          },
          {
            key: 'document',
            title: t('teams.column.document'),
            cell: (row) => row.document,
            width: 22,
          },
          ...(may
            ? [
                {
                  key: 'deeds',
                  title: t('teams.column.deed'),
                  width: 6,
                  cell: (row: RequirementRow) =>
                    row.own &&
                    row.validTo === null && (
                      <button type="button" className="text-button" onClick={() => begin(row)}>
                        {t('teams.form.limit.end')}
                      </button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <Drawer open={doing === 'add'} title={t('teams.form.requirement.add')} onClose={close}>
        <AddRequirementForm onDone={done} onCancel={close} />
      </Drawer>
      {doing !== undefined && doing !== 'add' && (
        <Drawer open title={t('teams.form.requirement.end')} onClose={close}>
          <DayDeed
            path={`/api/teams/requirements/${doing.id}/end`}
            verb={t('teams.form.requirement.end')}
            about={`${doing.placeName} · ${askedOf(doing, t)} · ${t(`teams.role.${doing.role}`)}`}
            day={{
              name: 'validTo',
              label: t('teams.form.validTo'),
              help: t('teams.form.validTo.help'),
              min: doing.validFrom,
              after: doing.validFrom,
            }}
            onDone={done}
            onCancel={close}
          />
        </Drawer>
      )}
    </Section>
  );
}

/** Which towns a rule asks: tiers and kinds, or all. */
function askedOf({ tiers, kinds }: RequirementRow, t: T): string {
  const named = [
    tiers.map((one) => t(`regions.tier_name.${one}`)).join(t('teams.list.and')),
    kinds.map((one) => t(`regions.kind.${one}`)).join(t('teams.list.and')),
  ].filter(Boolean);
  return named.length === 0 ? t('teams.arrangement.any') : named.join(t('teams.list.comma'));
}

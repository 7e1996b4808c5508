// Assets projects left: who owns and keeps them, in what condition, what they earn. A row opens beside the list.
import { useState } from 'react';
import { usePages } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { useFilter, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { assetConditions, assetKinds } from '../../codes.ts';
import type { AssetRow } from '../../contract-assets.ts';
import { AssetSheet } from './asset-sheet.tsx';
import { Keeper, unkept } from './keeper.tsx';
import './lists.css';

export default function AssetsPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const { today } = useSession();
  const [kind, setKind] = useFilter('kind');
  const [condition, setCondition] = useFilter('condition');
  const [open, setOpen] = useState<string>();
  const asked = usePages<AssetRow>('/api/projects/assets', { place, kind, condition });
  const asset = asked.rows.find(({ id }) => id === open);
  return (
    <>
      <PageTitle
        question={t('projects.page.assets.question')}
        time={t('projects.list.as_of', { day: today })}
      />
      <div className="filters">
        <ChoiceFilter
          label={t('projects.list.kind')}
          value={kind}
          onChange={setKind}
          choices={assetKinds.map((one) => ({
            value: one,
            label: t(`projects.asset_kind.${one}`),
          }))}
        />
        <ChoiceFilter
          label={t('projects.asset.condition')}
          value={condition}
          onChange={setCondition}
          choices={assetConditions.map((one) => ({
            value: one,
            label: t(`projects.asset_condition.${one}`),
          }))}
        />
      </div>
      <DataTable<AssetRow>
        caption={t('projects.page.assets')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        openKey={open}
        needsAction={unkept}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('projects.asset.none'), todo: t('projects.asset.none.todo') }}
        columns={[
          { key: 'name', title: t('projects.asset.name'), width: 14, cell: (row) => row.name },
          { key: 'town', title: t('projects.list.town'), cell: (row) => row.townName },
          {
            key: 'kind',
            title: t('projects.list.kind'),
            cell: (row) => t(`projects.asset_kind.${row.kind}`),
          },
          {
            key: 'owner',
            title: t('projects.asset.owner'),
            width: 12,
            cell: (row) => row.owner,
          },
          {
            key: 'keeper',
            title: t('projects.asset.keeper'),
            width: 10,
            cell: (row) => <Keeper row={row} />,
          },
          {
            key: 'upkeep',
            title: t('projects.asset.upkeep'),
            width: 12,
            cell: (row) => row.upkeep,
          },
          {
            key: 'value',
            title: t('projects.asset.value'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) => <Value of={{ value: row.value, as: 'fen' }} money="wan" bare />,
          },
          {
            key: 'income',
            title: t('projects.asset.income'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) =>
              row.incomeYear !== null && (
                <Value of={{ value: row.income, as: 'fen' }} money="wan" bare />
              ),
          },
          {
            key: 'condition',
            title: t('projects.asset.condition'),
            cell: (row) => (
              <span className={failing.has(row.condition) ? 'late' : undefined}>
                {t(`projects.asset_condition.${row.condition}`)}
              </span>
            ),
          },
          {
            key: 'takenOver',
            title: t('projects.asset.taken_over'),
            cell: (row) => row.takenOverOn,
          },
        ]}
      />
      <Drawer
        open={asset !== undefined}
        title={asset?.name ?? ''}
        onClose={() => setOpen(undefined)}
      >
        {asset && <AssetSheet key={asset.changedAt} asset={asset} />}
      </Drawer>
    </>
  );
}

const failing = new Set(['idle', 'low_yield']);

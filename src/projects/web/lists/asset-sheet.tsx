// One asset beside the list: what is known of it, and for its own town the forms to keep it up to date.
import { useState } from 'react';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { AssetRow } from '../../contract-assets.ts';
import { AmendAssetForm, IncomeForm } from './asset-forms.tsx';
import { Keeper, ownerOf } from './keeper.tsx';

export function AssetSheet({ asset }: { asset: AssetRow }) {
  const t = useT();
  const { home } = useSession();
  const may = useMay('projects.write') && home.key === asset.town;
  const [doing, setDoing] = useState<'amend' | 'income'>();
  const close = () => setDoing(undefined);
  const facts = [
    [
      t('projects.list.name'),
      <PageLink key="p" to={`/projects/${asset.project}`}>
        {asset.projectName}
      </PageLink>,
    ],
    [t('projects.list.kind'), t(`projects.asset_kind.${asset.kind}`)],
    [t('projects.asset.owner'), ownerOf(asset, t)],
    [t('projects.asset.keeper'), <Keeper key="k" row={asset} />],
    [t('projects.asset.upkeep'), asset.upkeep],
    [t('projects.asset.condition'), t(`projects.asset_condition.${asset.condition}`)],
    [t('projects.asset.value'), <Value key="v" of={{ value: asset.value, as: 'fen' }} />],
    [t('projects.asset.register_number'), asset.registerNumber],
    [t('projects.asset.taken_over'), asset.takenOverOn],
    ...(asset.kind === 'operating'
      ? [[t('projects.asset.income'), <Income key="i" asset={asset} />]]
      : []),
  ] as const;
  return (
    <>
      <dl className="asset-facts">
        {facts.map(([name, value]) => (
          <div key={String(name)}>
            <dt>{name}</dt>
            <dd>{value ?? t('platform.web.no_value')}</dd>
          </div>
        ))}
      </dl>
      {!may && <p>{t('projects.asset.reader', { town: asset.townName })}</p>}
      {may && doing === undefined && (
        <div className="form-foot">
          {asset.kind === 'operating' && (
            <button type="button" className="plain-button" onClick={() => setDoing('income')}>
              {t('projects.asset.add_income')}
            </button>
          )}
          <button type="button" className="main-button" onClick={() => setDoing('amend')}>
            {t('projects.asset.amend')}
          </button>
        </div>
      )}
      {doing === 'amend' && <AmendAssetForm asset={asset} onDone={close} onCancel={close} />}
      {doing === 'income' && <IncomeForm asset={asset} onDone={close} onCancel={close} />}
    </>
  );
}

function Income({ asset }: { asset: AssetRow }) {
  const t = useT();
  if (asset.incomeYear === null) return t('projects.asset.no_income');
  return (
    <>
      <Value of={{ value: asset.income, as: 'fen' }} />{' '}
      {t('projects.asset.income_to', { year: asset.incomeYear })}
      <br />
      {t('projects.asset.distributed')} <Value of={{ value: asset.distributed, as: 'fen' }} />
    </>
  );
}

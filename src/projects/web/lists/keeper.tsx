// Who owns and who keeps an asset; one that nobody keeps says so in red.
import { useT } from '../../../platform/web/i18n.tsx';
import type { AssetRow } from '../../contract-assets.ts';
import './lists.css';

export const unkept = ({ keeper, condition }: AssetRow) =>
  keeper === null && condition !== 'disposed';

export const ownerOf = (row: AssetRow, t: ReturnType<typeof useT>) =>
  t('projects.asset.owner_of', {
    name: row.owner,
    kind: t(`projects.asset_owner.${row.ownerKind}`),
  });

export function Keeper({ row }: { row: AssetRow }) {
  const t = useT();
  if (!unkept(row)) return row.keeper;
  return <span className="late">{t('projects.asset.no_keeper')}</span>;
}

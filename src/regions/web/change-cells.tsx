// How a change between two editions is told in a row: names with codes, and what changed.
import { useT } from '../../platform/web/i18n.tsx';
import type { ChangeRow } from '../contract.ts';

export function Named({ name, code }: { name: string | null; code: string | null }) {
  if (!name) return <>—</>;
  return (
    <>
      {name} <span className="digits">{code}</span>
    </>
  );
}

/** 改变类别 · 镇 → 街道 · 只是后缀不同 */
export function WhatChanged({ row }: { row: ChangeRow }) {
  const t = useT();
  const { change, name, oldKind, newKind } = row;
  const kinds =
    change === 'rekinded' && oldKind && newKind
      ? [`${t(`regions.kind.${oldKind}`)} → ${t(`regions.kind.${newKind}`)}`]
      : [];
  const names = name ? [t(`regions.name_change.${name}`)] : [];
  return <>{[t(`regions.change.${change}`), ...kinds, ...names].join(' · ')}</>;
}

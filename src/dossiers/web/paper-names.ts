// Names of kinds of papers, one after the other, in the reader's language.
import { useLang, useT } from '../../platform/web/i18n.tsx';
import type { DocumentKind } from '../rules.ts';

export function usePapers(): (kinds: readonly DocumentKind[]) => string {
  const t = useT();
  const between = useLang() === 'zh' ? '、' : ', ';
  return (kinds) => kinds.map((kind) => t(`projects.document_kind.${kind}`)).join(between);
}

/** 20.4 MB, 812 KB. */
export function sizeText(bytes: number): string {
  const megabytes = bytes / 1_048_576;
  return megabytes >= 1 ? `${megabytes.toFixed(1)} MB` : `${Math.ceil(bytes / 1_024)} KB`;
}

// What the page lists as a workbook: a plain link, so that the browser streams the file.
import { pathWith, type Query } from '../../platform/web/api.ts';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { useMay } from '../../platform/web/session.ts';

export function SheetLink(props: { path: string; query: Query; name: string; says?: string }) {
  const { path, query, name, says } = props;
  const t = useT();
  const lang = useLang();
  if (!useMay('indicators.export')) return null;
  return (
    <a
      className="plain-button button-link"
      href={pathWith(path, { ...query, lang })}
      download={`${name}.xlsx`}
    >
      {says ?? t('funds.export.sheet')}
    </a>
  );
}

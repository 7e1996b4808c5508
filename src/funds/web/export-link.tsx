// Exports what the page lists: a plain link, so that the browser streams the file.
import { pathWith, type Query } from '../../platform/web/api.ts';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { useMay } from '../../platform/web/session.ts';

export function ExportLink({ path, query, name }: { path: string; query: Query; name: string }) {
  const t = useT();
  const lang = useLang();
  if (!useMay('indicators.export')) return null;
  return (
    <a
      className="plain-button button-link"
      href={pathWith(path, { ...query, lang })}
      download={`${name}.csv`}
    >
      {t('funds.export')}
    </a>
  );
}

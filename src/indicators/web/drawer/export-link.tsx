// Exports the rows a drawer shows: a plain link, so that the browser streams the file.
import { pathWith } from '../../../platform/web/api.ts';
import { useLang, useT } from '../../../platform/web/i18n.tsx';
import type { OpenFigure } from '../use-open-figure.ts';

export function ExportLink({ opened, name }: { opened: OpenFigure; name: string }) {
  const t = useT();
  const { code, at, only } = opened;
  const path = `/api/indicators/definitions/${code}/rows.csv`;
  const query = { ...at, ...only, lang: useLang() };
  return (
    <a
      className="plain-button button-link"
      href={pathWith(path, query)}
      download={`${name}-${at.place}-${at.from}-${at.to}.csv`}
    >
      {t('indicators.page.export')}
    </a>
  );
}

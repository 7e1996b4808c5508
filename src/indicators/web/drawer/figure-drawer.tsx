// The drawer of the figure the address names; its contents come in their own chunk when first opened.
import { lazy, Suspense } from 'react';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Empty, Loading } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { useFigureWords } from '../use-figure-words.ts';
import { useDefinitions } from '../use-figures.ts';
import { type OpenFigure, useOpenedFigure } from '../use-open-figure.ts';
import { ExportLink } from './export-link.tsx';

const FigureSheet = lazy(() => import('./figure-sheet.tsx'));

export function FigureDrawer() {
  const opened = useOpenedFigure();
  const may = useMay('indicators.read');
  return opened && may ? <Opened opened={opened} /> : null;
}

function Opened({ opened }: { opened: OpenFigure }) {
  const t = useT();
  const words = useFigureWords();
  const known = useDefinitions();
  const mayExport = useMay('indicators.export');
  const definition = known.data?.find(opened.code);
  const title = definition ? words.name(definition) : t('indicators.page.figure');
  return (
    <Drawer
      open
      width={880}
      title={title}
      onClose={opened.close}
      tools={mayExport && definition?.table && <ExportLink opened={opened} name={title} />}
    >
      {definition ? (
        <Suspense fallback={<Loading />}>
          <FigureSheet key={definition.code} definition={definition} opened={opened} />
        </Suspense>
      ) : known.data ? (
        <Empty why={t('indicators.page.unknown')} todo={t('indicators.page.unknown.todo')} />
      ) : (
        <Loading />
      )}
    </Drawer>
  );
}

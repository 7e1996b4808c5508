// What every printed sheet says above its text: place, period, cut-off, page.
import { useEffect } from 'react';
import { useT } from './i18n.tsx';
import { useSession } from './session.ts';
import { usePlacePeriod } from './use-address.tsx';

export function PrintHead({ place }: { place: string }) {
  const t = useT();
  const { from, to } = usePlacePeriod();
  const { demo } = useSession();
  const parts = [
    place,
    t('platform.web.period.between', { from, to }),
    `${t('platform.web.as_of')} ${to}`,
    ...(demo ? [t('platform.web.demo')] : []),
  ];
  const line = parts.join(' · ');
  const foot = t('platform.web.footer.short');

  // Margin boxes repeat on every sheet, but take their text only from a style sheet. A constructed
  // one is no inline style, so the content policy stays closed. The first sheet has the line in its text.
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@media print { @page {
      @top-left { content: ${quoted(line)}; }
      @bottom-left { content: ${quoted(foot)}; }
    } @page :first { @top-left { content: none; } } }`);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [line, foot]);

  return <p className="print-head">{line}</p>;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\\n]/g, (one) => `\\${one.charCodeAt(0).toString(16)} `)}"`;
}

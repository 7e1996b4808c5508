// Says on every page that the data are made up.
import { useT } from './i18n.tsx';

export function DemoBand() {
  const t = useT();
  return (
    <aside className="demo-band" aria-label={t('platform.web.demo')}>
      <b>{t('platform.web.demo')}</b> <span>{t('platform.web.demo.note')}</span>
    </aside>
  );
}

// What an address without a page shows.

import { useT } from '../platform/web/i18n.tsx';
import { Empty, PageTitle } from '../platform/web/page.tsx';
import { PageLink } from '../platform/web/use-address.tsx';

export default function NoPage() {
  const t = useT();
  return (
    <>
      <PageTitle question={t('platform.web.no_page')} />
      <Empty
        why={t('platform.web.no_page.why')}
        todo={t('platform.web.no_page.todo')}
        action={<PageLink to="/">{t('platform.web.home')}</PageLink>}
      />
    </>
  );
}

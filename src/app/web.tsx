// The office in the browser: routes made from the rooms' pages, and what stands around them.
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loginKey, sessionKey } from '../access/web/sign-in.ts';
import { parseSearch, stringifySearch } from '../platform/web/address.ts';
import { onSignedOut, speak } from '../platform/web/api.ts';
import { newQueryClient } from '../platform/web/ask.ts';
import { langOf, WordsProvider } from '../platform/web/i18n.tsx';
import { Loading, Problem } from '../platform/web/page.tsx';
import { applyTheme } from '../platform/web/theme.ts';
import { useSearch } from '../platform/web/use-address.tsx';
import { pages, words } from './web-rooms.ts';
import '../platform/web/base.css';

const queries = newQueryClient();
const root = createRootRoute({ component: Whole });
const open = (path: string, load: Parameters<typeof lazyRouteComponent>[0]) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) });
const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  component: lazyRouteComponent(() => import('./office.tsx')),
});
const router = createRouter({
  routeTree: root.addChildren([
    open('/login', () => import('../access/web/login-page.tsx')),
    open('/sign-on/return', () => import('../access/web/sign-on/return-page.tsx')),
    open('/invitation', () => import('../access/web/invitation/invitation-page.tsx')),
    open('/first-administrator', () => import('../access/web/first-administrator-page.tsx')),
    office.addChildren([
      ...pages.map(({ path, load }) =>
        createRoute({ getParentRoute: () => office, path, component: lazyRouteComponent(load) }),
      ),
      createRoute({
        getParentRoute: () => office,
        path: '$',
        component: lazyRouteComponent(() => import('./no-page.tsx')),
      }),
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: () => <Loading />,
  defaultErrorComponent: ({ error }) => <Problem problem={error} />,
  scrollRestoration: false,
});

function Whole() {
  const lang = langOf(useSearch().lang);
  speak(lang);
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  return (
    <WordsProvider words={words} lang={lang}>
      <Outlet />
    </WordsProvider>
  );
}

onSignedOut(() => {
  const { pathname, href, search } = router.latestLocation;
  if (['/login', '/first-administrator', '/invitation', '/sign-on/return'].includes(pathname))
    return;
  queries.removeQueries({ queryKey: sessionKey });
  const lang = (search as { lang?: string }).lang;
  // Whose session ended may have left the desk: what was read goes, what the page of signing in asks stays.
  const read = {
    predicate: (one: { queryKey: readonly unknown[] }) => one.queryKey[0] !== loginKey[0],
  };
  void router
    .navigate({ to: '/login', search: { lang, return: href }, replace: true } as never)
    .then(() => queries.removeQueries(read));
});

applyTheme(document.documentElement);
const place = document.getElementById('page');
if (!place) throw new Error('index.html has no element #page');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

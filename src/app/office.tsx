// Everything behind signing in: the session, the frame, the place of every page.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useMatches, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { usePrintRecord } from '../access/web/audit/print-record.ts';
import { session, sessionKey, signOut } from '../access/web/sign-in.ts';
import { readAddress, sharedOf, writeAddress } from '../platform/web/address.ts';
import { AntdFrame } from '../platform/web/antd-frame.tsx';
import { ApiProblem } from '../platform/web/api.ts';
import { useAsk } from '../platform/web/ask.ts';
import { useT } from '../platform/web/i18n.tsx';
import { Loading, PageTitle, Problem, Refused } from '../platform/web/page.tsx';
import type { PageDef } from '../platform/web/page-def.ts';
import { type Session, SessionContext, useSession } from '../platform/web/session.ts';
import { Shell, type Subject } from '../platform/web/shell.tsx';
import { usePlacePeriod, useSearch } from '../platform/web/use-address.tsx';
import { pages } from './web-rooms.ts';
import { slots } from './web-slots.ts';

/** The programme began in June 2021; its money is counted from that year's first day. */
const since = '2021-01-01';

export default function Office() {
  const asked = useQuery({ queryKey: sessionKey, queryFn: session, retry: false });
  if (asked.error) return <Problem problem={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Loading />;
  return (
    <SessionContext value={asked.data}>
      <AntdFrame>
        <Framed session={asked.data} />
      </AntdFrame>
    </SessionContext>
  );
}

function Framed({ session: { role, home, permissions, today } }: { session: Session }) {
  const t = useT();
  usePrintRecord();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const search = useSearch();
  const { place, lang } = usePlacePeriod();
  const named = useAsk<{ name: string }>(`/api/regions/places/${place}`);
  const placeName = named.data?.name ?? (place === home.key ? home.name : '');
  const current = useMatches().at(-1)?.fullPath as string | undefined;
  const page = pages.find(({ path }) => path === current);

  // The address always says place and period, so that a link shows another reader the same.
  const said = JSON.stringify(writeAddress(readAddress(search, { home: home.key, today })));
  const leaving = useRouterState({ select: (state) => state.location.pathname === '/login' });
  const complete = leaving || JSON.stringify(sharedOf(search)) === said;
  useEffect(() => {
    if (complete) return;
    const change = { lang: undefined, ...JSON.parse(said) };
    void navigate({
      to: '.',
      search: (now: object) => ({ ...now, ...change }),
      replace: true,
      resetScroll: false,
    } as never);
  }, [complete, said, navigate]);

  async function leave() {
    await signOut().catch(() => undefined); // the page is left either way; the session also ends by itself
    queries.clear();
    void navigate({ to: '/login', search: lang === 'en' ? { lang } : {} } as never);
  }

  const absent = named.error instanceof ApiProblem && named.error.status === 404;
  const may = (one: PageDef) => one.permission === '' || permissions.includes(one.permission);
  return (
    <Shell
      subjects={subjectsOf(pages.filter(may))}
      place={slots.Place ? <slots.Place /> : placeName}
      search={slots.Search && <slots.Search />}
      placeName={placeName}
      roleName={t(`access.role.${role}`)}
      since={since}
      onSignOut={() => void leave()}
    >
      {page && !may(page) ? (
        <RefusedPage />
      ) : absent ? (
        <AbsentPlace problem={named.error} />
      ) : (
        <Outlet />
      )}
      {slots.Beside && !absent && <slots.Beside />}
    </Shell>
  );
}

/** A place that is not there, or not this account's to see: no page has anything to say about it. */
function AbsentPlace({ problem }: { problem: unknown }) {
  const t = useT();
  const { home } = useSession();
  const { set } = usePlacePeriod();
  return (
    <>
      <PageTitle question={t('platform.web.absent.place')} />
      <Problem problem={problem} />
      <button type="button" className="plain-button" onClick={() => set({ place: home.key })}>
        {t('platform.web.absent.go_home', { name: home.name })}
      </button>
    </>
  );
}

function RefusedPage() {
  const t = useT();
  return (
    <>
      <PageTitle question={t('platform.web.refused')} />
      <Refused what={t('platform.web.refused.why')} />
    </>
  );
}

/** Pages gathered under their subjects, both in the order they ask for. */
function subjectsOf(open: readonly PageDef[]): Subject[] {
  const subjects = new Map<string, Subject>();
  const listed = open
    .flatMap(({ path, nav }) => (nav ? [{ path, ...nav }] : []))
    .sort((a, b) => a.order - b.order);
  for (const { group, word, path } of listed) {
    const subject = subjects.get(group) ?? { word: group, pages: [] };
    subject.pages.push({ path, word });
    subjects.set(group, subject);
  }
  return [...subjects.values()];
}

// Everything behind signing in: the session, the frame, the place of every page.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useMatches, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { usePrintRecord } from '../access/web/audit/print-record.ts';
import { session, sessionKey, signOut } from '../access/web/sign-in.ts';
import { NoPlaces } from '../access/web/steps/no-places.tsx';
import { OwedStep } from '../access/web/steps/owed-step.tsx';
import { StepUpDialog } from '../access/web/steps/step-up-dialog.tsx';
import { readAddress, sharedOf, writeAddress } from '../platform/web/address.ts';
import { AntdFrame } from '../platform/web/antd-frame.tsx';
import { ApiProblem } from '../platform/web/api.ts';
import { useAsk } from '../platform/web/ask.ts';
import { forgetDrafts } from '../platform/web/draft.ts';
import { useLang, useT } from '../platform/web/i18n.tsx';
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
  useDraftsOf(asked.data?.account.id);
  if (asked.error) return <Problem problem={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Loading />;
  return (
    <SessionContext value={asked.data}>
      <StepUpDialog />
      <Entered session={asked.data} />
    </SessionContext>
  );
}

const leaving = 'zhuzhen-leaving';

/** Drafts of this window are of who is signed in; signing out in any window of this browser forgets them in all. */
function useDraftsOf(account: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!account) return;
    forgetDrafts(account);
    const windows = new BroadcastChannel(leaving);
    windows.onmessage = () => {
      forgetDrafts(null);
      void queries.invalidateQueries(); // this window finds out that nobody is signed in
    };
    return () => windows.close();
  }, [account, queries]);
}

/** What is owed comes before everything, and who has no place gets a face; the address stays what the reader wanted. */
function Entered({ session: now }: { session: Session }) {
  const queries = useQueryClient();
  const leave = useLeave();
  const [held, setHeld] = useState<Session['owes']>(null);
  const step = held ?? now.owes;
  if (step)
    return (
      <OwedStep
        session={now}
        step={step}
        onHold={() => setHeld(step)}
        onDone={() => {
          setHeld(null);
          void queries.invalidateQueries();
        }}
        onSignOut={leave}
      />
    );
  if (now.places.length === 0) return <NoPlaces session={now} onSignOut={leave} />;
  return (
    <AntdFrame>
      <Framed session={now} onSignOut={leave} />
    </AntdFrame>
  );
}

function useLeave(): () => void {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const lang = useLang();
  return () =>
    void signOut()
      .catch(() => undefined) // the page is left either way; the session also ends by itself
      .then(() => {
        queries.clear();
        forgetDrafts(null);
        const windows = new BroadcastChannel(leaving);
        windows.postMessage(null);
        windows.close();
        return navigate({ to: '/login', search: lang === 'en' ? { lang } : {} } as never);
      });
}

function Framed(props: { session: Session; onSignOut: () => void }) {
  const { role, home, permissions, today } = props.session;
  const t = useT();
  usePrintRecord();
  const navigate = useNavigate();
  const search = useSearch();
  const { place } = usePlacePeriod();
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

  const absent = named.error instanceof ApiProblem && named.error.status === 404;
  const may = (one: PageDef) => one.permission === '' || permissions.includes(one.permission);
  // Who has no business with figures begins at the first page of their own.
  const astray = page?.path === '/' && !may(page);
  const landing = astray ? landingOf(pages.filter(may)) : undefined;
  useEffect(() => {
    if (landing)
      void navigate({ to: landing, search: (now: object) => now, replace: true } as never);
  }, [landing, navigate]);
  return (
    <Shell
      subjects={subjectsOf(pages.filter(may))}
      place={slots.Place ? <slots.Place /> : placeName}
      search={slots.Search && <slots.Search />}
      above={slots.Above && <slots.Above />}
      placeName={placeName}
      roleName={t(`access.role.${role}`)}
      since={since}
      account={slots.Account}
      onSignOut={props.onSignOut}
    >
      {astray ? (
        <Loading />
      ) : page && !may(page) ? (
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

/** Pages of administering first, then any in the order of the menu. */
function landingOf(open: readonly PageDef[]): string {
  const listed = open
    .flatMap(({ path, nav, permission }) => (nav ? [{ path, order: nav.order, permission }] : []))
    .sort((a, b) => a.order - b.order);
  const own = listed.find(({ permission }) => /^(access|audit|operations)\./.test(permission));
  return (own ?? listed[0])?.path ?? '/account';
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

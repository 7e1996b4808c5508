// What the forms of pledges and goods offer: places that may be given to, places donors are at home in; and amounts.
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { ChildRow } from '../../../regions/contract.ts';
import type { HomeRows } from '../../../teams/contract-organisations.ts';
import { fenOf } from '../../lines-text.ts';

/** The own county and its towns. */
export function useReceivers() {
  const { home, today } = useSession();
  const below = useAsk<{ rows: ChildRow[] }>(`/api/regions/places/${home.key}/children`, {
    on: today,
    limit: '200',
  });
  const found = (below.data?.rows ?? []).filter(
    ({ level }) => level === 'county' || level === 'town',
  );
  return [home, ...found].map(({ key, name }) => ({ value: key, label: name }));
}

export function useDonorHomes() {
  const { home, today } = useSession();
  const homes = useAsk<HomeRows>('/api/teams/unit-homes', { place: home.key, on: today });
  return (homes.data?.rows ?? []).map(({ key, name }) => ({ value: key, label: name }));
}

/** What is wrong with text that is needed, or an amount in 万元. */
export function useChecks() {
  const t = useT();
  return {
    needed: (text: string) => (text.trim() ? undefined : t('funds.form.needed')),
    wan: (text: string) => {
      const fen = fenOf(text, 'wan');
      return fen !== undefined && fen > 0n ? undefined : t('funds.form.amount_wan.form');
    },
  };
}

/** Fen as text; the field was checked before it is sent. */
export const fenText = (wan: string): string => String(fenOf(wan, 'wan') ?? '');

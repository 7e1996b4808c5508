// Who is signed in, as every page may know it.
import { createContext, useContext } from 'react';

export interface Session {
  account: { id: string; name: string; login: string };
  role: string;
  home: { key: string; name: string; level: string };
  /** Every place the account may look into today, and why. */
  places: readonly { key: string; name: string; source: string; acting: boolean }[];
  permissions: readonly string[];
  /** What must be done before anything else answers. */
  owes: 'password' | 'second_factor' | 'enrolment' | null;
  steppedUp: boolean;
  /** The domain's date, YYYY-MM-DD. */
  today: string;
  /** Whether the data are made up. */
  demo: boolean;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** @throws Error outside the office pages, where nobody is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session here');
  return session;
}

export function useMay(permission: string): boolean {
  return useSession().permissions.includes(permission);
}

/** Places one acts for elsewhere than at home: those a city helps. */
export const placesElsewhere = ({ home, places }: Pick<Session, 'home' | 'places'>) =>
  places.filter(({ key, acting }) => acting && key !== home.key);

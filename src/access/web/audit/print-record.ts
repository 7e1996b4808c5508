// What is printed leaves a row in the audit: the page, its place and its period.
import { useEffect } from 'react';
import { send } from '../../../platform/web/api.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';

/** Paper cannot be held back: where the server is out of reach the page is printed all the same. */
export function usePrintRecord(): void {
  const { place, from, to } = usePlacePeriod();
  useEffect(() => {
    const note = () => {
      const { pathname: page } = window.location;
      const title = document.title.slice(0, 200);
      void send('POST', '/api/access/prints', { page, title, place, from, to }).catch(
        () => undefined,
      );
    };
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, [place, from, to]);
}

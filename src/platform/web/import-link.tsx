// Where a list or a draft is filled from a sheet: the way to the page of imports, at the kind that is meant.
import type { ReactNode } from 'react';
import { useMay } from './session.ts';
import { PageLink } from './use-address.tsx';

/** Nothing for who may not import. */
export function ImportLink({ kind, children }: { kind: string; children: ReactNode }) {
  if (!useMay('imports.write')) return null;
  return (
    <PageLink to="/imports" search={{ kind }} className="plain-button">
      {children}
    </PageLink>
  );
}

// The open figure lies in the address: reload, back and a sent link all show the same drawer.
import { useNavigate } from '@tanstack/react-router';
import type { Search } from '../../platform/web/address.ts';
import { usePlacePeriod, useSearch } from '../../platform/web/use-address.tsx';
import type { At } from './use-figures.ts';

/** Where a figure differs from its page: another place, another period, one part of it. */
export interface Opening extends Partial<At> {
  dimension?: string;
  value?: string;
}

const none = {
  figure: undefined,
  dim: undefined,
  val: undefined,
  fplace: undefined,
  ffrom: undefined,
  fto: undefined,
  known: undefined,
} satisfies Search;

/** Opens a figure over the page. */
export function useOpenFigure(): (code: string, opening?: Opening) => void {
  const page = usePlacePeriod();
  const change = useChange();
  return (code, { place, from, to, dimension, value } = {}) =>
    change({
      ...none,
      figure: code,
      dim: dimension,
      val: dimension ? value : undefined,
      fplace: place === page.place ? undefined : place,
      ffrom: from === page.from ? undefined : from,
      fto: to === page.to ? undefined : to,
    });
}

export interface OpenFigure {
  code: string;
  at: At;
  only: { dimension: string; value: string } | undefined;
  /** The day by which things had to be recorded; empty for everything known today. */
  known: string;
  /** Goes to another figure at the same place and period. */
  show(code: string): void;
  /** Changes what the drawer shows of its figure. */
  change(search: Search): void;
  close(): void;
}

/** The figure the address names, if any. */
export function useOpenedFigure(): OpenFigure | undefined {
  const { figure, dim, val, fplace, ffrom, fto, known = '' } = useSearch();
  const { place, from, to } = usePlacePeriod();
  const change = useChange();
  if (!figure) return undefined;
  return {
    code: figure,
    at: { place: fplace ?? place, from: ffrom ?? from, to: fto ?? to },
    only: dim && val !== undefined ? { dimension: dim, value: val } : undefined,
    known,
    show: (code) => change({ figure: code, dim: undefined, val: undefined }),
    change,
    close: () => change(none),
  };
}

function useChange(): (search: Search) => void {
  const navigate = useNavigate();
  return (search) =>
    void navigate({
      to: '.',
      search: (now: Search) => ({ ...now, ...search }),
      resetScroll: false,
    } as never); // routes are made from a list, so the router has no types of its own for them
}

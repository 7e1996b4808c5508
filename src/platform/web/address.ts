// What an office page shows lies in its address: place, period and language are the same on every page.
import {
  firstDayOfMonth,
  isDay,
  lastDayOfMonth,
  monthOf,
  type Period,
  yearTo,
} from '../../kit/period.ts';
import { isRegionKey } from '../../kit/region-key.ts';
import type { Lang } from '../../kit/words.ts';
import { langOf } from './i18n.tsx';

export type Search = Record<string, string | undefined>;
export interface PlacePeriod extends Period {
  place: string;
  lang: Lang;
}

/** What counts where the address is silent. */
export interface Defaults {
  home: string;
  today: string;
}

/** Names in the address that survive moving to another page; all others belong to one page. */
export const shared = ['place', 'from', 'to', 'lang'] as const;

/** Reads an address. What is no key, no day, in the future or the wrong way round falls back. */
export function readAddress(search: Search, { home, today }: Defaults): PlacePeriod {
  const { place = '', from = '', to = '' } = search;
  const until = isDay(to) && to <= today ? to : today;
  return {
    place: isRegionKey(place) ? place : home,
    from: isDay(from) && from <= until ? from : thisYear(until).from,
    to: until,
    lang: langOf(search.lang),
  };
}

/** The shared part of an address as it is written: Chinese is silent, all else is said. */
export function writeAddress({ place, from, to, lang }: PlacePeriod): Search {
  return { place, from, to, ...(lang === 'en' ? { lang } : {}) };
}

/** Only what survives moving to another page. */
export function sharedOf(search: Search): Search {
  return Object.fromEntries(
    shared.filter((name) => search[name]).map((name) => [name, search[name]]),
  );
}

export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([n, v]) => [n, String(v)]))}`;
}

export type PresetName = 'this_year' | 'one_year' | 'since' | 'month' | 'last_month';
export interface Preset extends Period {
  name: PresetName;
}

/** Periods people ask for, ending on or before a day; `since` is the day everything began. */
export function presets(to: string, since: string): Preset[] {
  const all: Preset[] = [
    { name: 'this_year', ...thisYear(to) },
    { name: 'one_year', ...yearTo(to) },
    { name: 'month', from: firstDayOfMonth(monthOf(to)), to },
    { name: 'since', from: since, to },
  ];
  return all.filter(({ from }) => from <= to);
}

/** A whole month, or as much of it as has passed. */
export function monthPeriod(month: string, today: string): Period {
  const last = lastDayOfMonth(month);
  return { from: firstDayOfMonth(month), to: last < today ? last : today };
}

function thisYear(to: string): Period {
  return { from: `${to.slice(0, 4)}-01-01`, to };
}

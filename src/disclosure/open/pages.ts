/** The public pages: the catalogue by place and year, and a copy. */

import { formats } from '../codes.ts';
import type { Content } from '../content/block.ts';
import type { OpenRow, Wanted } from '../contract-open.ts';
import { blocksHtml } from '../files/html.ts';
import { esc } from '../files/markup.ts';
import type { Shelf } from '../store/open.ts';
import { addressOf, type Here, pageHtml } from './layout.ts';

interface Choice {
  value: string;
  label: string;
}

export function optionsHtml(choices: readonly Choice[], chosen: string | undefined): string {
  return choices
    .map(
      ({ value, label }) =>
        `<option value="${esc(value)}"${value === (chosen ?? '') ? ' selected' : ''}>${esc(label)}</option>`,
    )
    .join('');
}

/** Places of the shelves, each once, in the order of their codes. */
export const placesOf = (shelves: readonly Shelf[]): Choice[] => [
  ...new Map(
    shelves.map(({ place, placeName }) => [place, { value: place, label: placeName }]),
  ).values(),
];

interface Catalogue {
  shelves: readonly Shelf[];
  rows: readonly OpenRow[];
  next: string | null;
  wanted: Wanted;
}

export function cataloguePage(here: Here, { shelves, rows, next, wanted }: Catalogue): string {
  const { say, lang } = here;
  const all = { value: '', label: say('disclosure.open.all') };
  const years = [...new Set(shelves.map(({ year }) => String(year)))].sort().reverse();
  const query = { place: wanted.place, year: wanted.year, q: wanted.q };
  const form = `<form class="choose" method="get" action="/public">
<div><label for="place">${esc(say('disclosure.open.place'))}</label><select id="place" name="place">${optionsHtml([all, ...placesOf(shelves)], wanted.place)}</select></div>
<div><label for="year">${esc(say('disclosure.open.year'))}</label><select id="year" name="year">${optionsHtml([all, ...years.map((year) => ({ value: year, label: year }))], wanted.year)}</select></div>
<div><label for="q">${esc(say('disclosure.open.text'))}</label><input id="q" name="q" type="search" maxlength="60" value="${esc(wanted.q ?? '')}"></div>
${lang === 'en' ? '<input type="hidden" name="lang" value="en">' : ''}<button>${esc(say('disclosure.open.show'))}</button>
</form>`;
  const list =
    rows.length === 0
      ? `<p>${esc(say('disclosure.open.none'))}</p>`
      : `<ul class="list">${rows.map((row) => rowHtml(here, row)).join('')}</ul>`;
  const more = next
    ? `<p><a href="${addressOf(here, '/public', { ...query, after: next })}">${esc(say('disclosure.open.more'))}</a></p>`
    : '';
  const data = `<h2>${esc(say('disclosure.open.data'))}</h2><p>${[
    ['JSON', '/public/api/disclosure/copies'],
    ['CSV', '/public/api/disclosure/copies.csv'],
    ['OC4IDS', '/public/api/disclosure/oc4ids'],
  ]
    .map(
      ([name = '', path = '']) => `<a href="${addressOf({ lang: 'zh' }, path, query)}">${name}</a>`,
    )
    .join(' · ')}</p>`;
  return pageHtml(
    here,
    say('disclosure.open.home'),
    `${form}\n${list}\n${more}\n${shelvesHtml(here, shelves)}\n${data}`,
  );
}

function rowHtml(here: Here, row: OpenRow): string {
  const { say, lang } = here;
  const when = [
    say(`disclosure.kind.${row.kind}`),
    ...[row.placeName, String(row.year), say('disclosure.open.from', { from: row.fromDay })],
    ...(row.untilDay ? [say('disclosure.open.until', { until: row.untilDay })] : []),
  ].join(' · ');
  return `<li><a href="${addressOf(here, `/public/copies/${row.id}`)}">${esc(row.title[lang])}</a><p class="when">${esc(when)}</p></li>`;
}

function shelvesHtml(here: Here, shelves: readonly Shelf[]): string {
  const { say } = here;
  if (shelves.length === 0) return '';
  const byPlace = Map.groupBy(shelves, ({ placeName }) => placeName);
  const lines = [...byPlace].map(
    ([name, ofPlace]) =>
      `<li>${esc(name)}：${ofPlace
        .map(
          ({ place, year, count }) =>
            `<a href="${addressOf(here, '/public', { place, year: String(year) })}">${year}</a>（${esc(say('disclosure.open.count', { count }))}）`,
        )
        .join(' ')}</li>`,
  );
  return `<h2>${esc(say('disclosure.open.shelves'))}</h2><ul class="list">${lines.join('')}</ul>`;
}

export function copyPage(here: Here, copy: OpenRow & { content: Content }): string {
  const { say, lang } = here;
  const files = formats
    .map(
      (format) =>
        `<a href="/public/api/disclosure/copies/${copy.id}/files/copy.${format}">${esc(say(`disclosure.open.file.${format}`))}</a>`,
    )
    .join(' · ');
  const machine = [
    `<a href="/public/api/disclosure/copies/${copy.id}">JSON</a>`,
    ...(copy.kind === 'project'
      ? [`<a href="/public/api/disclosure/copies/${copy.id}/oc4ids">OC4IDS</a>`]
      : []),
  ].join(' · ');
  const about = addressOf(here, '/public/complaints', { place: copy.place, copy: copy.id });
  return pageHtml(
    here,
    copy.title[lang],
    `<p class="when">${esc(say('disclosure.open.from', { from: copy.fromDay }))}${copy.untilDay ? ` · ${esc(say('disclosure.open.until', { until: copy.untilDay }))}` : ''}</p>
${blocksHtml(copy.content.blocks[lang])}
<h2>${esc(say('disclosure.open.files'))}</h2>
<p>${files} · ${machine}${lang === 'en' ? ` <span class="when">${esc(say('disclosure.open.chinese_files'))}</span>` : ''}</p>
<p class="when">${esc(say('disclosure.copy.sum', { sum: copy.sha256 }))}</p>
<p>${esc(say('disclosure.open.about_copy'))} <a href="${about}">${esc(say('disclosure.open.complain'))}</a></p>`,
  );
}

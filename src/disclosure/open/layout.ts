/** The frame of the public pages: plain HTML, no script, one style sheet of our own. */

import type { Lang } from '../../kit/words.ts';
import { type Say, sayIn } from '../content/say.ts';
import { copyStyle } from '../files/html.ts';
import { esc } from '../files/markup.ts';

export const openStyle = `${copyStyle}
a { color: #2b6f9e; }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible { outline: 2px solid #2b6f9e; outline-offset: 2px; }
header { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: baseline; border-bottom: 2px solid #2f7d4f; padding-bottom: 8px; }
header strong { margin-right: auto; font-size: 18px; }
header strong a { color: #1f2a24; text-decoration: none; }
.choose { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: end; margin: 16px 0; }
label { display: block; font-weight: 600; }
input, select, textarea { font: inherit; padding: 6px 8px; border: 1px solid #6a736d; border-radius: 3px; background: #fff; color: #1f2a24; max-width: 100%; }
textarea, .long { width: 100%; box-sizing: border-box; }
button { font: inherit; padding: 8px 20px; border: 0; border-radius: 3px; background: #2f7d4f; color: #fff; cursor: pointer; }
.field { margin: 16px 0; }
.help, .when { color: #565f59; font-size: 14px; margin: 2px 0; }
.list { list-style: none; padding: 0; }
.list li { padding: 10px 0; border-top: 1px solid #d6d6cd; }
.problem { border-left: 4px solid #b5482f; padding: 8px 14px; background: #fff; }
.numbers { font-size: 22px; font-variant-numeric: tabular-nums; }
footer { margin-top: 48px; padding-top: 8px; border-top: 1px solid #d6d6cd; color: #565f59; font-size: 13px; }
@media print { header nav, .choose, .problem, form { display: none; } }
`;

export interface Here {
  lang: Lang;
  say: Say;
  /** The page's own path and query, for the other language. */
  path: string;
  query: Record<string, string | undefined>;
  /** Whether anything made up stands on it. */
  madeUp: boolean;
}

/** An address of the public pages with its query; the language goes along. */
export function addressOf(
  { lang }: Pick<Here, 'lang'>,
  path: string,
  query: Record<string, string | undefined> = {},
): string {
  const given: Record<string, string | undefined> = {
    ...query,
    ...(lang === 'en' ? { lang } : {}),
  };
  const all = Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return esc(all.length > 0 ? `${path}?${new URLSearchParams(all)}` : path);
}

export function pageHtml(here: Here, title: string, body: string): string {
  const { lang, say, path, query } = here;
  const link = (to: string, key: string) => `<a href="${addressOf(here, to)}">${esc(say(key))}</a>`;
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)} · ${esc(say('disclosure.open.name'))}</title>
<link rel="stylesheet" href="/public/style.css">
</head>
<body>
${here.madeUp ? `<p class="band">${esc(say('disclosure.copy.made_up'))}</p>` : ''}
<header>
<strong><a href="${addressOf(here, '/public')}">${esc(say('disclosure.open.name'))}</a></strong>
<nav>${link('/public', 'disclosure.open.home')} · ${link('/public/complaints', 'disclosure.open.complain')} · ${link('/public/complaints/look-up', 'disclosure.open.look_up')} · <a href="${addressOf({ lang: other }, path, query)}" lang="${other === 'zh' ? 'zh-Hans' : 'en'}">${other === 'en' ? 'English' : '中文'}</a></nav>
</header>
<main>
<h1>${esc(title)}</h1>
${body}
</main>
<footer><p>${esc(say('disclosure.open.foot'))}</p></footer>
</body>
</html>
`;
}

export const hereOf = (
  lang: Lang,
  path: string,
  query: Record<string, string | undefined> = {},
  madeUp = false,
): Here => ({ lang, say: sayIn(lang), path, query, madeUp });

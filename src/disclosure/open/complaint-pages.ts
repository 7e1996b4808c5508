/** The public pages of complaints: the form, the receipt, looking up. */
import type { Complained, LookedUp } from '../contract-open.ts';
import { esc } from '../files/markup.ts';
import type { Shelf } from '../store/open.ts';
import { addressOf, type Here, pageHtml } from './layout.ts';
import { optionsHtml, placesOf } from './pages.ts';

/** What was not done, and what to do. */
export interface Trouble {
  detail: string;
  todo: string;
}

const troubleHtml = (here: Here, trouble: Trouble | null) =>
  trouble
    ? `<div class="problem" role="alert"><strong>${esc(here.say('disclosure.open.problem'))}</strong><p>${esc(trouble.detail)}</p><p>${esc(trouble.todo)}</p></div>`
    : '';

export interface Typed {
  place?: string | undefined;
  copy?: string | undefined;
  subject?: string | undefined;
  said?: string | undefined;
  contact?: string | undefined;
}

interface FormOf {
  ticket: string;
  shelves: readonly Shelf[];
  typed: Typed;
  trouble: Trouble | null;
}

export function complaintForm(here: Here, { ticket, shelves, typed, trouble }: FormOf): string {
  const { say } = here;
  const title = say('disclosure.open.complain');
  const places = placesOf(shelves);
  if (places.length === 0)
    return pageHtml(here, title, `<p>${esc(say('disclosure.open.form.nowhere'))}</p>`);
  const label = (name: string, key: string) => `<label for="${name}">${esc(say(key))}</label>`;
  return pageHtml(
    here,
    title,
    `${troubleHtml(here, trouble)}
<p>${esc(say('disclosure.open.form.lead'))}</p>
<form method="post" action="${addressOf(here, '/public/complaints')}">
<input type="hidden" name="ticket" value="${esc(ticket)}">
<input type="hidden" name="copy" value="${esc(typed.copy ?? '')}">
<div class="field">${label('place', 'disclosure.open.place')}<select id="place" name="place">${optionsHtml(places, typed.place)}</select></div>
<div class="field">${label('subject', 'disclosure.open.form.subject')}<input class="long" id="subject" name="subject" maxlength="80" required value="${esc(typed.subject ?? '')}"></div>
<div class="field">${label('said', 'disclosure.open.form.said')}<textarea id="said" name="said" rows="8" maxlength="1000" required aria-describedby="said-help">${esc(typed.said ?? '')}</textarea><p class="help" id="said-help">${esc(say('disclosure.open.form.said.help'))}</p></div>
<div class="field">${label('contact', 'disclosure.open.form.contact')}<input class="long" id="contact" name="contact" maxlength="200" autocomplete="off" aria-describedby="contact-help" value="${esc(typed.contact ?? '')}"><p class="help" id="contact-help">${esc(say('disclosure.open.form.contact.help'))}</p></div>
<button>${esc(say('disclosure.open.form.send'))}</button>
</form>`,
  );
}

export function receiptPage(here: Here, { receipt, code }: Complained): string {
  const { say } = here;
  return pageHtml(
    here,
    say('disclosure.open.received'),
    `<p>${esc(say('disclosure.open.received.lead'))}</p>
<table class="facts"><tbody><tr><th scope="row">${esc(say('disclosure.open.receipt'))}</th><td class="numbers">${esc(receipt)}</td></tr><tr><th scope="row">${esc(say('disclosure.open.code'))}</th><td class="numbers">${esc(code)}</td></tr></tbody></table>
<p><a href="${addressOf(here, '/public/complaints/look-up')}">${esc(say('disclosure.open.look_up'))}</a></p>`,
  );
}

interface LookUpOf {
  receipt: string;
  found: LookedUp | null;
  trouble: Trouble | null;
}

export function lookUpPage(here: Here, { receipt, found, trouble }: LookUpOf): string {
  const { say } = here;
  const row = (key: string, value: string) =>
    `<tr><th scope="row">${esc(say(key))}</th><td>${esc(value)}</td></tr>`;
  const answer = found
    ? `<table class="facts"><tbody>${row('disclosure.open.receipt', found.receipt)}${row('disclosure.open.received_on', found.receivedOn)}${row('disclosure.field.title', found.subject)}${row('disclosure.open.state', say(`disclosure.complaint_state.${found.state}`))}${row('disclosure.open.reply', found.reply ?? say('disclosure.open.no_reply'))}</tbody></table>`
    : '';
  return pageHtml(
    here,
    say('disclosure.open.look_up'),
    `${troubleHtml(here, trouble)}${answer}
<form method="post" action="${addressOf(here, '/public/complaints/look-up')}">
<div class="field"><label for="receipt">${esc(say('disclosure.open.receipt'))}</label><input id="receipt" name="receipt" maxlength="40" required value="${esc(receipt)}"></div>
<div class="field"><label for="code">${esc(say('disclosure.open.code'))}</label><input id="code" name="code" maxlength="40" required autocomplete="off"></div>
<button>${esc(say('disclosure.open.show'))}</button>
</form>`,
  );
}

export const troublePage = (here: Here, trouble: Trouble): string =>
  pageHtml(here, here.say('disclosure.open.problem'), troubleHtml(here, trouble));

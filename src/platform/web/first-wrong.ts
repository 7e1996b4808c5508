/** Leads to the first field of a form that is wrong: it may stand far above the button that was pressed. */

/** What says that it is wrong; the sentence at the foot counts them and is none. */
const wrong = '[aria-invalid="true"], .field-error:not(.form-foot *)';
const control = 'input, select, textarea, button';

/** @returns what was gone to; null where nothing on the page is marked */
export function goToFirstWrong(form: ParentNode): HTMLElement | null {
  const marked = form.querySelector<HTMLElement>(wrong);
  if (!marked) return null;
  // A group of choices has its sentence below and no mark of its own.
  const field = marked.matches(control)
    ? marked
    : (marked.closest('.field, fieldset')?.querySelector<HTMLElement>(control) ?? marked);
  // The head of the page stays in place and would cover a field scrolled to its edge.
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center' });
  return field;
}

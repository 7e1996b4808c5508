-- One invoice typed in two ways is one invoice, for the night's rule, too, which needs an index for it.
alter table projects.request
  add column invoice_plain text generated always as (nullif(upper(regexp_replace(invoice, '\s', '', 'g')), '')) stored;
comment on column projects.request.invoice_plain is 'Its invoice without spaces, in capital letters: how invoices are compared.';
drop index projects.request_invoice_idx;
create index request_invoice_idx on projects.request (county, invoice_plain);

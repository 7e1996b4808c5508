-- Reading the ledger: by account (who paid into it), by document within a place, and from the latest day back.
create index entry_debit_idx on funds.entry (county, debit_account);
create index entry_credit_idx on funds.entry (county, credit_account);
create index entry_document_place_idx on funds.entry (document_number, place_key);
drop index funds.entry_document_idx;
create index entry_ledger_idx on funds.entry (booked_on desc, id);
create index document_latest_idx on funds.document (issued_on desc, id);

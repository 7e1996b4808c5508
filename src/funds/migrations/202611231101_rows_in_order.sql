-- Rows behind a figure are paged in the order of place, then id.
create index entry_rows_idx on funds.entry (place_key, id);

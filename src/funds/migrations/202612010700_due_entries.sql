-- Figures of what is due count different towns and the smallest and largest sum, live. Under row security the comparison of a
-- measure is no condition of an index, because enums are not known to leak nothing; of a partial index it is.
create index entry_due_idx on funds.entry (place_key, booked_on) where measure = 'due';

-- Rows behind a figure are paged in the order of place, then id.
create index placement_rows_idx on livelihoods.placement (place_key, id);
create index workshop_job_rows_idx on livelihoods.workshop_job (place_key, id);
create index attendance_rows_idx on livelihoods.attendance (place_key, id);
create index sale_rows_idx on livelihoods.sale (place_key, id);

-- A page that was sent and is asked for again shows its numbers again, as long as its form is good.
create function disclosure.complaint_receipt(of_id uuid, of_code text, of_place text, of_copy text, of_subject text,
  of_said text, with_contact boolean) returns text
language sql stable security definer set search_path = pg_catalog
as $$
  select c.receipt from disclosure.complaint c
  where c.id = of_id and c.code_hash = sha256(convert_to(c.receipt || of_code, 'UTF8'))
    and c.place_key::text = of_place and c.subject = of_subject and c.said = of_said
    and (c.contact is not null) = with_contact
    -- A copy that did not stand was not kept.
    and (c.copy_id is null or c.copy_id::text = of_copy)
$$;
comment on function disclosure.complaint_receipt is 'The receipt number of a complaint already entered, for whoever has its id, its query code and what it says.';
revoke execute on function disclosure.complaint_receipt from public;
grant execute on function disclosure.complaint_receipt to zz_app;

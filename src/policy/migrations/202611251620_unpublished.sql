-- Of a document that is not published only title, number, date and openness are stored (place_key is where it is filed).

alter table policy.document
  alter column issuer drop not null,
  alter column kind drop not null;
update policy.document set issuer = null, kind = null, ends_on = null where openness <> 'public';
alter table policy.document
  add constraint document_published check (openness <> 'public' or (issuer is not null and kind is not null)),
  add constraint document_unpublished check (
    openness = 'public' or (issuer is null and kind is null and ends_on is null)),
  add constraint document_title_form check (length(title) between 1 and 200);
comment on constraint document_unpublished on policy.document is 'Nothing beside title, number, date and openness of what is not published.';
comment on column policy.document.issuer is 'Null where the document is not published.';
comment on column policy.document.kind is 'Null where the document is not published: it is then in no figure.';

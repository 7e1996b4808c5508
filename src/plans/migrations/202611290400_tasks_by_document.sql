alter table plans.task drop constraint task_once;
alter table plans.task add constraint task_once unique nulls not distinct (county, plan_id, name, document_number);
comment on constraint task_once on plans.task is 'Two documents may ask for a task of the same name; each is answered by its own money.';

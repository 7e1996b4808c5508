-- Of its own file: a value is not used in the transaction that adds it.
alter type projects.notice_stage add value 'subsidy';

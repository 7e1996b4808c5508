-- Values of their own file: none may be used in the transaction that adds it.
alter type projects.contract_state add value 'ending';
alter type projects.contract_state add value 'ended';
alter type projects.case_kind add value 'adjustment';
alter type projects.verb add value 'transfer';

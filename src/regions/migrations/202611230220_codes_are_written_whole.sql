-- Names are searched over every edition, by a part as well as by their beginning: no search used these two
-- indexes, and each load and upgrade wrote all of them.
drop index regions.code_by_pinyin;
drop index regions.code_by_initials;
-- An upgrade closes every row of the edition before; room on the page spares writing its indexes again.
alter table regions.code set (fillfactor = 50);

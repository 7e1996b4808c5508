-- The chain above is written with the region, in its transaction, and only from regions.region: two foreign keys
-- on 130 thousand rows took two of the five seconds of a load and could catch nothing.
alter table regions.ancestor drop constraint ancestor_key;
alter table regions.ancestor drop constraint ancestor_ancestor;

select 1;
select '${absent}';

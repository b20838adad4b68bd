-- What may stand once in the whole city is the city's: its key carries the city's code, and the county of its row beside it.
alter table kernel.register_key add column of_county char(6);
drop policy with_row on kernel.register_key;
create policy with_row on kernel.register_key for all
  using ((select kernel.is_system()) or exists (select from kernel.register_row r where r.county = coalesce(register_key.of_county, register_key.county) and r.id = register_key.row))
  with check ((select kernel.is_system()) or exists (select from kernel.register_row r where r.county = coalesce(register_key.of_county, register_key.county) and r.id = register_key.row));
create index on kernel.register_key (county, row);

-- Keyed hashes of what a row is found by in full: names and numbers that are sealed, codes that are unique.
alter table kernel.register_row add column found_by text[] not null default '{}';
create index on kernel.register_row using gin (found_by) where found_by <> '{}';

-- That something is held already anybody who adds a row may know; where, nobody is told. Hence beside row-level security.
create function kernel.held_keys(below text, of_register text, sought text[]) returns setof text
  language sql stable security definer set search_path = ''
  as $$ select k.key from kernel.register_key k where k.county ^@ below and k.register = of_register and k.held and k.key = any (sought) $$;
-- Keys of periods are key/first day/last day; the day of a hand-over belongs to both.
create function kernel.held_periods(below text, of_register text, sought jsonb, but uuid) returns setof integer
  language sql stable security definer set search_path = ''
  as $$ select distinct p.at from jsonb_to_recordset(sought) as p(at integer, alike text, "from" text, "to" text)
    join kernel.register_key k on k.county ^@ below and k.register = of_register and k.held and k.key ^@ (p.alike || '/') and k.row is distinct from but
    where (split_part(k.key, '/', 2) < p."to" and p."from" < split_part(k.key, '/', 3)) or k.key = concat_ws('/', p.alike, p."from", p."to") $$;
revoke all on function kernel.held_keys, kernel.held_periods from public;
grant execute on function kernel.held_keys, kernel.held_periods to liren_app;

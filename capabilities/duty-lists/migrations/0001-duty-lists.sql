-- 清单: one row for each version of a list of a place. What was once in force never changes.
create schema duty_lists;
grant usage on schema duty_lists to liren_app;
create table duty_lists.version (
  county char(6) not null,      -- 140300 for the city's own lists
  id uuid not null,
  place text not null,          -- prefix of the codes it is for: a county's, or a street's for what it admitted for a while
  list text not null check (list in ('L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9')),
  number integer not null,
  state text not null check (state in ('draft', 'consulting', 'approved', 'in_force', 'superseded')),
  based_on uuid,                -- the version it was made from
  demonstration boolean not null default false,
  because text not null,        -- why there is a new version; the decision's number once approved
  made_by uuid not null,
  made_on date not null,
  approved_by uuid,
  in_force_from date,
  superseded_on date,           -- the first day on which it no longer holds
  primary key (county, id),
  unique (county, place, list, number),
  check (state not in ('in_force', 'superseded') or in_force_from is not null),
  check (approved_by is null or approved_by <> made_by),
  check ((state = 'superseded') = (superseded_on is not null))
);
create unique index version_in_force on duty_lists.version (county, place, list) where state = 'in_force';
create table duty_lists.item (
  county char(6) not null,
  version uuid not null,
  code text not null,
  position integer not null,
  content jsonb not null,
  dropped boolean not null default false, -- taken out of a draft
  primary key (county, version, code),
  foreign key (county, version) references duty_lists.version (county, id)
);
-- 征求意见: what communities and streets say of a version that is being consulted on.
create table duty_lists.opinion (
  county char(6) not null,
  id uuid not null,
  version uuid not null,
  org uuid not null,
  place text not null,
  agrees boolean not null,
  said text not null,
  at timestamptz not null,
  primary key (county, id),
  unique (county, version, org),
  foreign key (county, version) references duty_lists.version (county, id)
);
grant select, insert, update on duty_lists.version, duty_lists.item to liren_app;
grant select, insert on duty_lists.opinion to liren_app;
alter table duty_lists.version enable row level security;
alter table duty_lists.item enable row level security;
alter table duty_lists.opinion enable row level security;
create policy open_to_all on duty_lists.version for select
  using (state <> 'draft' or (select kernel.is_system()) or place ^@ (select kernel.places()));
create policy keeper on duty_lists.version for insert with check ((select kernel.is_system()) or place ^@ (select kernel.places()));
create policy keeper_changes on duty_lists.version for update
  using ((select kernel.is_system()) or place ^@ (select kernel.places())) with check ((select kernel.is_system()) or place ^@ (select kernel.places()));
create policy with_version on duty_lists.item for select
  using (exists (select from duty_lists.version v where v.county = item.county and v.id = item.version));
create policy keeper on duty_lists.item for insert
  with check ((select kernel.is_system()) or exists (select from duty_lists.version v where v.county = item.county and v.id = item.version and v.place ^@ (select kernel.places())));
create policy keeper_changes on duty_lists.item for update
  using ((select kernel.is_system()) or exists (select from duty_lists.version v where v.county = item.county and v.id = item.version and v.place ^@ (select kernel.places())));
create policy with_version on duty_lists.opinion for select
  using (exists (select from duty_lists.version v where v.county = opinion.county and v.id = opinion.version));
create policy say on duty_lists.opinion for insert with check ((select kernel.is_system()) or org = (select kernel.org()));

-- A version goes forward only, and says the same for ever once it is in force.
create function duty_lists.keep_version() returns trigger language plpgsql as $$
begin
  if array_position(array['draft', 'consulting', 'approved', 'in_force', 'superseded'], new.state) < array_position(array['draft', 'consulting', 'approved', 'in_force', 'superseded'], old.state)
    or old.state = 'superseded'
    or (old.county, old.id, old.place, old.list, old.number, old.made_by) is distinct from (new.county, new.id, new.place, new.list, new.number, new.made_by)
    or (old.state = 'in_force' and (old.in_force_from, old.because, old.approved_by) is distinct from (new.in_force_from, new.because, new.approved_by))
  then raise exception 'a list version in force is never changed' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger keep before update on duty_lists.version for each row execute function duty_lists.keep_version();
create function duty_lists.keep_item() returns trigger language plpgsql as $$
begin
  if not exists (select from duty_lists.version v where v.county = new.county and v.id = new.version and v.state in ('draft', 'consulting')) then
    raise exception 'a list version in force is never changed' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger keep before insert or update on duty_lists.item for each row execute function duty_lists.keep_item();

-- One item more or less: the version in force is copied, changed and replaced, in the caller's transaction and under its scope.
create function duty_lists.change_list(of_county char(6), of_place text, of_list text, added jsonb, removed text, on_day date, why text, by_person uuid, is_demonstration boolean default false)
returns uuid language plpgsql as $$
declare
  before record;
  -- version 7: the time first, the rest by chance
  fresh uuid := encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid;
begin
  perform pg_advisory_xact_lock(hashtext(of_county || of_place || of_list));
  select v.id, v.number, v.demonstration into before from duty_lists.version v
    where v.county = of_county and v.place = of_place and v.list = of_list and v.state = 'in_force';
  insert into duty_lists.version (county, id, place, list, number, state, based_on, demonstration, because, made_by, made_on)
    values (of_county, fresh, of_place, of_list,
      (select coalesce(max(v.number), 0) + 1 from duty_lists.version v where v.county = of_county and v.place = of_place and v.list = of_list),
      'consulting', before.id, coalesce(before.demonstration, is_demonstration), why, by_person, on_day);
  insert into duty_lists.item (county, version, code, position, content)
    select i.county, fresh, i.code, i.position, i.content from duty_lists.item i
      where i.county = of_county and i.version = before.id and not i.dropped and i.code is distinct from removed and i.code is distinct from added->>'code';
  if added is not null then
    insert into duty_lists.item (county, version, code, position, content)
      select of_county, fresh, added->>'code', coalesce(max(i.position), 0) + 1, added from duty_lists.item i where i.county = of_county and i.version = fresh;
  end if;
  update duty_lists.version v set state = 'superseded', superseded_on = on_day where v.county = of_county and v.id = before.id;
  update duty_lists.version v set state = 'in_force', in_force_from = on_day where v.county = of_county and v.id = fresh;
  return fresh;
end $$;
grant execute on function duty_lists.change_list(char, text, text, jsonb, text, date, text, uuid, boolean) to liren_app;

-- 填报单: a form as it came to one community, with what was answered and the time that took: of the form, of nobody.
alter table burden.form add column supplied text[] not null default '{}'; -- fields the office has from the registers instead
create table burden.sheet (
  county char(6) not null,
  form uuid not null,
  place char(12) not null,       -- the community that answers
  org uuid not null,             -- the office that asked
  task uuid,                     -- the task it came with; none: sent before forms came as tasks
  opened_at timestamptz,         -- first opened; forgotten once it is answered
  answered_on date,
  answer bytea,                  -- rows of the fields asked, sealed
  filled integer,                -- fields that were filled in
  photos integer,                -- that came with it
  seconds integer,               -- active time at the screen; null: not measured
  primary key (county, form, place),
  unique (county, task),
  foreign key (county, form) references burden.form (county, id),
  check ((answered_on is null) = (answer is null) and (answered_on is null) = (filled is null)),
  check (seconds is null or (seconds > 0 and filled > 0))
);
create index on burden.sheet (answered_on) include (seconds, filled) where seconds is not null;
create index on burden.sheet (org, form);
grant select, insert, update on burden.sheet to liren_app;
alter table burden.sheet enable row level security;
create policy seen on burden.sheet for select
  using ((select kernel.is_system()) or org = (select kernel.org()) or place = (select kernel.places()));
create policy sent on burden.sheet for insert with check ((select kernel.is_system()) or org = (select kernel.org()));
create policy answered on burden.sheet for update using ((select kernel.is_system()) or place = (select kernel.places()));
-- A community reads a form that was sent to all of its street or county.
drop policy seen on burden.form;
create policy seen on burden.form for select
  using ((select kernel.is_system()) or org = (select kernel.org()) or place ^@ (select kernel.places())
    or exists (select 1 from burden.sheet s where s.county = form.county and s.form = form.id and s.place = (select kernel.places())));
-- Forms of before count as they did: for every community they went to.
insert into burden.sheet (county, form, place, org)
  select f.county, f.id, p.code, f.org from burden.form f join kernel.place p
    on p.level = 'committee' and left(p.code, 6) = f.county
    and p.code ^@ case when right(f.place, 6) = '000000' then f.county when right(f.place, 3) = '000' then left(f.place, 9) else f.place end;

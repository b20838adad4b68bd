-- Values of rule packs set at run time (准则参数): proposed by one person of the city office, confirmed by another.
create table kernel.override (
  county char(6) not null,
  id uuid not null,
  name text not null,
  value jsonb not null,
  place text not null default '14',  -- division-code prefix it holds for
  valid_from date not null,
  valid_to date,
  basis text not null,
  source text not null,
  verified boolean not null default false,
  proposed_by uuid not null,
  proposed_on date not null,
  confirmed_by uuid,
  confirmed_on date,
  primary key (county, id),
  check (confirmed_by is null or confirmed_by <> proposed_by)
);

-- 工作日历: what the State Council publishes once a year.
create table kernel.calendar_day (
  day date primary key,
  kind text not null check (kind in ('holiday', 'makeup')),
  name text not null,
  source text not null
);
create table kernel.calendar_year (year integer primary key, source text not null, loaded_on date not null);

-- How far the rehearsal is ahead of the calendar, and which day the clock has worked up to.
create table kernel.day (one boolean primary key default true check (one), ahead integer not null default 0, swept_to date);
insert into kernel.day default values;

grant select on kernel.override, kernel.calendar_day, kernel.calendar_year, kernel.day to liren_app;
grant insert, update on kernel.override, kernel.calendar_day, kernel.calendar_year, kernel.day to liren_app;
alter table kernel.override enable row level security;
alter table kernel.calendar_day enable row level security;
alter table kernel.calendar_year enable row level security;
alter table kernel.day enable row level security;
create policy read_all on kernel.override for select using (true);
create policy read_all on kernel.calendar_day for select using (true);
create policy read_all on kernel.calendar_year for select using (true);
create policy read_all on kernel.day for select using (true);
create policy system_writes on kernel.override for all using (kernel.is_system()) with check (kernel.is_system());
create policy system_writes on kernel.calendar_day for all using (kernel.is_system()) with check (kernel.is_system());
create policy system_writes on kernel.calendar_year for all using (kernel.is_system()) with check (kernel.is_system());
create policy system_writes on kernel.day for all using (kernel.is_system()) with check (kernel.is_system());

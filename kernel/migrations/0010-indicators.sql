-- 数据: what was counted for each place, source by source; the figures are made from it whenever somebody looks. Counts only, no person.
create table kernel.indicator_fact (
  county char(6) not null,
  place char(12) not null,
  source text not null,
  facts jsonb not null,        -- name of the fact to a whole number; {} when nothing is held any more
  counted_on date not null,
  primary key (county, place, source)
);
-- 月报: the figures of a place at the end of a month; a later count of the same month stands beside the first, it does not replace it.
create table kernel.indicator_month (
  county char(6) not null,
  place char(12) not null,
  month char(7) not null,
  taken_at timestamptz not null,
  packs text not null,
  figures jsonb not null,      -- indicator to [numerator, denominator]
  primary key (county, place, month, taken_at)
);
create index on kernel.indicator_month (month, taken_at);
grant select, insert, update on kernel.indicator_fact to liren_app;
grant select, insert on kernel.indicator_month to liren_app;
alter table kernel.indicator_fact enable row level security;
alter table kernel.indicator_month enable row level security;
create policy read_all on kernel.indicator_fact for select using (true);
create policy read_all on kernel.indicator_month for select using (true);
create policy system_writes on kernel.indicator_fact for all using ((select kernel.is_system())) with check ((select kernel.is_system()));
create policy system_writes on kernel.indicator_month for insert with check ((select kernel.is_system()));
-- Duties are cases of offices: whoever asks for those of a place does not pass by those of persons.
create index case_duty on kernel.case (procedure, place) where ended_on is null and applicant is null;

-- 住户登记册: how many live in a dwelling, as the household's own entry says where no residents are entered one by one.
alter table residents.household
  add column members integer check (members >= 0),   -- 常住人口数; null: those of the residents' register count
  add column floating integer check (floating >= 0), -- of whom 流动人口
  add column since date;

-- One household of a kind in a dwelling: later ones join the first.
with twice as (
  select county, id, first_value(id) over (partition by county, place, address, building, unit, room, kind order by id) as first
  from residents.household where ended_on is null)
update residents.resident r set household = t.first from twice t where r.county = t.county and r.household = t.id and t.first <> t.id;
with twice as (
  select county, id, first_value(id) over (partition by county, place, address, building, unit, room, kind order by id) as first
  from residents.household where ended_on is null)
update residents.household h set ended_on = current_date, ended_because = 'entered twice' from twice t
  where h.county = t.county and h.id = t.id and t.first <> t.id;

drop index residents.household_county_place_address_idx;
create unique index dwelling_once on residents.household (county, place, address, building, unit, room, kind) where ended_on is null;
create index household_unknown on residents.household (county, place, id) where members is null and ended_on is null;

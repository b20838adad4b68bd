-- 准入: a decision changes the list in the transaction that records it; a list without its decision, or the other way round, cannot be.
create schema work_admission;
grant usage on schema work_admission to liren_app;
create function work_admission.follow() returns trigger language plpgsql as $$
declare
  who uuid := coalesce(kernel.person(), '00000000-0000-0000-0000-000000000000');
  gone jsonb;
begin
  case new.procedure
    when 'work-admission' then
      if new.step = 'listed' and old.step <> 'listed' then
        perform duty_lists.change_list(new.county, new.county, new.data->>'list', new.data->'item', null, new.ended_on, new.number, who);
      end if;
    when 'temporary-admission' then
      if new.step = 'admitted' and old.step <> 'admitted' then
        perform duty_lists.change_list(new.county, left(new.place, 9), 'L4', new.data->'item', null, new.ended_on, new.number, who);
      end if;
    else
      for gone in select r.value from jsonb_array_elements(new.data->'retired') with ordinality r(value, n) where r.n > jsonb_array_length(old.data->'retired') loop
        perform duty_lists.change_list(new.county, new.county, gone->>'list', null, gone->>'code', (gone->>'on')::date, new.number, who);
      end loop;
  end case;
  return null;
end $$;
create trigger admitted after update on kernel.case for each row
  when (new.procedure in ('work-admission', 'temporary-admission', 'list-review')) execute function work_admission.follow();

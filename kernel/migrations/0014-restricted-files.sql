-- 限阅附件: what was uploaded as `restricted-…` opens for whoever uploaded it, for the applicant, and for the office that holds the
-- case; not for whoever else may see the case. Said at the upload and never changed.
alter table kernel.file add column restricted boolean not null generated always as (starts_with(material, 'restricted-')) stored;
drop policy with_case on kernel.file;
create policy with_case on kernel.file for select
  using ((select kernel.is_system()) or uploaded_by = (select kernel.person()) or exists (select from kernel.case c where c.county = file.county and c.id = file.case_id
    and (not file.restricted or c.holder = (select kernel.org()) or c.applicant = (select kernel.person()))));
create function kernel.keep_material() returns trigger language plpgsql as $$
begin
  if new.material is distinct from old.material then raise exception 'who may open a file is settled when it is uploaded' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger keep_material before update on kernel.file for each row execute function kernel.keep_material();

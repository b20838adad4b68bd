-- 公示异议: one of a person, and one of an office, for each admission, whatever comes at once.
create unique index case_one_objection on kernel.case (county, root, coalesce(applicant::text, data->>'org')) where procedure = 'admission-objection' and step <> 'withdrawn';

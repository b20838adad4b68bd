-- 购买服务协议: a number stands once among those in force; found by it.
create unique index one_agreement on kernel.case (county, (data->>'number')) where procedure = 'service-agreement' and step = 'in-force';
create index agreement_number on kernel.case ((data->>'number')) where procedure = 'service-agreement';

-- The step of the last one-time password taken: none is taken twice (RFC 6238, 5.2).
alter table kernel.staff_account add column totp_step bigint;

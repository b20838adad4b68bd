-- Plans are kept: with row-level security in them, making one costs many times what running it costs, and for a family's
-- array of ids the planner would try anew at every call.
alter function kernel.load(jsonb) set plan_cache_mode = force_generic_plan;
alter function kernel.commit(jsonb) set plan_cache_mode = force_generic_plan;

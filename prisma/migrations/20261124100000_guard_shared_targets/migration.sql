-- A hub's baseline is the sum of its members': in a small consortium each of two could take its own from it. What all members
-- see of the whole hub has a baseline, or an uplift that gives it, only where a paper published it.
alter table fostering_target no force row level security;
update fostering_target set shared = false, version = version + 1
where shared and authority_code is null and source is null and (baseline_approvals is not null or uplift_percent is not null);
alter table fostering_target force row level security;

alter table fostering_target add constraint fostering_target_shown check (
  not shared or authority_code is not null or source is not null
  or (baseline_approvals is null and uplift_percent is null));

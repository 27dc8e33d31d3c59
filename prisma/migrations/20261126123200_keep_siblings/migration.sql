-- A saved search, which is of no child, keeps how many siblings are to live together: 2, 3, or 4 for four or more. A note of
-- what was looked for does not, nor for whom.
create or replace function criteria_in_bands(criteria jsonb) returns boolean language sql immutable parallel safe
begin atomic
  select jsonb_typeof(criteria) = 'object' and not exists (
    select from jsonb_each(criteria) c(name, value)
    where not coalesce(case c.name
      when 'ageBand' then c.value in ('"UNDER-10"', '"10-12"', '"13-15"', '"16-17"', 'null')
      when 'gender' then c.value in ('"FEMALE"', '"MALE"', 'null')
      when 'notice' then c.value in ('"PLANNED"', '"SHORT"', '"EMERGENCY"', '"CRISIS"', 'null')
      when 'children' then c.value in ('2', '3', '4')
      when 'near' then c.value = 'null' or c.value #>> '{}' ~ '^E[0-9]{8}$'
      when 'needs' then jsonb_typeof(c.value) = 'array' and c.value <@ '["EMOTIONAL", "MENTAL-HEALTH", "LEARNING", "PHYSICAL", "SENSORY"]'
      when 'placementTypes' then jsonb_typeof(c.value) = 'array' and c.value <@ '["CHILDRENS_HOME", "SECURE_CHILDRENS_HOME", "RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME",
        "SUPPORTED_ACCOMMODATION"]'
      else c.name in ('siblings', 'solo', 'emergency', 'education') and jsonb_typeof(c.value) = 'boolean'
    end, false));
end;

alter table referral_note add constraint referral_note_criteria_of_no_child
  check (not criteria ?| array['children', 'gender', 'education']);

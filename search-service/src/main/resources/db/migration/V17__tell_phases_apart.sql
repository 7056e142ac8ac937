lock table past_attempts in access exclusive mode;

-- What deleted attempts took is summed per phase: its name stands under kind. Until now it was
-- summed per kind of task; such a sum counts to the phase that it was mostly of: measurements to the search, trainings to
-- the finalists', but to the probes' in jobs that have no finalist. Trainings that a replica of the version before still
-- sums while it is replaced count to the finalists'.
update past_attempts p set kind = 'PROBE_' || kind
where kind in ('TRAIN_SUBNET', 'VALIDATE') and not exists (select from finalist f where f.job = p.job)
  and exists (select from probe b where b.job = p.job);

alter table past_attempts add column phase text not null generated always as (
  case kind
    when 'TRAIN_SUPERNET' then 'SUPERNET_TRAINING'
    when 'EVALUATE' then 'SEARCH'
    when 'MEASURE_LATENCY' then 'SEARCH'
    when 'TRAIN_SUBNET' then 'FINALIST_TRAINING'
    when 'VALIDATE' then 'FINALIST_VALIDATION'
    when 'EXPORT' then 'FINALIST_EXPORT'
    when 'PROBE_TRAIN_SUBNET' then 'PROBES'
    when 'PROBE_VALIDATE' then 'PROBES'
    when 'RE_EVALUATE' then 'RE_EVALUATION'
    when 'TRANSFER_MATRIX' then 'TRANSFER'
    else kind end) stored;

-- When attempts were under way, each taken as a minute longer; absent in sums of kinds.
alter table past_attempts add column covered tstzmultirange;

-- Only attempts at measurements have makers here: those that made a network are not deleted.
alter table past_maker add column phase text not null generated always as (
  case kind
    when 'EVALUATE' then 'SEARCH'
    when 'MEASURE_LATENCY' then 'SEARCH'
    when 'RE_EVALUATE' then 'RE_EVALUATION'
    when 'TRANSFER_MATRIX' then 'TRANSFER'
    else kind end) stored;

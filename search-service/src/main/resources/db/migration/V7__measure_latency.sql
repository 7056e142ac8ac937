-- How long a subnet takes for an image on one kind of machine. The first value stays.
create table latency (
  id                   bigint generated always as identity primary key,
  space_digest         text not null check (space_digest ~ '^[0-9a-f]{64}$'),
  genotype             text not null,
  protocol             text not null,
  machine              text not null,
  lower_quartile_nanos bigint not null check (lower_quartile_nanos > 0),
  median_nanos         bigint not null check (median_nanos >= lower_quartile_nanos),
  upper_quartile_nanos bigint not null check (upper_quartile_nanos >= median_nanos),
  created_at           timestamptz not null default clock_timestamp(),
  unique (space_digest, genotype, protocol, machine)
);

alter table individual add column latency bigint references latency;

-- Of a job that needs latencies: under which protocol, on which kind of machine alone once that is known,
-- and that of the largest subnet, by which the reference point of hypervolumes is set.
alter table search_job add column latency_protocol text;
alter table search_job add column latency_machine text;
alter table search_job add column reference_latency bigint references latency;
alter table search_job add constraint search_job_latency_check
  check (latency_protocol is not null or (latency_machine is null and reference_latency is null));

-- All that changes times in what the worker measures; absent where it measures none.
alter table worker add column machine text;

-- The kinds are those of the protocol; the service knows them.
alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind ~ '^[A-Z_]+$');

-- Where a job measures latencies, so it does of what it has drawn.
alter table baseline_subnet add column latency bigint references latency;

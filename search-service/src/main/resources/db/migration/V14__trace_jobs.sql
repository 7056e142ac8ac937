-- The trace that a job came in, as W3C Trace Context writes it: whatever is done for the job belongs to it.
alter table search_job add column trace_parent text
  check (trace_parent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');

-- What is looked at every few seconds, however many jobs there were.
create index search_job_open on search_job (state) where state not in ('SUCCEEDED', 'CANCELLED', 'FAILED');

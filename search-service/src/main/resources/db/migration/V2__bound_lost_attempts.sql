-- Attempts in a row whose workers were not heard of again.
alter table task add column lost integer not null default 0 check (lost >= 0);

-- When the worker last could not be reached, or refused a task.
alter table worker add column shunned_at timestamptz;

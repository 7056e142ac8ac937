-- A worker that is deleted for its age may be the one on which a task failed last: no task is given to it any more.
alter table task drop constraint if exists task_failed_on_fkey;

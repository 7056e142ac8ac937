-- Claims look at what is ready of each job, whatever was done before, and at the worker that has a task in hand.
drop index if exists task_ready;
create index task_ready on task (job, kind, number) where state = 'READY';
create index if not exists worker_in_hand on worker (task) where task is not null;

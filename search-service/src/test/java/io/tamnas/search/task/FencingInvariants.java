package io.tamnas.search.task;

/** What no snapshot of the tables may ever show, whoever does what at the same time. */
final class FencingInvariants {

  /** What of the jobs of the parameter {@code jobs} a statement looks at. */
  static final String SEEN =
      """
      with mine as materialized (
        select * from search_job where id = any (cast(:jobs as uuid[]))
      ), tasks as materialized (
        select * from task where job in (select id from mine)
      ), running as materialized (
        select a.* from attempt a join tasks t on t.id = a.task where a.state = 'RUNNING'
      )
      """;

  /**
   * After {@link #SEEN}, a column {@code line}: what is wrong with these jobs and with the workers;
   * nothing where all is well.
   */
  static final String WRONG =
      """
      select concat_ws(' ', 'wrong: task', t.number, t.state, 'with running attempts:', r.count) as line
        from tasks t
          cross join lateral (select count(*) from running where running.task = t.id) r
        where r.count <> case t.state when 'RUNNING' then 1 else 0 end
      union all
      select concat_ws(' ', 'wrong: attempt', r.task, r.number, 'runs, and', r.worker, 'has',
          coalesce(w.task || '#' || w.attempt, 'nothing'))
        from running r join worker w on w.id = r.worker
        where (w.task, w.attempt) is distinct from (r.task, r.number)
      union all
      select concat_ws(' ', 'wrong:', w.id, 'has', w.task, w.attempt, ', which does not run')
        from worker w join attempt a on a.task = w.task and a.number = w.attempt
        where a.state <> 'RUNNING'
      union all
      select concat_ws(' ', 'wrong: done twice', t.number)
        from tasks t join attempt a on a.task = t.id and a.state = 'SUCCEEDED'
        group by t.number having count(*) > 1
      union all
      select concat_ws(' ', 'wrong: task', t.number, 'is', t.state, 'and job', mine.id, mine.state)
        from tasks t join mine on mine.id = t.job
        where t.state in ('READY', 'RUNNING') and mine.state in ('CANCELLED', 'FAILED', 'SUCCEEDED')
      union all
      select concat_ws(' ', 'wrong: measuring', t.number, 'of paused job', mine.id)
        from tasks t join mine on mine.id = t.job
        where t.state = 'RUNNING' and t.kind = 'EVALUATE' and mine.paused_by = 'USER'
      union all
      select concat_ws(' ', 'wrong: remaining of', mine.id, 'is', g.remaining)
        from mine join generation g on g.job = mine.id and g.number = mine.generation
        where g.state = 'MEASURING'
          and g.remaining <> (select count(distinct i.genotype) from individual i
            where i.job = mine.id and i.generation = mine.generation and i.measurement is null)
      union all
      select concat_ws(' ', 'wrong: nobody is asked to measure', i.genotype, 'of', mine.id)
        from mine join individual i on i.job = mine.id and i.generation = mine.generation
        where mine.state in ('SEARCHING', 'PAUSED') and i.measurement is null
          and not exists (select from tasks t where t.job = mine.id and t.subject = i.genotype
            and t.state in ('READY', 'RUNNING', 'FAILED'))
      """;

  private FencingInvariants() {}
}

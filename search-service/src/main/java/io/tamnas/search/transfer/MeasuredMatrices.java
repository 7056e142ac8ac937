package io.tamnas.search.transfer;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The transfer matrices that have numbers. */
@Component
public class MeasuredMatrices {

  private final TransferRows rows;
  private final TransferViews views;

  MeasuredMatrices(TransferRows rows, TransferViews views) {
    this.rows = rows;
    this.views = views;
  }

  /** Of a job, by number. */
  public List<TransferMatrixView> of(UUID job) {
    return rows.measured(job).stream().map(views::of).toList();
  }
}

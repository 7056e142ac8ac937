package io.tamnas.search.explanation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.space.Genotype;
import java.util.LongSummaryStatistics;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many subnets a size class has.
 *
 * @param leastParameters of its smallest subnet; absent where it has none
 * @param mostParameters of its largest subnet; absent where it has none
 * @param tested whether it has enough subnets on the front and beside it
 */
@Schema(description = "How many subnets a size class has")
public record SizeGroup(
    SizeClass size,
    @Schema(description = "Of its smallest subnet; null where it has none")
        @Nullable Long leastParameters,
    @Schema(description = "Of its largest subnet; null where it has none")
        @Nullable Long mostParameters,
    @Schema(description = "Its subnets on the front") int front,
    @Schema(
            description =
                "All its measured subnets that keep the constraints, those on the front among them")
        int measured,
    @Schema(description = "Whether there are enough on the front and beside it to be tested")
        boolean tested) {

  static SizeGroup of(Members members, ToLongFunction<Genotype> parameters) {
    LongSummaryStatistics counts =
        members.measured().stream().mapToLong(parameters).summaryStatistics();
    boolean empty = counts.getCount() == 0;
    int front = members.front().size();
    int measured = members.measured().size();
    return new SizeGroup(
        members.size(),
        empty ? null : counts.getMin(),
        empty ? null : counts.getMax(),
        front,
        measured,
        FrontTest.hasEnough(front, measured));
  }
}

package io.tamnas.search.specification;

import io.tamnas.protocol.attack.Budget;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads and derives lengths in the scale of the pixels. */
final class Budgets {

  /** Less than this changes no image of eight bits. */
  private static final double LEAST = 0.00001;

  private static final int LONGEST = 40;
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final String EXPECTED =
      "a length of at least 0.00001 and at most 1 in the scale of the pixels,"
          + " a number or a fraction such as \"8/255\"";

  private Budgets() {}

  /** A budget written as a number or a text; a violation and empty where it is neither. */
  static Optional<Budget> read(Item item) {
    Optional<Budget> budget =
        written(item.node()).filter(text -> text.length() <= LONGEST).flatMap(Budgets::parse);
    if (budget.isEmpty()) {
      item.reject(EXPECTED);
    }
    return budget;
  }

  /** A multiple of a budget, as far as one can be written; a fraction keeps its denominator. */
  static Budget times(Budget budget, String factor) {
    String[] parts = budget.text().split("/", -1);
    BigDecimal numerator = new BigDecimal(parts[0]).multiply(new BigDecimal(factor));
    double value = budget.value() * Double.parseDouble(factor);
    if (value > 1 || value < LEAST) {
      return new Budget(value > 1 ? "1" : plain(BigDecimal.valueOf(LEAST)));
    }
    String text = plain(numerator);
    String exact = parts.length == 1 ? text : text + "/" + parts[1];
    return new Budget(exact.length() <= LONGEST ? exact : plain(BigDecimal.valueOf(value)));
  }

  private static Optional<String> written(JsonNode node) {
    if (node.isNumber()) {
      double value = node.decimalValue().doubleValue();
      return value >= LEAST && value <= 1
          ? Optional.of(plain(node.decimalValue()))
          : Optional.empty();
    }
    return node.isString()
        ? Optional.of(WHITE_SPACE.matcher(node.stringValue()).replaceAll(""))
        : Optional.empty();
  }

  private static Optional<Budget> parse(String text) {
    try {
      return Optional.of(new Budget(text)).filter(budget -> budget.value() >= LEAST);
    } catch (IllegalArgumentException notABudget) {
      return Optional.empty();
    }
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}

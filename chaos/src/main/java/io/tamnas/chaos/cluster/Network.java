package io.tamnas.chaos.cluster;

import io.tamnas.chaos.network.Fault;
import io.tamnas.chaos.network.Proxy;
import io.tamnas.quickstart.house.Resident;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A proxy before whatever is called. Before the replicas of the service stand three, each of which
 * reaches all of them: for people, for the trainer and for the evaluators.
 */
final class Network implements Resident {

  private final Proxy people;
  private final Map<Link, Map<Member, Proxy>> proxies = new EnumMap<>(Link.class);

  Network(Map<Member, Integer> ports) {
    List<Integer> services =
        Stream.of(Member.FIRST_SERVICE, Member.SECOND_SERVICE)
            .filter(ports::containsKey)
            .map(ports::get)
            .toList();
    people = Proxy.before(services);
    Proxy trainer = Proxy.before(services);
    Proxy evaluators = Proxy.before(services);
    proxies.put(Link.TRAINER_TO_SERVICE, Map.of(Member.TRAINER, trainer));
    proxies.put(Link.EVALUATORS_TO_SERVICE, Map.of(Member.FIRST_EVALUATOR, evaluators));
    proxies.put(Link.SERVICE_TO_TRAINER, before(ports, Member.TRAINER));
    proxies.put(
        Link.SERVICE_TO_EVALUATORS, before(ports, Member.FIRST_EVALUATOR, Member.SECOND_EVALUATOR));
    proxies.put(Link.SERVICE_TO_DATABASE, before(ports, Member.DATABASE));
  }

  private static Map<Member, Proxy> before(Map<Member, Integer> ports, Member... members) {
    Map<Member, Proxy> all = new EnumMap<>(Member.class);
    for (Member member : members) {
      Optional.ofNullable(ports.get(member))
          .ifPresent(port -> all.put(member, Proxy.before(List.of(port))));
    }
    return all;
  }

  /** Where people find the service. */
  int people() {
    return people.port();
  }

  /** Where a link's caller finds a member. */
  int port(Link link, Member member) {
    return Objects.requireNonNull(of(link).get(member)).port();
  }

  void impose(Link link, Fault fault) {
    of(link).values().forEach(proxy -> proxy.impose(fault));
  }

  void heal(Link link) {
    of(link).values().forEach(Proxy::heal);
  }

  /** How many of the link's connections were reset in mid-work. */
  int broken(Link link) {
    return of(link).values().stream().mapToInt(Proxy::broken).sum();
  }

  private Map<Member, Proxy> of(Link link) {
    return Objects.requireNonNull(proxies.get(link));
  }

  @Override
  public String name() {
    return "network";
  }

  @Override
  public Optional<String> obituary() {
    return Optional.empty();
  }

  @Override
  public void stop(Duration grace) {
    people.close();
    proxies.values().forEach(all -> all.values().forEach(Proxy::close));
  }
}

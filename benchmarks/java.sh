# Sourced: the benchmarks' Java, on the JDK that Maven runs on, after a build.
benchmark_java() { # main class and its arguments
  "${BENCHMARK_JAVA:?}" --enable-native-access=ALL-UNNAMED -Xmx2g -cp "benchmarks/target/classes:benchmarks/target/libraries/*" "$@"
}

package io.tamnas.search.teacher;

import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.search.generation.Genes;
import io.tamnas.space.SearchSpace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All networks of their own that were trained here. */
@Component
public class TrainedNetworks {

  private final JdbcClient database;
  private final JsonMapper mapper;

  TrainedNetworks(JdbcClient database, JsonMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /** Remembers what a trained network is; a known one stays as it is. */
  public void add(TrainedNetwork network) {
    database
        .sql(
            """
            insert into trained_network
                (artifact, space, genotype, dataset_digest, protocol, trained)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            network.trained().artifact(),
            network.space().text(),
            Genes.write(network.genotype()),
            network.datasetDigest(),
            mapper.writeValueAsString(network.protocol()),
            mapper.writerFor(TaskResult.class).writeValueAsString(network.trained()))
        .update();
  }

  public Optional<TrainedNetwork> find(String artifact) {
    return database
        .sql("select * from trained_network where artifact = ?")
        .param(artifact)
        .query(this::network)
        .optional();
  }

  private TrainedNetwork network(ResultSet row, int index) throws SQLException {
    return new TrainedNetwork(
        SearchSpace.parse(row.getString("space")),
        Genes.read(row.getString("genotype")),
        row.getString("dataset_digest"),
        mapper.readValue(row.getString("protocol"), NetworkProtocol.class),
        (SubnetTrained) mapper.readValue(row.getString("trained"), TaskResult.class));
  }
}

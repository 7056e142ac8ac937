package io.tamnas.evaluator.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.util.cuda.CudaUtils;
import io.tamnas.worker.engine.EngineDevice;
import io.tamnas.worker.engine.EngineProperties;
import io.tamnas.worker.start.CannotStartException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;

class EngineConfigurationTest {

  @Test
  void doesNotStartWithoutTheGpuThatIsDemanded() {
    Assumptions.assumeFalse(CudaUtils.hasCuda(), "a GPU is here");

    assertThatThrownBy(
            () ->
                new EngineConfiguration()
                    .workerDescription(
                        new EngineProperties(1, EngineDevice.GPU),
                        new StaticListableBeanFactory().getBeanProvider(BuildProperties.class)))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("tamnas.engine.device: device 'gpu' was asked for")
        .hasMessageContaining("'cpu' and 'auto' work here");
  }
}

package org.victimfirst.modules.manager;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.apache.karaf.features.BootFinished;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.modules.karaf.KarFolder;

/** What follows Karaf's own start: uploaded modules become known, and what was decided is so. */
@Component(service = Boot.class, immediate = true)
public final class Boot {
  private static final Logger LOG = LoggerFactory.getLogger(Boot.class);

  private final FutureTask<List<String>> task;
  private final Thread thread;

  /** Begins when all boot features are installed. */
  @Activate
  public Boot(
      @Reference BootFinished finished,
      @Reference KarFolder kars,
      @Reference OperationLog log,
      @Reference Changer changer) {
    task =
        new FutureTask<>(
            () -> {
              kars.restoreAll();
              return changer.reconcile(log.wanted());
            });
    thread = new Thread(task, "victimfirst-modules-boot");
    thread.setDaemon(true);
    thread.start();
  }

  @Deactivate
  void stop() {
    task.cancel(true);
  }

  /** Waits until what was decided is so, or has failed. */
  void await() throws InterruptedException {
    try {
      task.get();
    } catch (ExecutionException | CancellationException e) {
      LOG.debug("What failed is told by problems()", e);
    }
  }

  /** What went wrong; empty while it is still at work. */
  public Optional<List<String>> problems() {
    Future<List<String>> result = task;
    if (!result.isDone() || result.isCancelled()) {
      return Optional.empty();
    }
    try {
      return Optional.of(result.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      LOG.error("Modules were not brought to what was decided", e);
      return Optional.of(List.of("Modules were not brought to what was decided; see the log."));
    }
  }
}

package org.victimfirst.intake.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.intake.domain.ClaimedFiles;
import org.victimfirst.intake.domain.ImportProgress;

/**
 * The loaders that are here, by the file that they take. When one arrives, the imports that wait
 * for it go on; that is done on a thread of its own, since a module must not wait for the database
 * while it starts.
 */
@Component(
    service = {Loaders.class, ClaimedFiles.class},
    immediate = true)
public final class Loaders implements ClaimedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(Loaders.class);
  private static final Comparator<Claim> BEST_FIRST =
      Comparator.comparingInt(Claim::ranking).reversed().thenComparingLong(Claim::serviceId);

  private final ImportProgress progress;
  private final List<Claim> claims = new CopyOnWriteArrayList<>();
  private volatile boolean stopping;
  private final ExecutorService arrivals = Executors.newSingleThreadExecutor(Loaders::thread);

  /** Begins without loaders. */
  @Activate
  public Loaders(@Reference ImportProgress progress) {
    this.progress = progress;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "intake-arrivals");
    thread.setDaemon(true);
    return thread;
  }

  /** A loader arrives. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addLoader(ExtractLoader loader, Map<String, Object> properties) {
    String file = loader.file();
    claims.add(
        new Claim(
            file,
            loader,
            String.valueOf(properties.getOrDefault(VictimFirstModule.PROPERTY, "")),
            (int) properties.getOrDefault(Constants.SERVICE_RANKING, 0),
            (long) properties.getOrDefault(Constants.SERVICE_ID, 0L)));
    if (!stopping) {
      arrivals.execute(() -> goOn(file));
    }
  }

  /** A loader leaves. */
  public void removeLoader(ExtractLoader loader) {
    claims.removeIf(claim -> claim.loader() == loader);
  }

  /** Waits for what was begun. Nobody is interrupted: Derby answers that by closing connections. */
  @Deactivate
  public void stop() throws InterruptedException {
    stopping = true;
    arrivals.shutdown();
    if (!arrivals.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.warn("Imports that waited for a module are still being started");
    }
  }

  /** The loader of a file. */
  Optional<Claim> find(String file) {
    return claims.stream().filter(claim -> claim.file().equals(file)).min(BEST_FIRST);
  }

  @Override
  public boolean takes(String file) {
    return find(file).isPresent();
  }

  /** Lets every import go on that waits for a loader that is here. */
  public void goOn() {
    claims.stream().map(Claim::file).distinct().forEach(this::goOn);
  }

  private void goOn(String file) {
    if (stopping) {
      return;
    }
    try {
      int imports = progress.moduleArrived(file);
      if (imports > 0) {
        LOG.info("{} imports go on with {}", imports, file);
      }
    } catch (RuntimeException e) {
      LOG.warn("Imports that wait for {} were not started; they are tried again later", file, e);
    }
  }

  /**
   * A loader and whose it is.
   *
   * @param module name of its module
   */
  record Claim(String file, ExtractLoader loader, String module, int ranking, long serviceId) {}
}

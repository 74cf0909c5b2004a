package org.victimfirst.modules.manager;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.security.Call;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.ModuleState;
import org.victimfirst.modules.domain.Offer;
import org.victimfirst.modules.domain.Operation;
import org.victimfirst.modules.karaf.KarFolder;

/**
 * The files in {@code victimfirst.data/deploy}: a KAR that is put there installs its modules, or
 * updates them; when it is deleted, they are removed. Each is an order like any other: tried out,
 * audited, remembered. Karaf's own KAR deployer is left out of the distribution for that reason.
 */
@Component(service = {ArtifactInstaller.class, DeployFolder.class})
public final class DeployFolder implements ArtifactInstaller {
  private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);
  private static final Call CALL = Call.system("deploy");

  private final ModuleManager manager;
  private final KarFolder kars;
  private final OperationLog log;
  private final Boot boot;
  private final Path folder;
  private final AtomicBoolean compared = new AtomicBoolean();

  /** Follows the folder that the framework's properties name. */
  @Activate
  public DeployFolder(
      BundleContext context,
      @Reference ModuleManager manager,
      @Reference KarFolder kars,
      @Reference OperationLog log,
      @Reference Boot boot) {
    this.manager = manager;
    this.kars = kars;
    this.log = log;
    this.boot = boot;
    this.folder = Path.of(String.valueOf(context.getProperty("victimfirst.data")), "deploy");
  }

  @Override
  public boolean canHandle(File file) {
    return file.getName().endsWith(".kar");
  }

  @Override
  public void install(File file) throws InterruptedException {
    begin();
    try {
      for (Offer offer : kars.takeDeployed(file.toPath())) {
        bring(offer, file.getName());
      }
    } catch (ChangeFailedException e) {
      LOG.error("deploy/{} was not installed: {}", file.getName(), e.getMessage());
      throw e;
    }
  }

  @Override
  public void update(File file) throws InterruptedException {
    install(file);
  }

  @Override
  public void uninstall(File file) throws InterruptedException {
    begin();
    remove(file.getName());
  }

  /** What was decided comes first; then the files that were deleted while nothing ran. */
  private void begin() throws InterruptedException {
    boot.await();
    if (compared.getAndSet(true)) {
      return;
    }
    Set<String> files = new TreeSet<>();
    log.wanted().values().forEach(decision -> files.add(decision.deployedFile()));
    files.remove("");
    for (String file : files) {
      if (!Files.exists(folder.resolve(file))) {
        remove(file);
      }
    }
  }

  private void bring(Offer offer, String file) throws InterruptedException {
    String now = manager.module(offer.name()).map(ModuleState::version).orElse("");
    if (now.equals(offer.version())) {
      return;
    }
    Change.Action action = now.isEmpty() ? Change.Action.INSTALL : Change.Action.UPDATE;
    perform(Change.of(action, offer.name(), offer.version()));
    log.deployed(offer.name(), offer.version(), file);
  }

  private void remove(String file) throws InterruptedException {
    List<String> modules =
        manager.modules().stream()
            .filter(state -> state.deployedFile().equals(file))
            .map(ModuleState::name)
            .toList();
    try {
      if (!modules.isEmpty()) {
        perform(
            new Change(
                Change.Action.REMOVE,
                modules.get(0),
                "",
                Set.copyOf(modules.subList(1, modules.size()))));
      }
      kars.forgetDeployed(file);
    } catch (ChangeFailedException e) {
      LOG.error("deploy/{} is gone, its modules stay: {}", file, e.getMessage());
    }
  }

  private void perform(Change change) throws InterruptedException {
    manager.awaitIdle();
    Operation ended = manager.await(manager.order(CALL, change));
    if (!ended.status().equals(Operation.DONE)) {
      throw new ChangeFailedException(ended.message());
    }
  }
}

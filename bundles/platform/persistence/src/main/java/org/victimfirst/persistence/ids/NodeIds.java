package org.victimfirst.persistence.ids;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.persistence.pool.Pool;

/** This node's ids: its number is leased from the database and renewed until it is closed. */
public final class NodeIds implements Ids, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeIds.class);
  private static final long RENEW_SECONDS = 10;

  private final TimeIds ids;
  private final ScheduledExecutorService renewer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "victimfirst-node");
            thread.setDaemon(true);
            return thread;
          });

  /** Leases a number. */
  public NodeIds(Pool pool) {
    this.ids = new TimeIds(new NodeTable(pool), System::currentTimeMillis);
    renewer.scheduleWithFixedDelay(this::renew, RENEW_SECONDS, RENEW_SECONDS, TimeUnit.SECONDS);
  }

  private void renew() {
    try {
      ids.renew();
    } catch (RuntimeException e) {
      LOG.warn("The node's lease was not renewed; tried again in {} s", RENEW_SECONDS, e);
    }
  }

  @Override
  public long next() {
    return ids.next();
  }

  @Override
  public void close() {
    renewer.shutdown();
    try {
      renewer.awaitTermination(RENEW_SECONDS, TimeUnit.SECONDS);
      ids.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.info("The node's number was not given back; its lease ends by itself", e);
    }
  }
}

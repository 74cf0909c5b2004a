package org.victimfirst.persistence.thread;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does one thing again and again: after a pause, or at once when it is woken. The
 * task says how long to pause; when it throws, that is logged and the pause is some seconds.
 */
public final class Repeater implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Repeater.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration TO_END = Duration.ofSeconds(20);

  private final Supplier<Duration> task;
  private final Thread thread;
  private boolean woken;
  private boolean ended;

  /** Begins at once. */
  public static Repeater start(String name, Supplier<Duration> task) {
    Repeater repeater = new Repeater(name, task);
    repeater.thread.start();
    return repeater;
  }

  private Repeater(String name, Supplier<Duration> task) {
    this.task = task;
    this.thread = new Thread(this::repeat, name);
    thread.setDaemon(true);
  }

  /** Ends the pause. */
  public synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /** Whether it was told to end; a long task should ask. */
  public synchronized boolean ended() {
    return ended;
  }

  private void repeat() {
    while (!ended()) {
      Duration pause = AFTER_FAILURE;
      try {
        pause = task.get();
      } catch (RuntimeException | LinkageError e) {
        if (!ended()) {
          LOG.warn("{} failed and goes on in {} s", thread.getName(), pause.toSeconds(), e);
        }
      }
      pause(pause);
    }
  }

  private synchronized void pause(Duration pause) {
    long until = System.nanoTime() + pause.toNanos();
    try {
      while (!ended && !woken) {
        long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
        if (left <= 0) {
          break;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      ended = true;
      Thread.currentThread().interrupt();
    }
    woken = false;
  }

  /** Asks it to end and does not wait. */
  public synchronized void end() {
    ended = true;
    notifyAll();
  }

  /**
   * Asks it to end and waits until it has, for some seconds.
   *
   * @return whether it has ended
   */
  public boolean await() {
    end();
    if (Thread.currentThread() == thread) {
      return false;
    }
    try {
      thread.join(TO_END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  @Override
  public void close() {
    if (!await() && Thread.currentThread() != thread) {
      LOG.warn("{} goes on although it was told to end", thread.getName());
    }
  }
}

package org.victimfirst.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * One address, asked again and again over kept connections.
 *
 * @param url address
 * @param headers sent with each request
 */
record Load(URL url, Map<String, String> headers) {
  private static final int BUFFER = 1 << 16;

  /**
   * What came of it.
   *
   * @param perSecond requests per second, over all connections
   * @param millis time of a request in the middle, in ms
   */
  record Result(double perSecond, double millis) {}

  static Load of(String url, Map<String, String> headers) {
    try {
      return new Load(URI.create(url).toURL(), headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks once. */
  int bytes() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setInstanceFollowRedirects(false);
    headers.forEach(connection::setRequestProperty);
    if (connection.getResponseCode() != 200) {
      throw new IOException(url.getPath() + " answered " + connection.getResponseCode());
    }
    byte[] buffer = new byte[BUFFER];
    int bytes = 0;
    try (InputStream in = connection.getInputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
    }
    return bytes;
  }

  /** Asks once, in ms. */
  double millis() throws IOException {
    long begun = System.nanoTime();
    bytes();
    return (System.nanoTime() - begun) / 1e6;
  }

  /** Asks for some seconds over some connections. */
  Result during(double seconds, int connections) throws InterruptedException, ExecutionException {
    // The default keeps five idle connections for each host.
    System.setProperty("http.maxConnections", "64");
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long begun = System.nanoTime();
      long end = begun + (long) (seconds * 1e9);
      Callable<double[]> work = () -> until(end);
      List<Future<double[]>> all =
          threads.invokeAll(IntStream.range(0, connections).mapToObj(i -> work).toList());
      double[] times = new double[0];
      for (Future<double[]> one : all) {
        double[] more = one.get();
        int length = times.length;
        times = Arrays.copyOf(times, length + more.length);
        System.arraycopy(more, 0, times, length, more.length);
      }
      double elapsed = (System.nanoTime() - begun) / 1e9;
      return new Result(times.length / elapsed, median(times));
    } finally {
      threads.shutdownNow();
    }
  }

  private double[] until(long end) throws IOException {
    double[] times = new double[1024];
    int count = 0;
    while (System.nanoTime() < end) {
      if (count == times.length) {
        times = Arrays.copyOf(times, count * 2);
      }
      times[count++] = millis();
    }
    return Arrays.copyOf(times, count);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}

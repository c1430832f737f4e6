package org.asynclocal.it.wildfly.cost;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The resources that a process has used.
 *
 * @param nanos the time that has passed
 * @param cpuNanos the CPU time of all its threads, the compiler's and the collector's too
 * @param bytes what its living threads have allocated
 */
record Usage(double nanos, double cpuNanos, double bytes) {

  /** Returns the resources that this process has used so far. */
  static Usage now() {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    try {
      ObjectName threads = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
      ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
      Object[] ids = {beans.getAttribute(threads, "AllThreadIds")};
      String[] types = {long[].class.getName()};
      long[] bytes = (long[]) beans.invoke(threads, "getThreadAllocatedBytes", ids, types);
      long cpuNanos = (Long) beans.getAttribute(system, "ProcessCpuTime");
      return new Usage(System.nanoTime(), cpuNanos, LongStream.of(bytes).sum());
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the share of each of so many operations in the use since then. */
  Usage since(Usage before, int times) {
    return new Usage(
        (nanos - before.nanos) / times,
        (cpuNanos - before.cpuNanos) / times,
        (bytes - before.bytes) / times);
  }

  /** To be read by {@link #parse}. */
  String text() {
    return nanos + " " + cpuNanos + " " + bytes;
  }

  static Usage parse(String text) {
    double[] figures = Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Usage(figures[0], figures[1], figures[2]);
  }
}

package org.victimfirst.persistence.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.job.JobHandler;
import org.victimfirst.api.job.JobState;
import org.victimfirst.api.job.Jobs;
import org.victimfirst.persistence.installation.Installation;
import org.victimfirst.persistence.job.JobRunner;
import org.victimfirst.persistence.job.JobTable;

/** Jobs, and the handlers that do them. */
@Component(service = Jobs.class, immediate = true)
public final class JobsComponent implements Jobs {
  private static final Logger LOG = LoggerFactory.getLogger(JobsComponent.class);

  private final JobTable table;
  private final JobRunner runner;

  @Activate
  public JobsComponent(@Reference Installation installation) {
    this.table = new JobTable(installation.pool(), installation.ids());
    this.runner = new JobRunner(installation.pool(), table);
  }

  @Deactivate
  void deactivate() {
    runner.close();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      target = "(victimfirst.module=*)")
  void addHandler(JobHandler handler) {
    if (!runner.add(handler)) {
      LOG.error("A second handler of jobs {} is ignored: {}", handler.type(), handler.getClass());
    }
  }

  void removeHandler(JobHandler handler) {
    runner.remove(handler);
  }

  @Override
  public long submit(Connection connection, String type, long subjectId) throws SQLException {
    return table.submit(connection, type, subjectId);
  }

  @Override
  public Optional<JobState> find(long jobId) {
    return table.find(jobId);
  }
}

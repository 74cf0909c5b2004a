package org.victimfirst.testing;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import javax.persistence.Version;

@Entity
@Table(name = "parcel", schema = "sample")
public class Parcel {
  @Id private long id;
  private String label = "";
  @Lob private String note = "";
  @Version private int version;

  protected Parcel() {}

  Parcel(long id, String label, String note) {
    this.id = id;
    this.label = label;
    this.note = note;
  }

  String label() {
    return label;
  }

  void relabel(String to) {
    this.label = to;
  }

  int version() {
    return version;
  }
}

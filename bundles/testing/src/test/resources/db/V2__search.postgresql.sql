CREATE INDEX parcel_label ON sample.parcel (label text_pattern_ops);

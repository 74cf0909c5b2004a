CREATE INDEX parcel_label ON sample.parcel (label);

package org.victimfirst.intake.rest;

import org.victimfirst.intake.receive.Receipt;

/**
 * The answer to an upload.
 *
 * @param id id of the import; its progress is at {@code /api/v1/intake/imports/ID}
 * @param jobId the job that does it
 * @param status {@code waiting}
 */
record ReceiptDto(String id, String jobId, String status) {
  static ReceiptDto of(Receipt receipt) {
    return new ReceiptDto(
        Long.toString(receipt.importId()), Long.toString(receipt.jobId()), "waiting");
  }
}

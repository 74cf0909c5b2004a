package org.victimfirst.intake.rest;

import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.ContentDisposition;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.intake.receive.Upload;

/** The files among the parts of a form. */
final class FormFiles {
  private FormFiles() {}

  /**
   * Finds them.
   *
   * @throws ProblemException 400 when no part has a file's name
   */
  static List<Upload> of(MultipartBody form) {
    List<Upload> uploads = new ArrayList<>();
    for (Attachment part : form.getAllAttachments()) {
      ContentDisposition disposition = part.getContentDisposition();
      String name = disposition == null ? null : disposition.getFilename();
      if (name != null && !name.isEmpty()) {
        uploads.add(new Upload(name, () -> part.getDataHandler().getInputStream()));
      }
    }
    if (uploads.isEmpty()) {
      throw ProblemException.badRequest(
          "no_file", "The form has no file. Send each file as a part with its file name.");
    }
    return uploads;
  }
}

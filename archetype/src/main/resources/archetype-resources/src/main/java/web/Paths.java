package ${package}.web;

/** Addresses of the module's pages. */
final class Paths {
  static final String LIST = "/${name}";
  static final String ADD = "/cases/{caseId}/${name}/new";
  static final String CHANGE = "/${name}/records/{id}";

  private Paths() {}

  static String tab(long caseId) {
    return "/cases/" + caseId + "/" + ${module}Tab.KEY;
  }

  static String add(long caseId) {
    return tab(caseId) + "/new";
  }

  static String change(long id) {
    return "/${name}/records/" + id;
  }
}

package ${package}.web;

import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.NavItem;
import ${package}.${module}Module;

/** The module's place in the menu. */
@Component
@VictimFirstModule(module = ${module}Module.NAME)
public final class ${module}Nav implements NavItem {
  @Override
  public String label() {
    return ${module}Module.TITLE;
  }

  @Override
  public String path() {
    return Paths.LIST;
  }

  @Override
  public String permission() {
    return ${module}Module.RECORD;
  }

  @Override
  public int order() {
    return 500;
  }
}

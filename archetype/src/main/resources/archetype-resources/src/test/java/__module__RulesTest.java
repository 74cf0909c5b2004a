package ${package};

import org.victimfirst.rules.ModuleRules;

class ${module}RulesTest extends ModuleRules {
  ${module}RulesTest() {
    super(${module}Module.class);
  }
}

def module = new File(request.outputDirectory, request.artifactId)

// Without a terminal nobody checks the expressions of archetype-metadata.xml.
def check = { key, form, example ->
  if (!(request.properties[key] ==~ form)) {
    module.deleteDir()
    throw new IllegalArgumentException(
        "Nothing was made: -D$key=${request.properties[key]} cannot be used. Give one like $example.")
  }
}
check('name', /[a-z][a-z0-9]*(-[a-z0-9]+)*/, 'equipment or victims-code')
check('singular', /[A-Z][A-Za-z0-9]*/, 'Loan or SafetyPlan')

// An archetype leaves out files of this name.
new File(module, '.gitignore').setText('target/\nderby.log\n', 'UTF-8')

// Imports stand in the order of the alphabet, which depends on the package that was asked for.
module.eachFileRecurse { file ->
  if (file.name.endsWith('.java')) {
    def ordered = file.getText('UTF-8').replaceAll(/(?m)(^import .*\n)+/) { run, last ->
      run.readLines().sort { it - ';' }.join('\n') + '\n'
    }
    file.setText(ordered, 'UTF-8')
  }
}

const { writeFileSync } = require('node:fs')
const Mocha = require('mocha')

/** Mocha's `spec`, which also writes `N passed, N failed` into the file of --reporter-option counts=FILE. */
module.exports = class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    const file = options.reporterOption?.counts ?? options.reporterOptions?.counts
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      if (file) writeFileSync(file, `${this.stats.passes} passed, ${this.stats.failures} failed\n`)
    })
  }
}

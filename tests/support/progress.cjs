'use strict';

const EVERY = 10_000;

/** Tells every ten seconds how many suites of the run are done, and how long it has taken so far. */
module.exports = class Progress {
  onRunStart() {
    this.startTime = Date.now();
    this.told = this.startTime;
  }

  onTestResult(_test, _result, { numTotalTestSuites, numPassedTestSuites, numFailedTestSuites }) {
    const now = Date.now();
    if (now - this.told < EVERY) return;
    this.told = now;
    const done = numPassedTestSuites + numFailedTestSuites;
    const seconds = Math.round((now - this.startTime) / 1000);
    process.stderr.write(`  ${done} of ${numTotalTestSuites} suites after ${seconds} s\n`);
  }
};

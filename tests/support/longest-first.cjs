'use strict';

const { default: TestSequencer } = require('@jest/test-sequencer');

/** The suites that take longest. On a clean checkout Jest knows none, and would begin with the longest files. */
const LONGEST = [
  'tests/ledger/kill',
  'tests/isolation/matrix',
  'tests/ledger/random-scenarios',
  'tests/security/queries',
  'tests/transactions/boot',
  'tests/ledger/concurrency',
  'tests/boot/demo',
  'tests/database/backup',
  'tests/files/locks',
  'tests/site/refusals',
  'tests/input/bad-input',
  'tests/submissions/submission-merge',
];

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.endsWith(`${name}.test.ts`));
  return place < 0 ? LONGEST.length : place;
};

/** Begins with the longest suites, so that no worker is left with one while the other is done. */
module.exports = class LongestFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other));
  }
};

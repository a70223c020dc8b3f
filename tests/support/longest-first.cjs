'use strict';

const { default: TestSequencer } = require('@jest/test-sequencer');

/** The suites that take longest. On a clean checkout Jest knows none, and would begin with the longest files. */
const LONGEST = [
  'tests/ledger/kill',
  'tests/public-api/openapi',
  'tests/database/backup',
  'tests/isolation/matrix',
  'tests/boot/demo',
  'tests/transactions/boot',
  'tests/isolation/fifty-ways',
  'tests/ledger/concurrency',
  'tests/database/upgrade',
  'tests/transactions/process',
  'tests/ledger/reconcile',
  'tests/site/refusals',
  'tests/submissions/contributors',
  'tests/inbox/inbox',
  'tests/public-api/random-queries',
  'tests/uploads/uploads',
  'tests/transactions/commit',
  'tests/input/bad-input',
  'tests/submissions/submission-merge',
  'tests/boot/boot-without-plugin',
  'tests/files/locks',
  'tests/public-api/public-matrix',
  'tests/site/rules',
  'tests/ledger/random-scenarios',
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

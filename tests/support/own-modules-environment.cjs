'use strict';

const { TestEnvironment } = require('jest-environment-node');

/** Node's environment for a suite that loads the application among its own modules. */
module.exports = class OwnModulesEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    // Jest cannot load an ECMAScript module that Node requires without more ado (`file-type.cjs`).
    this.global.requireOfNode = require;
  }
};

'use strict';

/**
 * `file-type` for suites that load the application among their own modules: Jest cannot load an
 * ECMAScript module that Node itself requires without more ado.
 */
module.exports = process.getBuiltinModule('node:module').createRequire(module.filename)(
  'file-type'
);

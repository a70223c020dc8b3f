'use strict';

/** `file-type` for suites that load the application among their own modules. */
module.exports = globalThis.requireOfNode('file-type');

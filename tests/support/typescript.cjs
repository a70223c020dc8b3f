'use strict';

const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

/** Lets a process run TypeScript as it stands. Nothing else is transformed. */
require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};

'use strict';

const { Buffer } = require('node:buffer');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

/**
 * Keeps what V8 makes of the application's code, for processes that load it again: a fifth of their
 * boot is reading and compiling the same thousands of files. Loaded before all else (`--require`), by
 * the process that makes the template, which writes (POINTS_TEST_CODE_OUT), and by those after it,
 * which read (POINTS_TEST_CODE). V8 takes only what comes from the same text by the same V8.
 */
const { POINTS_TEST_CODE: from, POINTS_TEST_CODE_OUT: to } = process.env;

const blobOf = (name) => `${name}.bin`;
const indexOf = (name) => `${name}.json`;

/** Where each file's code lies in the blob, and to what a folder's requests lead. */
const { places, found } = from
  ? JSON.parse(fs.readFileSync(indexOf(from), 'utf8'))
  : { places: {}, found: {} };
const blob = from ? fs.readFileSync(blobOf(from)) : Buffer.alloc(0);

const scripts = new Map();

const requireFor = (module) => {
  const require = (id) => module.require(id);
  require.resolve = (request, options) => Module._resolveFilename(request, module, false, options);
  require.resolve.paths = (request) => Module._resolveLookupPaths(request, module);
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
};

const isScript = (content, filename, format) =>
  format !== 'module' && filename.endsWith('js') && !content.startsWith('#!');

const compile = Module.prototype._compile;
Module.prototype._compile = function (content, filename, format) {
  const place = places[filename];
  if (!(place || to) || !isScript(content, filename, format)) {
    return compile.call(this, content, filename, format);
  }
  const script = new vm.Script(Module.wrap(content), {
    filename,
    cachedData: place && blob.subarray(place[0], place[0] + place[1]),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (to) scripts.set(filename, script);
  const run = script.runInThisContext();
  const folder = path.dirname(filename);
  return run.call(this.exports, this.exports, requireFor(this), this, filename, folder);
};

/** Nothing is installed while suites run. */
const isInstalled = (file) => file.includes(`${path.sep}node_modules${path.sep}`);

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, parent, isMain, options) {
  if (options || !parent?.filename || !isInstalled(parent.filename)) {
    return resolveFilename.call(this, request, parent, isMain, options);
  }
  const key = `${path.dirname(parent.filename)}\0${request}`;
  if (found[key]) return found[key];
  const file = resolveFilename.call(this, request, parent, isMain, options);
  if (to && path.isAbsolute(file)) found[key] = file;
  return file;
};

/** V8 reads its data from addresses that are a multiple of this. */
const ALIGNED = 8;

/** Writes what has been compiled so far, the functions that have run included. */
const write = () => {
  const parts = [];
  let length = 0;
  const add = (part) => {
    parts.push(part);
    length += part.length;
  };
  const written = {};
  for (const [filename, script] of scripts) {
    const data = script.createCachedData();
    written[filename] = [length, data.length];
    add(data);
    add(Buffer.alloc((ALIGNED - (length % ALIGNED)) % ALIGNED));
  }
  fs.writeFileSync(blobOf(to), Buffer.concat(parts));
  fs.writeFileSync(indexOf(to), JSON.stringify({ places: written, found }));
};

module.exports = { write };

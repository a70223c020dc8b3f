'use strict';

const hooks = require('node:async_hooks');
const { TestEnvironment } = require('jest-environment-node');
const { hashCheaply, knowSecrets } = require('./shortcuts.cjs');

/** What the driver of PostgreSQL says that it will not do any more: told once a process, by whatever suite comes first. */
const NEXT_PG = /\bpg@\d/;

/**
 * Notes every storage of asynchronous context that is made, to disable it when a suite ends: Jest makes
 * one for each suite and leaves it enabled, and before Node 24 every promise pays for each that is.
 * One that outlives the suite is enabled again when it is next used.
 */
const storages = [];
hooks.AsyncLocalStorage = class extends hooks.AsyncLocalStorage {
  constructor(...options) {
    super(...options);
    storages.push(this);
  }

  // Node writes to each promise also that a storage holds nothing, which is most of what it costs.
  _propagate(resource, triggerResource, type) {
    if (triggerResource[this.kResourceStore] === undefined) return;
    super._propagate(resource, triggerResource, type);
  }
};
const disableStorages = () => {
  for (const storage of storages.splice(0)) storage.disable();
};

hashCheaply();
knowSecrets();

/**
 * Node's environment, from which a suite reaches what lies outside of Jest's registry of modules.
 * The application is loaded there, as a real process loads it: once for all suites of a worker,
 * where each would else spend seconds on reading the same thousands of files. Variables that a suite
 * sets there are gone when it ends. A suite that makes the driver of PostgreSQL warn fails.
 */
module.exports = class ApplicationEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.variables = { ...process.env };
    this.global.outside = { require, process };
    this.announced = [];
    this.onWarning = ({ message }) => {
      if (NEXT_PG.test(message)) this.announced.push(message);
    };
    process.on('warning', this.onWarning);
    // What a suite hands over as a date must be one there.
    this.global.Date = Date;
  }

  async teardown() {
    for (const name of Object.keys(process.env)) {
      if (!(name in this.variables)) delete process.env[name];
    }
    Object.assign(process.env, this.variables);
    process.off('warning', this.onWarning);
    await super.teardown();
    disableStorages();
    if (this.announced.length > 0) throw new Error(this.announced.join('\n'));
  }
};

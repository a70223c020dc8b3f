'use strict';

const crypto = require('node:crypto');
const { createRequire } = require('node:module');

/**
 * Passwords of suites protect nothing: they are hashed at the lowest cost, where Strapi takes 10 and
 * the hashing a twentieth of a suite's time.
 */
const hashCheaply = () => {
  const bcrypt = createRequire(require.resolve('@strapi/admin/package.json'))('bcryptjs');
  const { hash } = bcrypt;
  // To compare a password, the library hashes it with the salt that it finds.
  bcrypt.hash = (password, costOrSalt, ...rest) =>
    hash(password, typeof costOrSalt === 'number' ? 4 : costOrSalt, ...rest);
};

/**
 * A token is verified with its secret, of which the library first asks OpenSSL whether it is a public
 * key: that takes longer than all else of it.
 */
const knowSecrets = () => {
  const { createPublicKey } = crypto;
  const noPem = new Error('It is no PEM.');
  crypto.createPublicKey = (key) => {
    if (typeof key === 'string' && !key.includes('-----BEGIN')) throw noPem;
    return createPublicKey(key);
  };
};

const nothing = () => Promise.resolve();

/** What a boot puts in place in the database: where it is so already, it reads much and changes nothing. */
const PUT_IN_PLACE = [
  ['plugin::content-manager.components', 'syncConfigurations'],
  ['plugin::content-manager.content-types', 'syncConfigurations'],
  ['admin::permission', 'cleanPermissionsInDatabase'],
  ['admin::role', 'resetSuperAdminPermissions'],
];

/**
 * On a copy of a database on which this application has booted, Strapi would validate the form and the
 * list of every content type again, and look through all permissions, which is a quarter of a boot.
 * Once it has booted, all is as it was.
 */
const trustDatabase = (strapi) => {
  const bootstrap = strapi.bootstrap.bind(strapi);
  strapi.bootstrap = async () => {
    const kept = PUT_IN_PLACE.map(([uid, name]) => {
      const service = strapi.service(uid);
      const method = service[name];
      service[name] = nothing;
      return () => {
        service[name] = method;
      };
    });
    try {
      return await bootstrap();
    } finally {
      for (const putBack of kept) putBack();
    }
  };
};

/** Strapi picks out all content types anew for each permission of whoever sends a request. */
const keepContentTypes = (strapi) => {
  const registry = strapi.get('content-types');
  const getAll = registry.getAll.bind(registry);
  const all = Object.freeze(getAll());
  registry.getAll = (namespace) => (namespace === undefined ? all : getAll(namespace));
};

module.exports = { hashCheaply, knowSecrets, trustDatabase, keepContentTypes };

'use strict';
module.exports = require('../../../dist/src/plugins/points/server/src').default;

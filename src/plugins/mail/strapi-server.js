'use strict';
module.exports = require('../../../dist/src/plugins/mail/server/src').default;

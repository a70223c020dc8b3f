import bootstrap from './bootstrap';
import contentTypes from './content-types';
import controllers from './wiring/controllers';
import allowed from './isolation/policy';
import register from './register';
import settings from './settings';
import routes from './wiring/routes';
import services from './wiring/services';

export default {
  config: settings,
  register,
  bootstrap,
  contentTypes,
  controllers,
  policies: { allowed },
  routes,
  services,
};

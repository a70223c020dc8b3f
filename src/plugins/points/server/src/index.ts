import bootstrap from './bootstrap';
import contentTypes from './content-types';
import controllers from './wiring/controllers';
import allowed from './isolation/policy';
import register from './register';
import routes from './wiring/routes';
import services from './wiring/services';

export default {
  register,
  bootstrap,
  contentTypes,
  controllers,
  policies: { allowed },
  routes,
  services,
};

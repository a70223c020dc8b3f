import attachment from './attachment/schema.json';
import deliveryEvent from './delivery-event/schema.json';
import message from './message/schema.json';

export default {
  attachment: { schema: attachment },
  'delivery-event': { schema: deliveryEvent },
  message: { schema: message },
};

import adoptions from './adoptions';
import contentApi from './content-api';
import entries from './entries';
import ledger from './ledger';
import reconcile from './reconcile';
import report from './report';

export default { adoptions, entries, ledger, reconcile, report, ...contentApi };

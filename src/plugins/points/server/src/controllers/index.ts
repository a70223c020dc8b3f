import adoptions from './adoptions';
import contentApi from './content-api';
import entries from './entries';
import ledger from './ledger';
import reconcile from './reconcile';
import report from './report';
import submissions from './submissions';

export default { ...contentApi, adoptions, entries, ledger, reconcile, report, submissions };

import adoptions from './adoptions';
import contentApi from './content-api';
import entries from './entries';
import inbox from './inbox';
import ledger from './ledger';
import reconcile from './reconcile';
import report from './report';
import submissions from './submissions';

export default { ...contentApi, adoptions, entries, inbox, ledger, reconcile, report, submissions };

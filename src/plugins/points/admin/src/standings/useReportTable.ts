import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { ReportResponse } from '../../../shared/contracts';
import { reportTableOf, type ReportTable } from '../../../shared/report-table';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';

/** The report as a table, in the language of the screen. */
export const useReportTable = (report: ReportResponse | undefined): ReportTable | undefined => {
  const { formatMessage, locale } = useIntl();
  const periodName = usePeriodLabel();
  return useMemo(
    () =>
      report &&
      reportTableOf(report, {
        periodName,
        nameOf: ({ en, zh }) => (locale.startsWith('zh') ? zh : en),
        translate: (key, values) => formatMessage({ id: trId(key), defaultMessage: key }, values),
      }),
    [report, periodName, formatMessage, locale]
  );
};

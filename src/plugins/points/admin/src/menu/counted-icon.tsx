import { useLayoutEffect, useRef, type ComponentType, type SVGProps } from 'react';
import { useIntl } from 'react-intl';
import { trId } from '../shared/translations';

type Icon = ComponentType<SVGProps<SVGSVGElement>>;

/** From here on a badge says only that there are more. */
const MOST = 99;

/**
 * An icon of the menu with the number of what waits behind its link, while there is any. Strapi
 * draws a link's icon as a component, but takes a number for it only once, at the start. The link's
 * name stays what it is; the number is its description, which is read out after the name.
 */
export const countedIcon = (Picture: Icon, useCount: () => number): Icon => {
  const CountedIcon = (props: SVGProps<SVGSVGElement>) => {
    const { formatMessage, formatNumber } = useIntl();
    const badge = useRef<HTMLSpanElement>(null);
    const count = useCount();
    const description = formatMessage(
      { id: trId('menu.waiting'), defaultMessage: '{count} waiting' },
      { count: formatNumber(count) }
    );
    useLayoutEffect(() => {
      const link = badge.current?.closest('a');
      link?.setAttribute('aria-description', description);
      return () => link?.removeAttribute('aria-description');
    }, [count > 0, description]);
    return (
      <>
        <Picture {...props} />
        {count > 0 ? (
          <span
            ref={badge}
            aria-hidden
            className="menu-badge"
            data-testid="menu-badge"
            data-count={count > MOST ? `${formatNumber(MOST)}+` : formatNumber(count)}
          />
        ) : null}
      </>
    );
  };
  return CountedIcon;
};

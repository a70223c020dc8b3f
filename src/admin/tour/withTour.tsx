import { useEffect, type ComponentType } from 'react';
import { isDue, markSeen } from './seen';
import { useTour } from './useTour';

/** Starts the tour by itself the first time that an account comes to the home page here. */
const FirstTour = () => {
  const { account, start } = useTour();
  useEffect(() => {
    if (account === null || !isDue(account)) return;
    markSeen(account);
    void start();
    // Once: what the tour says in does not start it again.
  }, [account]);
  return null;
};

/** A widget of the home page that brings the tour along: Strapi has no other place that everybody comes to. */
export const withTour = (Widget: ComponentType): ComponentType => {
  const WidgetWithTour = () => (
    <>
      <Widget />
      <FirstTour />
    </>
  );
  return WidgetWithTour;
};

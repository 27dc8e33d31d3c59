import { Notification } from '../../components/Notification.tsx';

/** Says that somebody else was quicker, and that what is there now stands on the page. */
export function StaleNotice(props: { readonly shown: boolean; readonly present: string }) {
  if (!props.shown) return null;
  return (
    <Notification tone="warn" title="Somebody changed it meanwhile">
      <p>
        Nothing of yours was done, and nothing you typed is lost. As it stands now: {props.present}{' '}
        If you still want your change, press the button again.
      </p>
    </Notification>
  );
}

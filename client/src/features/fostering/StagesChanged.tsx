import { Notification } from '../../components/Notification.tsx';

/** Says that stages were changed within the months that are shown, where they were. */
export function StagesChanged({ words }: { readonly words: string | null }) {
  if (words === null) return null;
  return (
    <Notification title="Stages changed within these months">
      <p>{words}</p>
    </Notification>
  );
}

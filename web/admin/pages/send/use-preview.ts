import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useClient, type CombinedError } from "urql";
import { useRefreshOnChange } from "../../data/live";
import type { SendAction } from "../../gql/graphql";
import type { Preview, Selection } from "./plan";
import { sendPreviewQuery } from "./send-queries";
import { inputOf, type TextEdits } from "./texts";

/** Milliseconds without typing after which the preview follows. */
const pause = 400;

/** What sending would do, as far as it is known. */
export interface PreviewState {
  /** The server's last word. */
  plan: Preview | undefined;
  /** The messages as they last could be shown. */
  message: Preview["message"] | undefined;
  /** What is shown is not, or not yet, what is in the form. */
  outdated: boolean;
  error: CombinedError | undefined;
  refresh(): void;
}

/**
 * Follows what sending would do, a moment after each change, and again when
 * other things that are sent move the times.
 */
export function usePreview(
  action: SendAction,
  selection: Selection,
  edits: TextEdits,
  contact: string | undefined,
): PreviewState {
  const client = useClient();
  const asked = JSON.stringify({ selection, edits, contact });
  const [answered, setAnswered] = useState<string>();
  const [plan, setPlan] = useState<Preview>();
  const [message, setMessage] = useState<Preview["message"]>();
  const [error, setError] = useState<CombinedError>();
  const [turn, setTurn] = useState(0);
  const begun = useRef(false);

  useEffect(() => {
    let dropped = false;
    const { selection, edits, contact } = JSON.parse(asked);
    const ask = async () => {
      begun.current = true;
      const input = { ...selection, invitation: inputOf(edits) };
      const answer = await client
        .query(
          sendPreviewQuery,
          { input, action, contact },
          { requestPolicy: "network-only" },
        )
        .toPromise();
      if (dropped) return;
      setAnswered(asked);
      setError(answer.error);
      const found = answer.data?.previewInvite;
      if (!found) return;
      setPlan(found);
      // Refused texts cannot be shown: what they replaced stays.
      if (found.userErrors.length === 0) setMessage(found.message);
    };
    const timer = setTimeout(ask, begun.current ? pause : 0);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [client, action, asked, turn]);

  const refresh = useCallback(() => setTurn((n) => n + 1), []);
  useRefreshOnChange(refresh, 3000);
  const refused = (plan?.userErrors.length ?? 0) > 0;
  return useMemo(
    () => ({
      plan,
      message,
      outdated: answered !== asked || refused || error !== undefined,
      error,
      refresh,
    }),
    [plan, message, answered, asked, refused, error, refresh],
  );
}

import { useCallback, useEffect, useRef, useState, type Dispatch } from "react";
import { useClient, type CombinedError } from "urql";
import { textOf, type Chip, type ChipAction } from "./chips";
import { createValidateQuery } from "./create-queries";

/** Most entries that the server judges at once. */
export const mostJudged = 1000;

/** Milliseconds without typing after which the list is judged. */
const pause = 400;

/** How far the server's judgement of the list is. */
export interface Judging {
  /** A judgement is due, or on its way. */
  pending: boolean;
  error: CombinedError | undefined;
  retry(): void;
  /** Judges the next change at once, as after a paste. */
  hurry(): void;
}

/** Has the server judge the list, a moment after each change. */
export function useJudge(
  chips: Chip[],
  dispatch: Dispatch<ChipAction>,
): Judging {
  const client = useClient();
  const text = textOf(chips);
  const [judged, setJudged] = useState("");
  const [error, setError] = useState<CombinedError>();
  const [turn, setTurn] = useState(0);
  const urgent = useRef(true);
  const idle = chips.length === 0 || chips.length > mostJudged;

  useEffect(() => {
    if (idle) return;
    let dropped = false;
    const ask = async () => {
      const { data, error } = await client
        .query(createValidateQuery, { text }, { requestPolicy: "network-only" })
        .toPromise();
      if (dropped) return;
      setError(error);
      if (!data) return;
      const { entries } = data.validateContacts;
      setJudged(text);
      dispatch({ type: "judge", asked: text, entries });
    };
    const timer = setTimeout(ask, urgent.current ? 0 : pause);
    urgent.current = false;
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [client, dispatch, text, idle, turn]);

  return {
    pending: !idle && judged !== text && !error,
    error: idle ? undefined : error,
    retry: useCallback(() => {
      urgent.current = true;
      setTurn((n) => n + 1);
    }, []),
    hurry: useCallback(() => {
      urgent.current = true;
    }, []),
  };
}

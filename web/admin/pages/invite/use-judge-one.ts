import { useEffect, useState } from "react";
import { useClient } from "urql";
import type { Entry } from "../create/chips";
import { createValidateQuery } from "../create/create-queries";

/** Milliseconds without typing after which the address is judged. */
const pause = 350;

/** The server's judgement of what is in the field; undefined until it is there. */
export function useJudgeOne(text: string): Entry[] | undefined {
  const client = useClient();
  const [judged, setJudged] = useState<{ text: string; entries: Entry[] }>();
  useEffect(() => {
    if (text.trim() === "") return;
    let dropped = false;
    const timer = setTimeout(async () => {
      const { data } = await client
        .query(createValidateQuery, { text }, { requestPolicy: "network-only" })
        .toPromise();
      // Unjudged, it can still be sent: the server refuses what is wrong.
      if (data && !dropped) {
        setJudged({ text, entries: data.validateContacts.entries });
      }
    }, pause);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [client, text]);
  return judged?.text === text ? judged.entries : undefined;
}

import { useRef, useState } from "react";
import { useMutation } from "urql";
import { attemptFor, type Attempt } from "../../data/attempt";
import type { PassGenerateMutation } from "../../gql/graphql";
import { accepted, refusedOnce } from "../../ui/refusals";
import { inputOf, type Draft } from "./generate";
import { passGenerateMutation } from "./passes-queries";

type Made = NonNullable<PassGenerateMutation["generateAccessPasses"]["run"]>;

const fieldNames = {
  count: "count",
  location: "location",
  groups: "groups",
  note: "note",
  ttlDays: "days",
};

/**
 * Generates a run, once: a retry after a lost connection is answered as the
 * first call was. Why nothing was generated stands in `refused`.
 */
export function useGenerate() {
  const [{ fetching }, generate] = useMutation(passGenerateMutation);
  const attempt = useRef<Attempt>(undefined);
  const [refused, setRefused] = useState(accepted);
  return {
    generating: fetching,
    refused,
    async generate(draft: Draft, today: string): Promise<Made | undefined> {
      const input = inputOf(draft, today);
      attempt.current = attemptFor(attempt.current, input);
      const { data, error } = await generate({
        input: { ...input, idempotencyKey: attempt.current.key },
      });
      const payload = data?.generateAccessPasses;
      if (payload?.run) return payload.run;
      setRefused(refusedOnce(payload?.userErrors ?? [], fieldNames, error));
      return undefined;
    },
  };
}

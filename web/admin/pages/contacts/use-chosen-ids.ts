import { useClient } from "urql";
import type { ContactFilter } from "../../gql/graphql";
import { contactsIdsQuery } from "./contacts-queries";
import type { Chosen } from "./selection";

/** The ids of those who are chosen: of all that match, the server is asked. */
export function useChosenIds(
  chosen: Chosen,
  filter: ContactFilter,
): () => Promise<string[] | undefined> {
  const client = useClient();
  return async () => {
    if (!chosen.all) return [...chosen.ids];
    const ids: string[] = [];
    let after: string | null | undefined;
    do {
      const { data } = await client
        .query(
          contactsIdsQuery,
          { filter, after },
          { requestPolicy: "network-only" },
        )
        .toPromise();
      if (!data) return undefined;
      const { nodes, pageInfo } = data.contacts;
      ids.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
    } while (after);
    return ids;
  };
}

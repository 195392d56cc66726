import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  useClient,
  type AnyVariables,
  type CombinedError,
  type OperationResult,
  type TypedDocumentNode,
} from "urql";

/** A Relay connection, as far as paging needs it. */
export interface Connection<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** A list that grows by pages. */
export interface Pages<Node, Data> {
  nodes: Node[];
  /** The answer of the first page, for counts that stand beside the list. */
  first: Data | undefined;
  /** The first page is being asked for, and nothing is there to show. */
  loading: boolean;
  /** A further page is on its way. */
  loadingMore: boolean;
  hasMore: boolean;
  error: CombinedError | undefined;
  /** Asks for the next page, once. */
  more(): void;
  /** Asks again for every page that is there. */
  refresh(): void;
}

interface Held<Node, Data> {
  /** The variables, as text. */
  key: string;
  pages: Page<Node, Data>[];
}

const none: never[] = [];

interface Page<Node, Data> {
  data: Data | undefined;
  connection: Connection<Node> | undefined;
  error: CombinedError | undefined;
  fetching: boolean;
}

/**
 * Reads a connection page by page. Each page stays subscribed to the cache, so
 * an event about one row redraws the page it stands on and no other. Variables
 * are compared by their value; when they change the list starts over.
 */
export function usePages<Data, Variables extends AnyVariables, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, "after">,
  connectionOf: (data: Data) => Connection<Node> | null | undefined,
): Pages<Node, Data> {
  const client = useClient();
  const key = JSON.stringify(variables);
  const [held, setHeld] = useState<Held<Node, Data>>({ key, pages: [] });
  // Pages of other variables are not this list's, not even for one drawing.
  const pages = held.key === key ? held.pages : none;
  const running = useRef<{ unsubscribe(): void }[]>([]);
  const cursors = useRef<(string | null)[]>([]);
  const select = useRef(connectionOf);
  select.current = connectionOf;

  const ask = useCallback(
    (index: number, fresh = false) => {
      running.current[index]?.unsubscribe();
      const asked = {
        ...JSON.parse(key),
        after: cursors.current[index],
      } as Variables;
      // Where a page ends elsewhere than before, the next begins elsewhere.
      const follow = (
        next: number,
        { hasNextPage, endCursor }: Connection<Node>["pageInfo"],
      ) => {
        if (next >= cursors.current.length) return;
        if (!hasNextPage || !endCursor) {
          for (const page of running.current.splice(next)) page.unsubscribe();
          cursors.current.length = next;
          setHeld((old) => ({ ...old, pages: old.pages.slice(0, next) }));
        } else if (cursors.current[next] !== endCursor) {
          cursors.current[next] = endCursor;
          ask(next, true);
        }
      };
      const set = (
        page: (old?: Page<Node, Data>) => Partial<Page<Node, Data>>,
      ) =>
        setHeld((old) => {
          const pages = old.key === key ? old.pages : [];
          return { key, pages: replace(pages, index, page(pages[index])) };
        });
      set((old) => ({ ...old, fetching: true }));
      const take = (result: OperationResult<Data, Variables>) => {
        const connection =
          (result.data && select.current(result.data)) ?? undefined;
        set((old) => ({
          data: result.data ?? old?.data,
          connection: connection ?? old?.connection,
          error: result.error,
          fetching: result.stale,
        }));
        if (connection && !result.stale) follow(index + 1, connection.pageInfo);
      };
      running.current[index] = client
        .query(document, asked, {
          requestPolicy: fresh ? "network-only" : "cache-and-network",
        })
        .subscribe(take);
    },
    [client, document, key],
  );

  useEffect(() => {
    setHeld({ key, pages: [] });
    cursors.current = [null];
    ask(0);
    return () => {
      for (const page of running.current) page.unsubscribe();
      running.current = [];
    };
  }, [ask, key]);

  const last = pages.at(-1);
  const hasMore = last?.connection?.pageInfo.hasNextPage ?? false;
  const more = useCallback(() => {
    const end = last?.connection?.pageInfo.endCursor;
    if (!hasMore || last?.fetching || !end) return;
    cursors.current[pages.length] = end;
    ask(pages.length);
  }, [ask, hasMore, last, pages.length]);
  const refresh = useCallback(() => {
    running.current.forEach((_, index) => ask(index, true));
  }, [ask]);

  const nodes = useMemo(
    () => pages.flatMap((page) => page.connection?.nodes ?? []),
    [pages],
  );
  return {
    nodes,
    first: pages[0]?.data,
    loading: !pages[0]?.connection && !pages[0]?.error,
    loadingMore: pages.length > 1 && !last?.connection && !last?.error,
    hasMore,
    error: pages.find((page) => page.error)?.error,
    more,
    refresh,
  };
}

function replace<Node, Data>(
  pages: Page<Node, Data>[],
  index: number,
  page: Partial<Page<Node, Data>>,
): Page<Node, Data>[] {
  const next = pages.slice();
  next[index] = {
    data: undefined,
    connection: undefined,
    error: undefined,
    fetching: false,
    ...page,
  };
  return next;
}

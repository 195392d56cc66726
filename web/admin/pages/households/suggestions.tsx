import { Anchor, Button, Group, Text } from "@mantine/core";
import { ArrowLeftIcon } from "@radix-ui/react-icons";
import { useCallback, useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { useRefreshOnOrganization } from "../../data/live";
import { Empty, Loaded, Waiting } from "../../ui/load";
import { Page } from "../../ui/page";
import { householdSuggestionsQuery } from "./households-queries";
import styles from "./households.module.css";
import { SuggestionCard } from "./suggestion-card";
import { useLeads } from "./use-leads";

const first = 20;
const most = 100;

/** Likely households, from the addresses. Nothing is made of them until somebody says so. */
export function Suggestions() {
  const leads = useLeads();
  return (
    <Page
      title="Suggested households"
      lead={
        <>
          <Anchor component={Link} to="/households" size="sm">
            <Group component="span" gap={6}>
              <ArrowLeftIcon /> All households
            </Group>
          </Anchor>
          <Text c="dimmed" mt={4}>
            People whose addresses are alike. Nothing is made of them until you
            say so.
          </Text>
        </>
      }
    >
      {leads ? (
        <List />
      ) : (
        <div className="card">
          <Empty title="You may not look after households">
            Ask an owner or a leader of your organization.
          </Empty>
        </div>
      )}
    </Page>
  );
}

function List() {
  const [count, setCount] = useState(first);
  const [result, ask] = useQuery({
    query: householdSuggestionsQuery,
    variables: { first: count },
  });
  const again = useCallback(
    () => ask({ requestPolicy: "network-only" }),
    [ask],
  );
  useRefreshOnOrganization(again, ["HOUSEHOLD_CHANGED", "CONTACT_JOINED"]);
  return (
    <Loaded result={result} onRetry={again} skeleton={<Holding />}>
      {({ householdSuggestions: list }) =>
        list.length === 0 ? (
          <div className="card">
            <Empty
              title="No suggestions"
              action={
                <Button component={Link} to="/households" mt="sm">
                  Go to households
                </Button>
              }
            >
              Whenever several people have the same address and belong to
              different households or none, they stand here.
            </Empty>
          </div>
        ) : (
          <>
            <ul className={styles["suggestions"]} aria-label="Suggestions">
              {list.map((suggestion) => (
                <li key={`${suggestion.location.id} ${suggestion.key}`}>
                  <SuggestionCard suggestion={suggestion} onDone={again} />
                </li>
              ))}
            </ul>
            {list.length === count && count < most && (
              <Group justify="center">
                <Button
                  variant="default"
                  loading={result.fetching}
                  onClick={() => setCount(most)}
                >
                  Show more
                </Button>
              </Group>
            )}
          </>
        )
      }
    </Loaded>
  );
}

function Holding() {
  return (
    <div className={styles["suggestions"]}>
      {[0, 1, 2].map((n) => (
        <div key={n} className="card">
          <Waiting lines={4} height={40} />
        </div>
      ))}
    </div>
  );
}

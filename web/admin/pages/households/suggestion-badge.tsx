import { Badge, Button } from "@mantine/core";
import { useCallback } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { useRefreshOnOrganization } from "../../data/live";
import { householdSuggestionCountQuery } from "./households-queries";

/** The most suggestions that the API gives at once. */
const most = 100;

/** The way to the suggestions, with how many there are. */
export function SuggestionBadge() {
  const [{ data }, ask] = useQuery({ query: householdSuggestionCountQuery });
  const again = useCallback(
    () => ask({ requestPolicy: "network-only" }),
    [ask],
  );
  useRefreshOnOrganization(again, ["HOUSEHOLD_CHANGED", "CONTACT_JOINED"]);
  const count = data?.householdSuggestions.length ?? 0;
  return (
    <Button
      component={Link}
      to="/households/suggestions"
      variant="default"
      rightSection={
        count > 0 && (
          <Badge circle={count < 10} className="numbers" autoContrast>
            {count < most ? count : `${most}+`}
          </Badge>
        )
      }
    >
      Suggestions
    </Button>
  );
}

import { useQuery } from "urql";
import { useViewer, useWords } from "../../data/viewer";
import { joinRoutes, stages, statuses, type ListField } from "./address";
import { contactsLabelsQuery } from "./contacts-queries";
import { clientTypeNames, joinRouteWords } from "./words";

/** What a field can be filtered by. */
export type Choices = Record<ListField, { value: string; label: string }[]>;

/** Words for the fields, as they stand in the filter. */
export const fieldWords: Record<ListField, string> = {
  statuses: "Status",
  stages: "Stage",
  clientTypes: "Client type",
  programs: "Program",
  groups: "Group",
  locations: "Location",
  trainers: "Trainer",
  households: "Household",
  joinedBy: "Joined by",
};

/** Everything that contacts of the organization can be filtered by. */
export function useChoices(): Choices {
  const { locations } = useViewer().organization;
  const words = useWords();
  const [{ data }] = useQuery({
    query: contactsLabelsQuery,
    requestPolicy: "cache-first",
  });
  const organization = data?.viewer?.organization;
  const named = (list: { id: string; name: string }[] | undefined) =>
    (list ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return {
    statuses: statuses.map((value) => ({ value, label: words.status(value) })),
    stages: stages.map((value) => ({ value, label: words.stage(value) })),
    clientTypes: Object.entries(clientTypeNames).map(([value, fallback]) => ({
      value,
      label:
        organization?.clientTypes.find(({ key }) => key === value)?.name ??
        fallback,
    })),
    programs: named(organization?.programs),
    groups: named(organization?.groups),
    locations: named(locations),
    trainers: named(
      organization?.staff.filter(({ role }) => role === "TRAINER"),
    ),
    // There are too many to choose from: one comes here from the household.
    households: [],
    joinedBy: joinRoutes.map((value) => ({
      value,
      label: joinRouteWords[value],
    })),
  };
}

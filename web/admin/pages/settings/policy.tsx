import { Select, Stack, Text } from "@mantine/core";
import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { useViewer } from "../../data/viewer";
import { Empty, Loaded, Waiting } from "../../ui/load";
import { PolicyForm } from "./policy-form";
import {
  policyOfLocationQuery,
  policyOfOrganizationQuery,
} from "./policy-queries";

/** Stands for the organization in the choice of levels, whose ids are locations'. */
const everywhere = "";

/** The invitation policy: the organization's, or what differs at one location (`?location=`). */
export function PolicySettings(props: { may: boolean }) {
  const { organization } = useViewer();
  const [params, setParams] = useSearchParams();
  const location = params.get("location") ?? everywhere;
  const [own, askOwn] = useQuery({ query: policyOfOrganizationQuery });
  const [there, askThere] = useQuery({
    query: policyOfLocationQuery,
    variables: { id: location },
    pause: location === everywhere,
  });
  const again = { requestPolicy: "network-only" } as const;

  return (
    <Stack gap="lg">
      <LevelSelect
        value={location}
        onChange={(id) => setParams(id ? { location: id } : {})}
      />
      <Loaded
        result={own}
        onRetry={() => askOwn(again)}
        skeleton={<Waiting lines={4} height={140} />}
      >
        {({ viewer }) => {
          const above = viewer?.organization?.policy;
          if (!above) return null;
          const form = { may: props.may, preset: organization.preset };
          if (location === everywhere) {
            return (
              <PolicyForm
                key={everywhere}
                {...form}
                level={{ policy: above }}
              />
            );
          }
          return (
            <Loaded
              result={there}
              onRetry={() => askThere(again)}
              skeleton={<Waiting lines={4} height={140} />}
            >
              {({ node }) =>
                node?.__typename === "Location" && node.id === location ? (
                  <PolicyForm
                    key={node.id}
                    {...form}
                    level={{ location: node.id, policy: node.policy, above }}
                  />
                ) : (
                  <Empty title="There is no such location">
                    Choose one above, or the whole organization.
                  </Empty>
                )
              }
            </Loaded>
          );
        }}
      </Loaded>
    </Stack>
  );
}

/** For whom the policy is shown. */
function LevelSelect(props: {
  value: string;
  onChange: (location: string) => void;
}) {
  const { organization } = useViewer();
  const { locations } = organization;
  return (
    <Stack gap={4} maw={420}>
      <Select
        label="Policy of"
        value={props.value}
        onChange={(id) => props.onChange(id ?? everywhere)}
        data={[
          { value: everywhere, label: `All of ${organization.name}` },
          ...locations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        allowDeselect={false}
        searchable={locations.length > 8}
        nothingFoundMessage="No such location"
        limit={100}
      />
      <Text size="sm" c="dimmed">
        {props.value === everywhere
          ? "Counts at every location that sets nothing of its own."
          : "What is set here goes before the organization’s."}
      </Text>
    </Stack>
  );
}

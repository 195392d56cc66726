import { Anchor, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "urql";
import { Link } from "wouter";
import { useRefreshOnChange } from "../../data/live";
import { Loaded, Waiting } from "../../ui/load";
import { ProblemRow } from "../../ui/problem-row";
import { sendingProblemsQuery } from "./sending-queries";

/** The messages of a batch that did not arrive, with the reason of each. */
export function BatchProblems(props: { batch: string; failed: number }) {
  const [result, ask] = useQuery({ query: sendingProblemsQuery });
  const refresh = () => ask({ requestPolicy: "network-only" });
  useRefreshOnChange(refresh);
  return (
    <section className="card" aria-labelledby="failed">
      <Title order={2} size="h4" id="failed" mb="sm">
        Did not arrive
      </Title>
      <Loaded
        result={result}
        onRetry={refresh}
        skeleton={<Waiting lines={Math.min(props.failed, 3)} height={48} />}
      >
        {({ viewer }) => {
          const problems = (
            viewer?.organization?.deliveryProblems ?? []
          ).filter(
            ({ contact, delivery }) =>
              contact.invitation?.batch?.id === props.batch &&
              contact.invitation.round === delivery.round,
          );
          const contacts = new Set(problems.map((p) => p.contact.id)).size;
          return (
            <Stack gap="md">
              {problems.map((problem) => (
                <ProblemRow key={problem.delivery.id} problem={problem} />
              ))}
              {contacts < props.failed && (
                <Text size="sm" c="dimmed">
                  {contacts === 0
                    ? "Whoever could not be reached has joined since, was sent to again, or failed long ago."
                    : `Of ${props.failed.toLocaleString()} these still need somebody.`}{" "}
                  <Anchor
                    component={Link}
                    to="/contacts?status=FAILED"
                    inherit
                    underline="always"
                  >
                    See everybody who could not be reached
                  </Anchor>
                </Text>
              )}
            </Stack>
          );
        }}
      </Loaded>
    </section>
  );
}

import { Button } from "@mantine/core";
import { Link } from "wouter";
import { Empty } from "../../ui/load";

/** Says why the list is empty, and what to do about it. */
export function Nothing(props: {
  filtered: boolean;
  mayCreate: boolean;
  onClear: () => void;
}) {
  return (
    <div className="card">
      {props.filtered ? (
        <Empty
          title="Nobody matches"
          action={
            <Button variant="default" mt="sm" onClick={props.onClear}>
              Show all contacts
            </Button>
          }
        >
          Try fewer words, or take a filter away.
        </Empty>
      ) : (
        <Empty
          title="Nobody is on file yet"
          action={
            props.mayCreate && (
              <Button component={Link} to="/create" mt="sm">
                Create clients
              </Button>
            )
          }
        >
          Paste a list of emails and phone numbers to begin.
        </Empty>
      )}
    </div>
  );
}

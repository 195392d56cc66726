import { Button, Title } from "@mantine/core";
import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { useMay, useViewer } from "../../data/viewer";
import { Empty, Loaded, Waiting } from "../../ui/load";
import { Page } from "../../ui/page";
import { createOptionsQuery } from "../create/create-queries";
import classes from "./invite.module.css";
import { InviteForm } from "./invite-form";
import { readSitting, sittingKey, withInvited } from "./sitting";
import { SittingList } from "./sitting-list";

/** Puts one person after the other on file and invites them. */
export function InviteOne() {
  const may = useMay();
  const key = sittingKey(useViewer().organization.id);
  const [options, ask] = useQuery({ query: createOptionsQuery });
  const [list, setList] = useState(() =>
    readSitting(sessionStorage.getItem(key)),
  );
  useEffect(() => {
    try {
      sessionStorage.setItem(key, JSON.stringify(list));
    } catch {
      // Full or forbidden: the list is on the page, only not kept.
    }
  }, [key, list]);

  if (!may("INVITE") || !may("CREATE_CONTACTS")) {
    return (
      <Page title="Invite one">
        <Empty title="You may not invite">
          Ask an owner or a leader of your organization.
        </Empty>
      </Page>
    );
  }
  return (
    <Page
      title="Invite one"
      lead="Type an address and press Enter; then the next."
      actions={
        <Button component={Link} to="/create" variant="default">
          Create many
        </Button>
      }
    >
      <div className={classes["columns"]}>
        <div className="card">
          <Loaded
            result={options}
            onRetry={() => ask({ requestPolicy: "network-only" })}
            skeleton={<Waiting lines={4} height={64} />}
          >
            {({ viewer }) =>
              viewer?.organization && (
                <InviteForm
                  options={viewer.organization}
                  onInvited={(one) => setList((l) => withInvited(l, one))}
                />
              )
            }
          </Loaded>
        </div>
        <section className="card" aria-labelledby="sitting">
          <Title order={2} size="h4" id="sitting" mb="xs">
            Invited in this sitting
          </Title>
          {list.length === 0 ? (
            <Empty title="Nobody yet">
              Each one stands here, with the way of the invitation as it
              happens.
            </Empty>
          ) : (
            <div aria-live="polite">
              <SittingList list={list} />
            </div>
          )}
        </section>
      </div>
    </Page>
  );
}

import { Button, Group as Row, Stack, Text } from "@mantine/core";
import {
  EnvelopeClosedIcon,
  PaperPlaneIcon,
  PlusIcon,
} from "@radix-ui/react-icons";
import { useMemo, useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import { useMay, useWords } from "../../data/viewer";
import type { ContactStatus, SendAction } from "../../gql/graphql";
import { Empty } from "../../ui/load";
import { Page } from "../../ui/page";
import { everybody, sameFilter } from "../contacts/address";
import { BulkGroups } from "../contacts/bulk-groups";
import { ColumnsMenu } from "../contacts/columns-menu";
import { FilterPills, FilterPopover } from "../contacts/filters";
import { Found, ListedContacts } from "../contacts/listing";
import { Nothing } from "../contacts/nothing";
import type { Amount } from "../contacts/possible";
import { Search } from "../contacts/search";
import { useChoices } from "../contacts/use-choices";
import { useColumns } from "../contacts/use-columns";
import { useListing } from "../contacts/use-listing";
import { countWords } from "../contacts/words";
import { AddContacts } from "./add-contacts";
import { GroupStanding } from "./group-standing";
import type { OneGroup } from "./groups-queries";
import { RenameGroup } from "./rename-group";
import { TakeOut } from "./take-out";
import { useGroups } from "./use-groups";
import style from "./groups.module.css";

/** What is sent to a whole group, and to whom of it. */
const sends: {
  action: SendAction;
  status: ContactStatus;
  words: (count: string) => string;
}[] = [
  {
    action: "INVITE",
    status: "NOT_INVITED",
    words: (count) => `Invite the ${count} who were never invited`,
  },
  {
    action: "RESEND",
    status: "EXPIRED",
    words: (count) => `Resend to the ${count} expired`,
  },
];

/** A group that is there. */
export function GroupView(props: {
  group: OneGroup;
  /** How many of it who have access stand in each status. */
  reachable: { status: ContactStatus; count: Amount }[];
  back: ReactNode;
  /** Says so where the group could not be read anew. */
  problem: ReactNode;
  onChanged: () => void;
}) {
  const { group, onChanged } = props;
  const may = useMay();
  const words = useWords();
  const [, navigate] = useLocation();
  const { remove } = useGroups();
  const within = useMemo(() => ({ groups: [group.id] }), [group.id]);
  const listing = useListing({ within });
  const { filter, list, narrow, selection } = listing;
  const [columns, chooseColumns] = useColumns();
  const choices = useChoices();
  const [open, setOpen] = useState<"adding" | "renaming">();
  const manages = may("MANAGE_GROUPS");
  const whole = { ...everybody, ...within };
  const changed = () => {
    onChanged();
    list.refresh();
    selection.clear();
  };
  const add = manages && (
    <Button leftSection={<PlusIcon />} onClick={() => setOpen("adding")}>
      Add contacts
    </Button>
  );

  return (
    <Page
      title={group.name}
      lead={
        <Row gap="md">
          {props.back}
          <Text span inherit className="numbers" role="status">
            {countWords(group.contactCount)}{" "}
            {group.contactCount.value === 1 ? "contact" : "contacts"}
          </Text>
        </Row>
      }
      actions={
        manages && (
          <>
            <Button variant="default" onClick={() => setOpen("renaming")}>
              Rename
            </Button>
            <Button
              variant="default"
              onClick={() =>
                void remove(group).then((gone) => gone && navigate("/groups"))
              }
            >
              Delete…
            </Button>
            {group.contactCount.value > 0 && add}
          </>
        )
      }
    >
      {props.problem}
      {group.contactCount.value === 0 ? (
        <div className="card">
          <Empty title="Nobody is in this group yet" action={add}>
            {manages
              ? "Add contacts here, or choose them in the list of contacts."
              : "Owners and leaders put contacts into it."}
          </Empty>
        </div>
      ) : (
        <>
          <GroupStanding group={group} shown={filter.statuses} />
          <Row gap="sm" className={style["sends"]}>
            {sends.map(({ action, status, words: say }) => {
              const found = props.reachable.find((c) => c.status === status);
              if (!found?.count.value || !may(action)) return null;
              return (
                <Button
                  key={action}
                  variant="default"
                  leftSection={
                    action === "INVITE" ? (
                      <EnvelopeClosedIcon />
                    ) : (
                      <PaperPlaneIcon />
                    )
                  }
                  onClick={() =>
                    listing.sendAll({
                      action,
                      filter: { ...whole, statuses: [status] },
                      nobody: `Nobody of ${group.name} is ${words.status(status)} any more.`,
                    })
                  }
                >
                  {say(countWords(found.count))}
                </Button>
              );
            })}
          </Row>
          <Stack gap="sm">
            <Row gap="sm" wrap="nowrap">
              <Search
                value={filter.search}
                onSearch={(search) =>
                  listing.show({ filter: { ...filter, search } }, true)
                }
              />
              <FilterPopover
                filter={filter}
                choices={choices}
                fixed={["groups"]}
                onFilter={narrow}
              />
              <ColumnsMenu columns={columns} onChoose={chooseColumns} />
            </Row>
            <FilterPills
              filter={filter}
              choices={choices}
              fixed={["groups"]}
              onFilter={narrow}
            />
            <Found list={list} />
          </Stack>
          <ListedContacts
            listing={listing}
            columns={columns}
            nothing={
              <Nothing
                filtered={!sameFilter(filter, whole)}
                mayCreate={false}
                onClear={() => narrow(whole)}
              />
            }
            bulk={
              manages && (
                <>
                  <TakeOut
                    group={group}
                    count={listing.count}
                    contacts={listing.chosenIds}
                    onDone={changed}
                  />
                  <BulkGroups
                    count={listing.count}
                    contacts={listing.chosenIds}
                    onDone={changed}
                  />
                </>
              )
            }
          />
        </>
      )}
      {open === "adding" && (
        <AddContacts
          group={group}
          onClose={() => setOpen(undefined)}
          onDone={changed}
        />
      )}
      {open === "renaming" && (
        <RenameGroup group={group} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  );
}

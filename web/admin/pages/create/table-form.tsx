import { useRef, type FormEvent } from "react";
import { useSearchParams } from "wouter";
import { inputOf } from "../send/texts";
import { Become } from "./become";
import classes from "./create.module.css";
import {
  chosenWith,
  paramsOf,
  possible,
  presetBy,
  type Choices,
} from "./draft";
import { invites } from "./invite-choice";
import type { Options } from "./slots";
import { Submit } from "./submit";
import { TableBox } from "./table-box";
import { useCreate, type Done } from "./use-create";
import { useTable, type JudgedRow } from "./use-table";

/** Puts people on file from a table with addresses, and makes their households. */
export function TableForm(props: {
  options: Options;
  onDone: (done: Done) => void;
}) {
  const { options } = props;
  const [params, setParams] = useSearchParams();
  const table = useTable(presetBy(params));
  const { draft, rows, tally } = table;
  const { creating, refused, forget, create } = useCreate(
    draft.attempt,
    (attempt) => table.set({ attempt }),
    table.refuse,
  );
  const input = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);

  const choices = possible(draft.choices, options);
  const place =
    options.locations.find(({ id }) => id === choices.location) ??
    options.locations[0]!;
  const limit = options.policy.maxBulkCreate;
  const inviting = invites(choices, place);
  const makeHouseholds = draft.makeHouseholds && table.addresses.rows > 0;

  function choose(change: Partial<Choices>) {
    const next = chosenWith(choices, change);
    table.set({ choices: next });
    setParams({ ...paramsOf(next), with: "addresses" }, { replace: true });
    forget();
  }
  function goTo(row: JudgedRow) {
    const area = input.current;
    if (!area) return;
    area.focus();
    area.setSelectionRange(row.start, row.end);
    // Lines do not wrap, so each is as high as another.
    const lines = area.value.split("\n").length;
    area.scrollTop = (area.scrollHeight / lines) * (row.line - 2);
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    const bad = rows.find(({ refusal }) => refusal);
    if (bad) return goTo(bad);
    if (rows.length === 0) return input.current?.focus();
    const { invite, ...become } = choices;
    const created = await create({
      ...become,
      contacts: rows.map(({ name, email, phone, address }) => ({
        ...(name && { name }),
        ...(email && { email }),
        ...(phone && { phone }),
        ...(address && { address }),
      })),
      makeHouseholds,
      location: place.id,
      invite,
      invitation: inviting ? inputOf(draft.edits) : undefined,
    });
    if (!created) {
      requestAnimationFrame(() =>
        form.current
          ?.querySelector<HTMLElement>("[aria-invalid=true]")
          ?.focus(),
      );
      return;
    }
    table.finish();
    props.onDone({
      created,
      place,
      texts: rows.map(({ name, email, phone }) => name || email || phone),
      aside: table.asideCount,
    });
  }

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes["columns"]}>
        <TableBox
          table={table}
          limit={limit}
          input={input}
          onLine={goTo}
          error={refused.fields["makeHouseholds"]}
        />
        <Become
          options={options}
          place={place}
          choices={choices}
          onChoose={choose}
          count={tally.good}
          edits={draft.edits}
          onEdit={(edits) => {
            table.set({ edits });
            forget();
          }}
          refused={refused}
        >
          <Submit
            tally={tally}
            limit={limit}
            typing={false}
            inviting={inviting}
            later={choices.invite === "LATER"}
            creating={creating}
          />
        </Become>
      </div>
    </form>
  );
}
